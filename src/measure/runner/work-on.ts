import type { UsdOf } from "../../core/runs/endpoint-prices.ts";
import type { RunEnd } from "../../core/runs/progress.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import type { Suite } from "../../core/runs/suite.ts";
import type { Usd } from "../../core/units.ts";
import type { OpenSuite } from "./open-suite.ts";
import type { DoneCell } from "./run-ports.ts";
import { runSuite } from "./run-suite.ts";
import { sharedBudget } from "./shared-budget.ts";

export interface WorkOn {
  readonly store: RunStore;
  readonly runId: string;
  /** Who measures, among several that drain the run. */
  readonly worker: string;
  readonly usdOf: UsdOf;
  readonly expectedUsd: ReadonlyMap<string, Usd>;
  readonly onDone: (done: DoneCell) => RunEnd | undefined;
  readonly stopping: AbortSignal;
  readonly giveUp: AbortSignal;
}

/** Measures cells of a run beside others; what ends it here ends it for all. */
export async function workOn(suite: Suite, opened: OpenSuite, work: WorkOn): Promise<RunEnd> {
  const { store, runId, expectedUsd } = work;
  const { open } = await store.counts(runId);
  const budget = sharedBudget({ store, runId, limits: suite.limits, expectedUsd });
  const end = await runSuite(suite, opened, { ...work, budget, isOpen: open > 0 });
  if (end.kind !== "complete" && end.kind !== "interrupted") await store.endRun(runId, end);
  return end;
}
