import { setMaxListeners } from "node:events";
import type { Outcome } from "../../core/problems/problem.ts";
import type { RunEnd } from "../../core/runs/progress.ts";
import type { FollowedRun } from "./followed-run.ts";
import { leadRun } from "./lead-run.ts";
import type { MeasureRun } from "./measure-run.ts";
import type { OpenSuite } from "./open-suite.ts";
import { countBefore } from "./shared-budget.ts";
import { workOn } from "./work-on.ts";

/**
 * Measures what is left of a run that others may work on as well: notices what they finish, takes
 * over what they leave, and comes back when nothing of it is under way any more.
 */
export async function measureTogether(
  options: MeasureRun,
  opened: OpenSuite,
  followed: FollowedRun,
): Promise<Outcome<RunEnd>> {
  const { suite, run, store, onProgress } = options;
  await countBefore(store, run.id, { limits: suite.limits, before: followed.before.used });
  const [worked, broken] = [new AbortController(), new AbortController()];
  const stopping = AbortSignal.any([options.stopping, broken.signal]);
  setMaxListeners(0, stopping);
  const ownWork = async (): Promise<Outcome<null>> => {
    await workOn(suite, opened, {
      ...{ ...options, stopping, runId: run.id },
      onDone: ({ cell, result }) => {
        followed.learn(cell, result.grades);
        return followed.decided();
      },
    });
    return { ok: true, value: null };
  };
  const working = settled(() => options.workers?.(stopping) ?? ownWork()).finally(() =>
    worked.abort(),
  );
  try {
    const end = await leadRun({
      ...{ store, followed, onProgress, runId: run.id, clock: opened.clock },
      ...{ worked: worked.signal, stopping },
    });
    const came = await working;
    if (!came.ok) throw came.cause;
    return came.value.ok ? { ok: true, value: end } : came.value;
  } finally {
    broken.abort();
    await working;
  }
}

/** What it throws is kept until somebody asks. */
async function settled<T>(work: () => Promise<T>) {
  try {
    return { ok: true, value: await work() } as const;
  } catch (cause) {
    return { ok: false, cause } as const;
  }
}
