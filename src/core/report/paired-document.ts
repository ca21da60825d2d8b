import { counted, listed } from "../compare/wording.ts";
import type { CitedSource } from "../evidence/source-book.ts";
import type { PairedAnswer } from "../paired/paired-answer.ts";
import type { MarginOutcome, PairedLabel } from "../paired/paired-result.ts";
import type { Block, Document, Line } from "./document.ts";
import { formatNumber, formatPercent, formatPoints } from "./format.ts";
import { opening } from "./marked.ts";
import { pairedLeftOut } from "./paired-left-out.ts";
import { sourceBlocks } from "./source-blocks.ts";
import { testNames } from "./test-names.ts";

/** A paired answer with the files it was made of. */
export interface CitedPairedAnswer extends PairedAnswer {
  readonly sourceIds: readonly string[];
  readonly sources: readonly CitedSource[];
}

/** So many prompts that part the two stand in a report for people; the JSON holds all. */
const shownDisagreements = 10;

/** Who did better, whether a margin is kept, then the figures and what was left out. */
export function pairedDocument(
  answer: CitedPairedAnswer,
  { brief, withSources }: { readonly brief: boolean; readonly withSources: boolean },
): Document {
  const { a, b, n, metric, sources } = answer;
  const lead: Block = { kind: "lead", lines: [sayings[answer.label](answer), ...remarks(answer)] };
  const rest: readonly Block[] = [
    figures(answer),
    ...disagreementBlocks(answer),
    ...pairedLeftOut(answer),
    ...(withSources ? sourceBlocks(sources) : []),
  ];
  return {
    title: `${b.name} against ${a.name}`,
    stamp: `${metric} · ${promptsText(n)}`,
    blocks: [lead, ...decisionBlocks(answer), ...(brief ? [] : rest)],
    sources,
  };
}

const sayings: Readonly<Record<PairedLabel, (answer: PairedAnswer) => string>> = {
  clear: (answer) => `${leader(answer)} is ahead on these prompts, by ${sizeText(answer)}.`,
  "within-noise": (answer) =>
    answer.difference === 0
      ? "No difference established: both come out the same."
      : `No difference established: a gap of ${sizeText(answer)} is within the noise.`,
  "unknown-n": () => "Cannot judge: there are too few prompts, or they all come from one source.",
};

function remarks(answer: PairedAnswer): readonly string[] {
  const { outcomes, itemsNeeded, n, label, detectableDifference, clusters, a, b } = answer;
  const apart = outcomes === null ? null : outcomes.onlyA + outcomes.onlyB;
  const isOpen = label !== "clear";
  return [
    apart !== null &&
      apart < 6 &&
      "Fewer than six prompts part the two: the exact test cannot show that at 5 %.",
    isOpen &&
      itemsNeeded !== null &&
      itemsNeeded > n &&
      `About ${formatNumber(itemsNeeded, 0)} prompts would show a difference of this size.`,
    isOpen &&
      detectableDifference !== null &&
      `${promptsText(n)} show ${differenceText(answer, detectableDifference)} or more four times out of five.`,
    clusters !== null &&
      clusters < 20 &&
      `${counted(clusters, "cluster")} are few to reckon an error from.`,
    a.failures + b.failures > 0 && failuresText(answer),
  ].filter((remark) => remark !== false);
}

function failuresText({ a, b, failuresCount }: PairedAnswer): string {
  const sides = [a, b].filter(({ failures }) => failures > 0);
  const who = listed(sides.map(({ name, failures }) => `${failures} of ${name}`));
  return failuresCount
    ? `Requests without an answer count as wrong: ${who}.`
    : `Requests without an answer are left out: ${who}. \`--failures wrong\` counts them.`;
}

function decisionBlocks(answer: PairedAnswer): readonly Block[] {
  const { decision, a, b } = answer;
  if (decision === null) return [];
  const { outcome, margin, level, itemsNeeded, lowerEnd } = decision;
  const size = differenceText(answer, margin);
  const sure = `${formatPercent(level)} sure`;
  const ends: Readonly<Record<MarginOutcome, string>> = {
    "not-worse": `Passes: ${b.name} is not worse than ${a.name} by more than ${size}, ${sure}.`,
    worse: `Fails: ${b.name} is worse than ${a.name} by more than ${size}, ${sure}.`,
    "not-shown": `Fails: ${b.name} may be worse than ${a.name} by more than ${size}.`,
  };
  const least =
    lowerEnd === null || outcome === "worse"
      ? ""
      : ` B minus A is at least ${signedText(answer, lowerEnd)}, ${sure}.`;
  const needed =
    outcome === "not-shown" && itemsNeeded !== null
      ? ` About ${formatNumber(itemsNeeded, 0)} prompts would settle it, were both equally good.`
      : "";
  const tone = outcome === "not-worse" ? {} : { tone: "strong" as const };
  return [
    { kind: "paragraph", line: [{ text: ends[outcome], ...tone }, { text: least + needed }] },
  ];
}

