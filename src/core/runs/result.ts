import type { Answer } from "./attempt.ts";
import type { Failure } from "./failure.ts";

/** What a grader made of an answer. */
export interface Grade {
  readonly grader: string;
  /** Of the grader: what it grades otherwise, it calls otherwise. */
  readonly version: string;
  /** 0 to 1. */
  readonly score: number;
  readonly isPass: boolean;
  readonly because: string;
}

/** What came of a cell: an answer with its grades, or the failure that ended it. */
export interface CellResult {
  readonly cell: string;
  readonly answer: Answer | null;
  readonly failure: Failure | null;
  readonly grades: readonly Grade[];
  /** Of the attempt that was answered, without waiting and earlier attempts. */
  readonly latencyMs: number | null;
  readonly ttftMs: number | null;
  /** From one token to the next; see `interTokenMs`. */
  readonly interTokenMs: number | null;
  readonly attempts: number;
  /** As decimal text; null: no price is known. */
  readonly usd: string | null;
}
