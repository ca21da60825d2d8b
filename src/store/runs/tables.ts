import type { Cell } from "../../core/runs/cell.ts";
import type { FinishOutcome, LeaseAsk, Rate, Use } from "../../core/runs/run-store.ts";

/** What both engines bind and hand back. Nothing else: the driver of SQLite ends the process at a boolean. */
export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = readonly SqlValue[];

/** What a store is opened for. */
export type StoreUse = "measure" | "read";

/**
 * The tables of one engine. What is read is one SQL for both, with `$1`; what is written differs by
 * how an engine takes many rows at once. Everything may be done twice without harm, so that it can be
 * tried again when a connection broke.
 */
export interface RunTables {
  /** How the store is called in problems; no password is in it. */
  readonly name: string;
  /** Whether several processes may write at once. */
  readonly isShared: boolean;
  /** The clock that leases and rates go by, in milliseconds since 1970: that of the store, not of a worker. */
  readonly nowSql: string;
  query(sql: string, values: SqlRow): Promise<readonly SqlRow[]>;
  createRun(row: RunRow): Promise<boolean>;
  updateRun(runId: string, body: string): Promise<void>;
  deleteRun(runId: string): Promise<boolean>;
  /** In one transaction, a bounded number of them. */
  addCells(runId: string, cells: readonly Cell[]): Promise<number>;
  lease(runId: string, worker: string, ask: LeaseAsk): Promise<readonly SqlRow[]>;
  heartbeat(
    runId: string,
    worker: string,
    keep: { readonly cells: readonly string[]; readonly forMs: number },
  ): Promise<readonly string[]>;
  release(runId: string, worker: string, cells: readonly string[]): Promise<void>;
  /** All of one run. False: it was ended, and nothing is begun. */
  begin(rows: readonly BegunRow[]): Promise<boolean>;
  finish(rows: FinishRows): Promise<FinishOutcome>;
  /** In one transaction; what is not there is passed over. @returns how many were */
  replaceResults(runId: string, rows: readonly ResultBodyRow[]): Promise<number>;
  replaceRun(runId: string, body: string): Promise<boolean>;
  /** What is there stays, and nothing is kept of a run that is not there. */
  endRun(runId: string, body: string): Promise<void>;
  reopenRun(runId: string): Promise<void>;
  use(runId: string, use: Use): Promise<boolean>;
  /** Nothing is kept of a run that is not there. */
  keepEvidence(runId: string, body: string): Promise<void>;
  putPayload(row: PayloadRow): Promise<void>;
  reserve(bucket: string, rate: Rate, amount: number): Promise<number>;
  pause(bucket: string, forMs: number): Promise<void>;
  close(): Promise<void>;
}

export interface RunRow {
  readonly id: string;
  readonly createdAt: string;
  readonly body: string;
}

export interface BegunRow {
  readonly run: string;
  readonly cell: string;
  readonly number: number;
  readonly worker: string;
  readonly begunAt: number;
}

export interface AttemptRow extends BegunRow {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly body: string;
}

export interface ResultRow {
  readonly run: string;
  readonly cell: string;
  /** By which a result that was sent twice is known from a second result. */
  readonly token: string;
  readonly state: "answered" | "failed";
  readonly failure: string | null;
  /** The attempt whose answer is the result's: kept once, there. */
  readonly answerNumber: number | null;
  readonly answerWorker: string | null;
  /** US dollars in 10⁻¹², and what is left of that in 10⁻²⁴: both sum exactly in any engine. */
  readonly picousd: number | null;
  readonly picousdRest: number | null;
  readonly body: string;
}

export interface ResultBodyRow {
  readonly cell: string;
  readonly body: string;
}

export interface FinishRows {
  readonly attempts: readonly AttemptRow[];
  readonly result: ResultRow;
  /** Written with them, or before them. */
  readonly payloads: readonly PayloadRow[];
}

export interface PayloadRow {
  readonly run: string;
  readonly hash: string;
  readonly encoding: string;
  readonly bytes: Uint8Array;
}