function figures(answer: CitedPairedAnswer): Block {
  const { a, b, outcomes, others, interval95, p, sourceIds, clusters, designEffect } = answer;
  const unknown: Line = [{ text: "unknown", tone: "unknown" }];
  const scale = answer.isShare ? ", points" : "";
  const count = (what: string, value: number | undefined): readonly (readonly Line[])[] =>
    value === undefined ? [] : [[what, formatNumber(value, 0)]];
  const rows: readonly (readonly Line[])[] = [
    [a.name, opening(scoreText(answer, a.mean), sourceIds)],
    [b.name, opening(scoreText(answer, b.mean), sourceIds)],
    [`B minus A${scale}`, signed(answer, answer.difference)],
    [
      `95 % interval${scale}`,
      interval95 === null
        ? unknown
        : `${signed(answer, interval95[0])} to ${signed(answer, interval95[1])}`,
    ],
    ["p, two-sided", p === null ? unknown : pText(p)],
    ["Test", testNames[answer.test]],
    ...count("Both right", outcomes?.both),
    ...count(`Only ${a.name}`, outcomes?.onlyA),
    ...count(`Only ${b.name}`, outcomes?.onlyB),
    ...count("Neither", outcomes?.neither),
    ...(others === null ? [] : [["p, exact", pText(others.pExact)]]),
    ...count("Answers of A", a.answers === answer.n ? undefined : a.answers),
    ...count("Answers of B", b.answers === answer.n ? undefined : b.answers),
    ...count("Clusters", clusters ?? undefined),
    ...(designEffect === null ? [] : [["Design effect", formatNumber(designEffect, 2)]]),
    [
      "Prompts that would show it, 80 % power",
      answer.itemsNeeded === null ? "–" : formatNumber(answer.itemsNeeded, 0),
    ],
  ];
  return {
    kind: "table",
    columns: [
      { header: "Figure", align: "left" },
      { header: "Value", align: "right" },
    ],
    rows,
  };
}

function disagreementBlocks(answer: PairedAnswer): readonly Block[] {
  const { disagreements, a, b } = answer;
  if (disagreements.length === 0) return [];
  const shown = disagreements.slice(0, shownDisagreements);
  const rest = disagreements.length - shown.length;
  const more: readonly Block[] =
    rest > 0 ? [{ kind: "paragraph", line: `and ${rest} more; \`--format json\` has all` }] : [];
  return [
    { kind: "heading", text: "Where they differ" },
    {
      kind: "table",
      columns: [
        { header: "Prompt", align: "left" },
        { header: a.name, align: "right" },
        { header: b.name, align: "right" },
      ],
      rows: shown.map((pair) => [pair.prompt, formatNumber(pair.a, 3), formatNumber(pair.b, 3)]),
    },
    ...more,
  ];
}

function promptsText(n: number): string {
  return n === 1 ? "1 prompt" : `${formatNumber(n, 0)} prompts`;
}

function leader({ difference, a, b }: PairedAnswer): string {
  return difference >= 0 ? b.name : a.name;
}

function sizeText(answer: PairedAnswer): string {
  const scores = `${scoreText(answer, answer.a.mean)} and ${scoreText(answer, answer.b.mean)}`;
  return `${differenceText(answer, Math.abs(answer.difference))} (${scores})`;
}

function differenceText({ isShare }: PairedAnswer, size: number): string {
  if (!isShare) return formatNumber(size, 3);
  const text = formatNumber(100 * size, size > 0 && size < 0.001 ? 4 : 1);
  return text === "1" ? "1 point" : `${text} points`;
}

function signedText(answer: PairedAnswer, difference: number): string {
  return answer.isShare ? `${signed(answer, difference)} points` : signed(answer, difference);
}

function signed({ isShare }: PairedAnswer, difference: number): string {
  return isShare ? formatPoints(100 * difference, 1) : formatPoints(difference, 3);
}

function scoreText({ isShare }: PairedAnswer, score: number): string {
  return isShare ? formatPercent(score) : formatNumber(score, 3);
}

function pText(p: number): string {
  return p < 0.0001 ? "below 0.0001" : formatNumber(p, 4);
}
