import type { Outcome } from "../../core/problems/problem.ts";
import type { Run } from "../../core/runs/run.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import type { Suite } from "../../core/runs/suite.ts";
import { keptSuite } from "../suite/kept-suite.ts";

/** A run with what it takes to read it. */
export interface OpenedRun {
  readonly store: RunStore;
  readonly run: Run;
  readonly suite: Suite;
}

/** A run in a store with its suite. */
export async function openedRun(
  store: RunStore,
  run: Run,
  suite?: Suite,
): Promise<Outcome<OpenedRun>> {
  const kept =
    suite === undefined ? await keptSuite(store, run) : { ok: true as const, value: suite };
  if (!kept.ok) return kept;
  return { ok: true, value: { store, run, suite: kept.value } };
}
