import { counted } from "../compare/wording.ts";
import type { ImportedRun, RunCounts } from "../runs/run-store.ts";
import { formatNumber } from "./format.ts";

/** What went with a run that is deleted. */
export function deletedText(
  run: string,
  { counts, isEvidence }: { readonly counts: RunCounts; readonly isEvidence: boolean },
): string {
  const { answered, failed, open, leased } = counts;
  const rest = open + leased;
  const gone = [
    `${formatNumber(answered + failed, 0)} results`,
    ...(rest === 0 ? [] : [`${formatNumber(rest, 0)} cells that were not measured`]),
    "its suite and exchanges",
    ...(isEvidence ? ["what it said of models"] : []),
  ];
  return `Deleted ${run}: ${gone.join(", ")}.\n`;
}

export function exportedText(run: string, file: string, lines: number): string {
  return `Wrote ${run} into ${file}: ${formatNumber(lines, 0)} lines. Whoever reads it reads what was asked and answered.\n`;
}

export function importedText({ run, cells, results, payloads }: ImportedRun): string {
  return `Took over ${run}: ${counted(cells, "cell")}, ${counted(results, "result")}, ${counted(payloads, "payload")}.\n`;
}

/** What came of grading a run anew. */
export interface Regraded {
  readonly run: string;
  readonly results: number;
  /** Results whose grades are others now. */
  readonly changed: number;
  /** Gradings that their grader could not make, with the first reason. */
  readonly ungraded: number;
  readonly because: string | null;
}

export function regradedText({ run, results, changed, ungraded, because }: Regraded): string {
  const lines = [
    `Graded ${counted(results, "answer")} of ${run} anew: ${changed === 0 ? "no grade is another" : `${formatNumber(changed, 0)} are graded otherwise`}. No request went to its endpoints.`,
    ...(ungraded === 0
      ? []
      : [`${counted(ungraded, "grade")} could not be made: ${because ?? "no reason was given"}.`]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** How far grading is. */
export function regradingText(done: number, results: number): string {
  return `graded ${formatNumber(done, 0)} of ${formatNumber(results, 0)}`;
}
