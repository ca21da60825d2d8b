import type { Outcome } from "../../core/problems/problem.ts";
import type { RunEnd } from "../../core/runs/progress.ts";
import type { Run } from "../../core/runs/run.ts";
import { type RunReport, runTally } from "../../core/runs/run-report.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import type { Suite } from "../../core/runs/suite.ts";
import { cellCount } from "../suite/cells-of.ts";
import { type OpenedRun, openedRun } from "./opened-run.ts";
import { withTexts } from "./with-texts.ts";

/** What whoever measured knows besides; absent: what the store keeps. */
export interface MeasuredJustNow {
  readonly suite?: Suite;
  readonly end?: RunEnd;
}

/** What a run in a store came to so far. Texts are read of the few prompts worth reading alone. */
export async function reportOfRun(
  store: RunStore,
  run: Run,
  { suite, end }: MeasuredJustNow = {},
): Promise<Outcome<RunReport>> {
  const opened = await openedRun(store, run, suite);
  return opened.ok ? { ok: true, value: await reportOf(opened.value, end) } : opened;
}

/** The same of a run that is opened. */
export async function reportOf(opened: OpenedRun, end?: RunEnd): Promise<RunReport> {
  const { store, run, suite } = opened;
  const tally = runTally(suite);
  for await (const measured of store.measured(run.id)) tally.add(measured);
  return withTexts(tally.report(run, end ?? (await endOf(opened))), opened);
}

async function endOf({ store, run, suite }: OpenedRun): Promise<RunEnd> {
  const { answered, failed } = await store.counts(run.id);
  return { kind: answered + failed >= cellCount(suite) ? "complete" : "unfinished" };
}
