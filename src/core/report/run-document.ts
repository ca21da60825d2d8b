import { counted } from "../compare/wording.ts";
import type { PairedLabel } from "../paired/paired-result.ts";
import type { PairedEndpoints } from "../runs/paired-endpoints.ts";
import type { RunEnd } from "../runs/progress.ts";
import type { RunReport } from "../runs/run-report.ts";
import type { Block, Document, Line } from "./document.ts";
import { formatPercent } from "./format.ts";
import { shownText } from "./run/decision-words.ts";
import { disagreementBlocks } from "./run/disagreement-blocks.ts";
import { endpointBlocks } from "./run/endpoint-blocks.ts";
import { pairedBlocks } from "./run/paired-blocks.ts";
import { intervalPoints, signedPoints } from "./run/run-words.ts";

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
  const lead = `${sayings[pair.label](pair)} ${differenceText(pair)}.`;
  const shown = shownText(pair);
  if (shown === undefined) return [{ text: lead, tone: "strong" }];
  return [{ text: shown, tone: "strong" }, { text: ` ${lead}` }];
}

const sayings: Readonly<Record<PairedLabel, (pair: PairedEndpoints) => string>> = {
  clear: (pair) => `${aheadOf(pair)} is ahead.`,
  "within-noise": ({ a, b }) => `Between ${a} and ${b} no difference is established.`,
  "unknown-n": ({ a, b }) => `${a} and ${b} cannot be judged.`,
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
  unfinished: () => [
    "It is not finished: it may have been decided early, met a limit, or still go on. `steelyard measure` with its suite goes on.",
  ],
};

const limitWords = { usd: "money", requests: "requests", minutes: "time" } as const;

/** Why a run ended, where it did not end by being done. */
export function endLines(end: RunEnd): readonly string[] {
  return endings[end.kind](end);
}
