import { counted } from "../compare/wording.ts";
import type { RunEnd } from "../runs/progress.ts";
import type { PairedEndpoints, RunReport } from "../runs/run-report.ts";
import type { GapLabel } from "../stats/gap.ts";
import type { Interval } from "../stats/intervals.ts";
import { left, list, paragraph, right, section } from "./comparison/setting.ts";
import type { Block, Document, Line } from "./document.ts";
import { formatNumber, formatPercent, formatPoints } from "./format.ts";
import { endpointBlocks } from "./run/endpoint-blocks.ts";

/** What a run came to: the paired answer first, then speed, cost and errors. */
export function runDocument(report: RunReport, { brief }: { readonly brief: boolean }): Document {
  const first: readonly Block[] = [leadBlock(report), ...pairedBlocks(report)];
  const rest: readonly Block[] = [...endpointBlocks(report), ...disagreementBlocks(report)];
  return {
    title: `Run of ${report.suite}`,
    stamp: `${report.createdAt.slice(0, 10)} · ${report.run}`,
    blocks: brief ? first : [...first, ...rest],
  };
}

function leadBlock(report: RunReport): Block {
  const { paired, prompts, endpoints, repetitions, done, cells, end } = report;
  const asked = `${counted(prompts, "prompt")}, ${counted(endpoints.length, "endpoint")}${repetitions === 1 ? "" : `, ${repetitions} repetitions`}: ${done} of ${counted(cells, "cell")} measured.`;
  const answers =
    paired.length === 0
      ? ["Nothing can be compared: no prompt was answered and graded on two sides."]
      : paired.map(sayingOf);
  return { kind: "lead", lines: [...answers, asked, ...endLines(end)] };
}

function sayingOf(pair: PairedEndpoints): Line {
  const { a, b, decision, isCheaper } = pair;
  const lead = `${sayings[pair.label](pair)} ${differenceText(pair)}.`;
  if (decision === null) return [{ text: lead, tone: "strong" }];
  const margin = `${formatNumber(decision.margin * 100, 1)} points`;
  const cost = isCheaper === null ? "which costs less is unknown" : costWords[`${isCheaper}`];
  const shown = {
    "not-worse": `${b} is shown to be not worse than ${a} by more than ${margin}; ${cost}.`,
    worse: `${b} is shown to be worse than ${a} by more than ${margin}.`,
    "not-shown": `It is not shown that ${b} is within ${margin} of ${a}${neededText(decision.itemsNeeded, pair.n)}.`,
  } as const satisfies Record<typeof decision.outcome, string>;
  return [{ text: shown[decision.outcome], tone: "strong" }, { text: ` ${lead}` }];
}

const costWords = { true: "its answers cost less", false: "its answers do not cost less" } as const;

function neededText(needed: number | null, n: number): string {
  if (needed === null || needed <= n) return "";
  return `: about ${formatNumber(needed - n, 0)} prompts more would show it, were the two equally good`;
}

const sayings: Readonly<Record<GapLabel, (pair: PairedEndpoints) => string>> = {
  clear: (pair) => `${aheadOf(pair)} is ahead.`,
  likely: (pair) => `${aheadOf(pair)} is probably ahead.`,
  "within-noise": ({ a, b }) => `Between ${a} and ${b} no difference is established.`,
  "unknown-n": ({ a, b }) => `${a} and ${b} cannot be judged.`,
  "not-comparable": ({ a, b }) => `${a} and ${b} cannot be compared.`,
};

function aheadOf({ a, b, difference }: PairedEndpoints): string {
  return difference > 0 ? b : a;
}

function differenceText({
  n,
  meanA,
  meanB,
  a,
  b,
  difference,
  interval95,
  grader,
}: PairedEndpoints) {
  const interval = interval95 === null ? "" : ` (95 %: ${intervalPoints(interval95)})`;
  return `By ${grader}, ${b} ${formatPercent(meanB)} against ${a} ${formatPercent(meanA)}: ${signedPoints(difference)} points${interval} on ${counted(n, "prompt")}`;
}

const endings: Readonly<Record<RunEnd["kind"], (end: RunEnd) => readonly string[]>> = {
  complete: () => [],
  decided: () => ["It ended early: the answer is certain at the level asked."],
  futile: () => ["It ended early: twice the planned prompts did not settle it."],
  limit: (end) =>
    end.kind === "limit"
      ? [
          `It ended at the limit of ${limitWords[end.limit]}${end.endpoint === null ? "" : ` for ${end.endpoint}`}: raise it in the suite, and the same command goes on.`,
        ]
      : [],
  interrupted: () => ["It was interrupted: the same command goes on."],
};

const limitWords = { usd: "money", requests: "requests", minutes: "time" } as const;

/** Why a run ended, where it did not end by being done. */
export function endLines(end: RunEnd): readonly string[] {
  return endings[end.kind](end);
}

function pairedBlocks({ paired }: RunReport): readonly Block[] {
  if (paired.length === 0) return [];
  const columns = [
    left(""),
    left("difference"),
    left("test"),
    right("prompts"),
    right("to show it"),
  ];
  return section("Paired by prompt", [
    {
      kind: "table",
      columns,
      rows: paired.map((pair): readonly Line[] => [
        `${pair.b} against ${pair.a}`,
        `${signedPoints(pair.difference)}${pair.interval95 === null ? "" : ` (${intervalPoints(pair.interval95)})`}`,
        `${pair.test}${pair.p === null ? "" : `, ${pText(pair.p)}`}`,
        String(pair.n),
        pair.itemsNeeded === null ? "" : formatNumber(pair.itemsNeeded, 0),
      ]),
    },
    ...paired.flatMap(({ leftOut }) => leftOutLines(leftOut).map(paragraph)),
  ]);
}

function pText(p: number): string {
  return p < 0.0001 ? "p < 0.0001" : `p ${formatNumber(p, 4)}`;
}

function leftOutLines(leftOut: PairedEndpoints["leftOut"]): readonly string[] {
  const { onlyInA, onlyInB, withoutScoreInA, withoutScoreInB } = leftOut;
  const one = onlyInA.length + onlyInB.length;
  const unscored = withoutScoreInA.length + withoutScoreInB.length;
  return [
    ...(one > 0 ? [`${counted(one, "prompt")} answered on one side alone: not compared.`] : []),
    ...(unscored > 0
      ? [`${counted(unscored, "prompt")} without an answer or a grade on a side: not compared.`]
      : []),
  ];
}

function disagreementBlocks({ paired }: RunReport): readonly Block[] {
  return section(
    "Worth reading side by side",
    list(
      paired.flatMap(({ a, b, disagreements }) =>
        disagreements.map(
          (each) =>
            `${each.prompt}: ${a} ${formatPercent(each.a, 0)}, ${b} ${formatPercent(each.b, 0)}.`,
        ),
      ),
    ),
  );
}

function signedPoints(share: number): string {
  return formatPoints(share * 100);
}

function intervalPoints([low, high]: Interval): string {
  return `${signedPoints(low)} to ${signedPoints(high)}`;
}
