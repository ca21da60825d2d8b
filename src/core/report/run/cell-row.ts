import type { Cell } from "../../runs/cell.ts";
import { failureKinds } from "../../runs/failure.ts";
import type { CellResult } from "../../runs/result.ts";
import { csvLine } from "../csv-line.ts";

/** What a row knows besides its result. */
export interface CellOfRow {
  readonly cell: Cell;
  readonly model: string;
  readonly cluster: string | undefined;
}

/** The heads of a table with a row for each cell. What a grader scored stands under its name. */
export function cellRowHead(graders: readonly string[]): string {
  return csvLine([
    ...["prompt", "endpoint", "model", "repetition", "cluster", "pass"],
    ...graders.map((grader) => `score_${grader}`),
    ...["latency_ms", "ttft_ms", "inter_token_ms", "input_tokens", "output_tokens", "usd"],
    ...["requests", "finish", "failure", "failure_class", "status"],
  ]);
}

/** A cell: which, how it was graded, how long it took, what it cost, why it failed. No text of it. */
export function cellRow(
  { cell, model, cluster }: CellOfRow,
  { answer, failure, grades, latencyMs, ttftMs, interTokenMs, usd, attempts }: CellResult,
  graders: readonly string[],
): string {
  const scores = new Map(grades.map(({ grader, score }) => [grader, score]));
  const isPass = grades.length === 0 ? null : grades.every((grade) => grade.isPass);
  return csvLine([
    ...[cell.prompt, cell.endpoint, model, cell.repetition, cluster ?? null, isPass],
    ...graders.map((grader) => scores.get(grader) ?? null),
    ...[latencyMs, ttftMs, interTokenMs].map(thousandths),
    ...[answer?.usage?.inputTokens ?? null, answer?.usage?.outputTokens ?? null],
    ...[usd, attempts, answer?.finish.normal ?? null],
    ...[failure?.code ?? null, failure === null ? null : failureKinds[failure.code].class],
    failure?.status ?? null,
  ]);
}

function thousandths(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms * 1000) / 1000;
}
