import type { Outcome } from "../problems/problem.ts";
import type { Attempt, Timings } from "./attempt.ts";
import type { Cell } from "./cell.ts";
import type { FailureCode } from "./failure.ts";
import type { RunEnd } from "./progress.ts";
import type { CellResult, Grade } from "./result.ts";
import type { Run } from "./run.ts";
import type { RunEvidence } from "./run-evidence.ts";

/**
 * Where runs live, for one process or for many. What is acknowledged is committed: a crash or a
 * restart takes none of it back. When the store itself fails, methods throw a `RunStoreFailure`.
 */
export interface RunStore {
  /** Whether several processes may measure into it at once. */
  readonly isShared: boolean;
  /** False when a run of this id is there already; it is left as it is. */
  createRun(run: Run): Promise<boolean>;
  run(id: string): Promise<Run | undefined>;
  /** Of a run that is there, what may change while it goes on: where its suite is kept. */
  updateRun(run: Run): Promise<void>;
  /** The latest first. */
  runs(): Promise<readonly Run[]>;
  /** With its cells, attempts and results, and the payloads that no other run holds. */
  deleteRun(id: string): Promise<boolean>;

  /**
   * In the order they are to be measured in; those whose key is there are passed over, and so are all
   * when there is no such run.
   *
   * @returns how many are new
   */
  addCells(runId: string, cells: Iterable<Cell>): Promise<number>;
  /**
   * The next cells that nobody holds; none of a run that was ended. A lease that is not kept up ends
   * by itself.
   */
  lease(runId: string, worker: string, ask: LeaseAsk): Promise<readonly LeasedCell[]>;
  /** Keeps leases up. @returns the keys of those that this worker still holds */
  heartbeat(
    runId: string,
    worker: string,
    keep: { readonly cells: readonly string[]; readonly forMs: number },
  ): Promise<readonly string[]>;
  /** Gives cells back unfinished, for anybody to lease. */
  release(runId: string, worker: string, cells: readonly string[]): Promise<void>;

  /**
   * To be awaited before the requests are sent, so that a crash shows what may have been paid.
   *
   * @returns false: the run was ended, so that they must not be sent
   */
  beginAttempts(runId: string, worker: string, begun: readonly BegunAttempt[]): Promise<boolean>;
  /** The attempts of a cell, its result and that it is done: all or nothing. */
  finish(runId: string, worker: string, finished: FinishedCell): Promise<FinishOutcome>;

  /** Ends a run for all who work on it: what is under way is finished. The first reason stays. */
  endRun(runId: string, end: RunEnd): Promise<void>;
  /** Why a run was ended; undefined: it was not. */
  ended(runId: string): Promise<RunEnd | undefined>;
  /** Takes the end of a run back. */
  reopenRun(runId: string): Promise<void>;
  /** Counts up what all who work on a run use. @returns false: it would be too much, and is not counted */
  use(runId: string, use: Use): Promise<boolean>;

  /** In their order. Read page by page: what is finished meanwhile may or may not be among them. */
  results(runId: string): AsyncIterable<CellResult>;
  /** The same, each with the cell it is of and the times of the attempt that was answered. */
  measured(runId: string): AsyncIterable<MeasuredCell>;
  result(runId: string, cell: string): Promise<CellResult | undefined>;
  /** In the order of their cells. */
  attempts(runId: string): AsyncIterable<AttemptRecord>;
  /**
   * Puts other grades in the place of those that results have: of all that are given, or of none.
   *
   * @returns how many of them are there
   */
  regrade(runId: string, graded: readonly GradedCell[]): Promise<number>;
  /** The run is one of another suite from now on, kept as a payload. False: there is no such run. */
  replaceSuite(runId: string, suiteHash: string): Promise<boolean>;
  /** Of the cells asked for, those that are finished. */
  gradesOf(runId: string, cells: readonly string[]): Promise<readonly GradedCell[]>;
  counts(runId: string): Promise<RunCounts>;
  spend(runId: string): Promise<RunSpend>;

  /** What the run says of models; takes the place of what it said before. */
  keepEvidence(evidence: RunEvidence): Promise<void>;
  /** Of all runs that came to their end, the latest run first. */
  evidence(): Promise<readonly RunEvidence[]>;

  /** @returns by what it is found again; null: it is larger than what is kept */
  putPayload(runId: string, bytes: Uint8Array): Promise<string | null>;
  payload(hash: string): Promise<Uint8Array | undefined>;

  /**
   * Takes requests or tokens from what all workers on this store share.
   *
   * @param amount below zero: gives back what was taken and not used
   * @returns milliseconds until they may be used; 0: now
   */
  reserve(bucket: string, rate: Rate, amount: number): Promise<number>;
  /** Nobody is to use the bucket for so long: an endpoint asked to be left alone. */
  pause(bucket: string, forMs: number): Promise<void>;

  /** A run with all that belongs to it, as lines of JSON. */
  exportRun(runId: string): AsyncIterable<string>;
  /**
   * Takes over what `exportRun` gave; what is there already stays as it is. A run that turns out
   * broken is taken out again.
   *
   * @param from what to call it in a problem
   */
  importRun(lines: AsyncIterable<string>, from: string): Promise<Outcome<ImportedRun>>;

  close(): Promise<void>;
}

export interface LeaseAsk {
  readonly atMost: number;
  readonly forMs: number;
  /** Absent: of any. */
  readonly endpoints?: readonly string[];
}

export interface LeasedCell extends Cell {
  /** Requests begun for it before, by whomever; some of them may never have been heard of again. */
  readonly attemptsBegun: number;
}

/** What is used up of something that a run has so much of, such as requests. */
export interface Use {
  readonly what: string;
  /** Below zero: gives back what was not used. */
  readonly amount: number;
  /** Absent: however much it is. */
  readonly atMost?: number;
  /** So much is known to have been used before. */
  readonly before?: number;
}

export interface BegunAttempt {
  readonly cell: string;
  readonly number: number;
}

export interface FinishedCell {
  readonly attempts: readonly Attempt[];
  /** Of each attempt, what went over the wire; null or too large: it is not kept. Absent: of none. */
  readonly exchanges?: readonly (Uint8Array | null)[];
  readonly result: CellResult;
}

export interface MeasuredCell {
  readonly cell: Cell;
  readonly result: CellResult;
  /** Null: there is no answer. */
  readonly timings: Timings | null;
}

export interface GradedCell {
  readonly cell: string;
  readonly grades: readonly Grade[];
}

/** A cell is finished once: of a second result nothing is kept but the attempts that it took. */
export type FinishOutcome = "finished" | "already-finished" | "no-such-cell";

export interface AttemptRecord {
  readonly cell: string;
  readonly number: number;
  readonly worker: string;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
  /** Null: it began and nothing was heard of it. It may have been paid for. */
  readonly attempt: Attempt | null;
}

export interface RunCounts {
  /** Cells that nobody holds. */
  readonly open: number;
  readonly leased: number;
  readonly answered: number;
  readonly failed: number;
  readonly failures: Readonly<Partial<Record<FailureCode, number>>>;
}

export interface RunSpend {
  readonly attempts: number;
  /** Begun, and nothing was heard of them. */
  readonly unheard: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** What the results say, summed exactly, as decimal text. */
  readonly usd: string;
  /** Results without a price. */
  readonly unpriced: number;
}

export interface Rate {
  readonly perMinute: number;
  /** How many may be used at once after a pause. */
  readonly burst: number;
}

export interface ImportedRun {
  readonly run: string;
  readonly cells: number;
  readonly attempts: number;
  readonly results: number;
  readonly payloads: number;
}
