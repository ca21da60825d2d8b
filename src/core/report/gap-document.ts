import type { CitedSource } from "../evidence/source-book.ts";
import type { Gap, GapLabel } from "../stats/gap.ts";
import type { Points } from "../units.ts";
import type { Block, Document, Line } from "./document.ts";
import { formatNumber, formatPercent, formatPoints } from "./format.ts";
import { opening } from "./marked.ts";
import { sourceBlocks } from "./source-blocks.ts";

export interface JudgedGap extends Gap {
  readonly scoreA: Points;
  readonly scoreB: Points;
  readonly isGraded: boolean;
  /** Items for which a gap of this size is seen four times out of five; null: no gap, no count. */
  readonly itemsNeeded: number | null;
  /** Who states the scores and the items: ids in `sources`. */
  readonly sourceIds: readonly string[];
  /** Who states `tauPoints`; none where no spread was used. */
  readonly tauSourceIds: readonly string[];
  readonly sources: readonly CitedSource[];
}

/** What a gap allows one to say, then the figures behind it. */
export function gapDocument(
  gap: JudgedGap,
  { brief, withSources }: { readonly brief: boolean; readonly withSources: boolean },
): Document {
  const lead: Block = { kind: "lead", lines: [sayings[gap.label](gap), ...remarks(gap)] };
  const table: Block = {
    kind: "table",
    columns: [
      { header: "Figure", align: "left" },
      { header: "Value", align: "right" },
    ],
    rows: figures(gap),
  };
  return {
    title: `${formatNumber(gap.scoreA, 2)} % and ${formatNumber(gap.scoreB, 2)} %`,
    blocks: brief ? [lead] : [lead, table, ...(withSources ? sourceBlocks(gap.sources) : [])],
    sources: gap.sources,
  };
}

const sayings: Readonly<Record<GapLabel, (gap: JudgedGap) => string>> = {
  clear: (gap) => `${leader(gap)} is ahead on this test, by ${pointsText(gap)}.`,
  likely: (gap) =>
    `${leader(gap)} is probably ahead on this test, by ${pointsText(gap)} (P = ${probability(gap)}).`,
  "within-noise": (gap) =>
    `No difference established: a gap of ${pointsText(gap)} is within the noise.`,
  "unknown-n": () => "Cannot judge: the item count of the test is missing.",
  "not-comparable": () => "Two different tests: their scores cannot be compared.",
};

function remarks(gap: JudgedGap): readonly string[] {
  const { samplingLabel, label, itemsApart, bounded } = gap;
  return [
    samplingLabel === "clear" &&
      (label === "likely" || label === "within-noise") &&
      "The luck of the questions does not explain it; ordinary differences of set-up may.",
    bounded !== null &&
      `At the smallest variant known, ${bounded.items} items, it would be ${words[bounded.label]}.`,
    gap.isGraded && "The items are graded: the sampling error shown is an upper bound.",
    itemsApart !== null &&
      itemsApart < 6 &&
      "Fewer than six items apart: no single run can show that at 5 %.",
    gap.isScoreAPossibleInOneRun === false && oneRun("A", gap.scoreA),
    gap.isScoreBPossibleInOneRun === false && oneRun("B", gap.scoreB),
  ].filter((remark) => remark !== false);
}

const words: Readonly<Record<GapLabel, string>> = {
  clear: "clear",
  likely: "likely",
  "within-noise": "within the noise",
  "unknown-n": "unknown",
  "not-comparable": "not comparable",
};

function oneRun(side: string, score: Points): string {
  return `${formatNumber(score, 2)} % of ${side} is no count of whole items: a mean of runs, or another subset.`;
}

function figures(gap: JudgedGap): readonly (readonly Line[])[] {
  const { interval95 } = gap;
  const unknown: Line = [{ text: "unknown", tone: "unknown" }];
  const figure = (value: number | null, decimals: number): Line =>
    value === null ? unknown : formatNumber(value, decimals);
  return [
    [
      "B minus A, points",
      opening(formatPoints(gap.deltaPoints, 2), gap.sourceIds, [
        `${formatNumber(gap.scoreB, 2)} minus ${formatNumber(gap.scoreA, 2)} percent.`,
      ]),
    ],
    [
      "95 % interval, points",
      interval95 === null
        ? unknown
        : `${formatPoints(interval95[0], 2)} to ${formatPoints(interval95[1], 2)}`,
    ],
    ["Standard error of sampling, points", figure(gap.standardErrorPoints, 2)],
    ["the same if answers correlate with 0.5", figure(gap.pairedStandardErrorPoints, 2)],
    [
      `Spread of set-ups, points${whoseSpread(gap)}`,
      opening(figure(gap.tauPoints, 2), gap.tauSourceIds),
    ],
    ["z of sampling alone", figure(gap.z, 2)],
    ["z in total", figure(gap.zTotal, 2)],
    [
      "Chance of the same order elsewhere",
      gap.sameSignProbability === null ? unknown : formatPercent(gap.sameSignProbability),
    ],
    ["Sampling alone", words[gap.samplingLabel]],
    ["In total", words[gap.label]],
    ["Items apart in one run", figure(gap.itemsApart, 0)],
    ["Items that would show it, 80 % power", figure(gap.itemsNeeded, 0)],
  ];
}

function whoseSpread({ tauSourceIds, sources }: JudgedGap): string {
  const source = sources.find(({ id }) => tauSourceIds.includes(id));
  if (source === undefined) return "";
  return source.kind === "assumption" ? ", assumed" : ", yours";
}

function leader({ deltaPoints }: Gap): string {
  return deltaPoints >= 0 ? "B" : "A";
}

function pointsText({ deltaPoints }: Gap): string {
  const text = formatNumber(Math.abs(deltaPoints), 2);
  return text === "1" ? "1 point" : `${text} points`;
}

function probability({ sameSignProbability }: Gap): string {
  return sameSignProbability === null ? "unknown" : sameSignProbability.toFixed(2);
}
