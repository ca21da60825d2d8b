import type { ResultFile } from "../paired/scored-result.ts";
import type { ProbeReport } from "../probes/probe-report.ts";
import type { Outcome } from "../problems/problem.ts";
import type { Usd } from "../units.ts";
import type { Run, RunKind } from "./run.ts";
import type { RunReport } from "./run-report.ts";
import type { RunCounts, RunSpend } from "./run-store.ts";

/** Runs as questions see them. When their store fails, methods throw a `RunStoreFailure`. */
export interface RunReader {
  /** As it is called, without a password. */
  readonly store: string;
  /** The latest first. */
  readonly list: () => Promise<readonly ListedRun[]>;
  readonly report: (run: string) => Promise<Outcome<RunReport | ProbeReport>>;
  /** Every cell that was measured, as a table or as test cases, piece by piece. */
  readonly cells: (report: RunReport, format: CellFormat) => AsyncIterable<string>;
  /** Its scores by prompt, as a file of results has them. */
  readonly results: (run: string) => Promise<Outcome<ResultFile>>;
  readonly close: () => Promise<void>;
}

export type CellFormat = "csv" | "junit";

/** A run in a line. */
export interface ListedRun {
  readonly run: string;
  readonly kind: RunKind;
  readonly suite: string;
  readonly createdAt: string;
  readonly endpoints: readonly string[];
  readonly cells: number;
  readonly done: number;
  readonly failed: number;
  /** What is known of its cost; null: no price is. */
  readonly usd: Usd | null;
  /** Results whose price nobody knows. */
  readonly unpriced: number;
  /** Whether it came to its end, so that it counts in every answer. */
  readonly isEvidence: boolean;
}

export function listedRun(
  { id, kind, suite, createdAt, endpoints }: Run,
  { counts, spend, isEvidence }: ListedWith,
): ListedRun {
  const { open, leased, answered, failed } = counts;
  const [cells, done] = [open + leased + answered + failed, answered + failed];
  return {
    ...{ run: id, kind, suite, createdAt, endpoints: endpoints.map((each) => each.id) },
    ...{ cells, done, failed },
    usd: done > spend.unpriced ? Number(spend.usd) : null,
    ...{ unpriced: spend.unpriced, isEvidence },
  };
}

interface ListedWith {
  readonly counts: RunCounts;
  readonly spend: RunSpend;
  readonly isEvidence: boolean;
}

/** A store that is not there yet. */
export function noRuns(store: string): RunReader {
  const nothing = async (run: string): Promise<Outcome<never>> => ({
    ok: false,
    problem: { code: "run-not-found", run, store },
  });
  return {
    store,
    list: async () => [],
    report: nothing,
    cells: async function* () {},
    results: nothing,
    close: async () => {},
  };
}
