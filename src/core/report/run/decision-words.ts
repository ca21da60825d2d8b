import { isShownBy, type PairedEndpoints } from "../../runs/paired-endpoints.ts";
import type { RunReport } from "../../runs/run-report.ts";
import { formatNumber } from "../format.ts";

/** What was to be decided of one candidate, and what came of it. */
export interface DecisionWords {
  readonly asked: string;
  readonly isShown: boolean;
  readonly answer: string;
}

/** A row for every candidate; none where nothing was to be decided. */
export function decisionWords({ asked, paired }: RunReport): readonly DecisionWords[] {
  if (asked === null) return [];
  const { baseline, candidates, marginPoints, isCheaperAsked } = asked;
  return candidates.map((candidate) => {
    const pair = paired.find(({ b }) => b === candidate);
    const cheaper = isCheaperAsked ? ", and costs less" : "";
    return {
      asked: `${candidate} is not worse than ${baseline} by more than ${formatNumber(marginPoints, 1)} points${cheaper}`,
      isShown: isShownBy(pair, asked),
      answer:
        (pair === undefined ? undefined : shownText(pair)) ??
        `${candidate} and ${baseline} share no prompt that was answered and graded.`,
    };
  });
}

/** Whether the margin is shown to be kept, in a sentence; undefined: none was asked for. */
export function shownText({ a, b, n, decision, isCheaper }: PairedEndpoints): string | undefined {
  if (decision === null) return undefined;
  const margin = `${formatNumber(decision.margin * 100, 1)} points`;
  const cost = isCheaper === null ? "which costs less is unknown" : costWords[`${isCheaper}`];
  switch (decision.outcome) {
    case "not-worse":
      return `${b} is shown to be not worse than ${a} by more than ${margin}; ${cost}.`;
    case "worse":
      return `${b} is shown to be worse than ${a} by more than ${margin}.`;
    case "not-shown":
      return `It is not shown that ${b} is within ${margin} of ${a}${neededText(decision.itemsNeeded, n)}.`;
  }
}

const costWords = { true: "its answers cost less", false: "its answers do not cost less" } as const;

function neededText(needed: number | null, n: number): string {
  if (needed === null || needed <= n) return "";
  return `: about ${formatNumber(needed - n, 0)} prompts more would show it, were the two equally good`;
}
