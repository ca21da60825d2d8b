import type { Outcome } from "../../core/problems/problem.ts";
import type { UsdOf } from "../../core/runs/endpoint-prices.ts";
import type { Progress, RunEnd } from "../../core/runs/progress.ts";
import type { Run } from "../../core/runs/run.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import { runWatch } from "../../core/runs/run-watch.ts";
import type { Suite } from "../../core/runs/suite.ts";
import type { Usd } from "../../core/units.ts";
import type { Clock } from "../exchange/clock.ts";
import type { Environment } from "../exchange/endpoint-access.ts";
import { cellCount } from "../suite/cells-of.ts";
import { budgetOf } from "./budget.ts";
import { type FollowedRun, followedRun } from "./followed-run.ts";
import { measureTogether } from "./measure-together.ts";
import { type OpenSuite, openSuite } from "./open-suite.ts";
import { runSuite } from "./run-suite.ts";
import { startRun } from "./start-run.ts";

export interface MeasureRun {
  readonly suite: Suite;
  readonly run: Run;
  readonly store: RunStore;
  readonly usdOf: UsdOf;
  /** What a request is expected to cost, by endpoint, before any has. */
  readonly expectedUsd: ReadonlyMap<string, Usd>;
  /** Where keys are found, by the names that endpoints state. */
  readonly environment: Environment;
  /** Who measures, among several that drain one run. */
  readonly worker: string;
  readonly isCodeAllowed: boolean;
  /** Others that ask in the place of this process; settled when all of them have ended. */
  readonly workers?: (stopping: AbortSignal) => Promise<Outcome<null>>;
  readonly onProgress: (progress: Progress) => void;
  readonly stopping: AbortSignal;
  readonly giveUp: AbortSignal;
  readonly clock?: Clock;
}

/** Measures what is left of a run. Keys and graders are looked at before anything is sent. */
export async function measureRun(options: MeasureRun): Promise<Outcome<RunEnd>> {
  const { suite, run, store } = options;
  const opened = await openSuite(suite, options);
  if (!opened.ok) return opened;
  try {
    const followed = await followedRun({ suite, store, runId: run.id });
    const ended = await startRun({ store, suite, run });
    if (ended !== undefined) return { ok: true, value: ended };
    return store.isShared
      ? await measureTogether(options, opened.value, followed)
      : { ok: true, value: await measureAlone(options, opened.value, followed) };
  } finally {
    await opened.value.close();
  }
}

async function measureAlone(
  options: MeasureRun,
  opened: OpenSuite,
  { before, learn, difference, decided }: FollowedRun,
): Promise<RunEnd> {
  const { suite, run, store } = options;
  const watch = runWatch(cellCount(suite), before, difference);
  const end = await runSuite(suite, opened, {
    ...options,
    runId: run.id,
    isOpen: before.done < cellCount(suite),
    budget: budgetOf(suite.limits, before.used, options.expectedUsd),
    onDone: ({ cell, result, underWay }) => {
      learn(cell, result.grades);
      options.onProgress(watch.done(result, opened.clock.now(), underWay));
      return decided();
    },
  });
  if (end.kind === "decided" || end.kind === "futile") await store.endRun(run.id, end);
  return end;
}
