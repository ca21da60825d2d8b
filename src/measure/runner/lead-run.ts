import type { Progress, RunEnd } from "../../core/runs/progress.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import { sharedWatch } from "../../core/runs/shared-watch.ts";
import type { Clock } from "../exchange/clock.ts";
import type { FollowedRun } from "./followed-run.ts";

interface LeadRun {
  readonly store: RunStore;
  readonly runId: string;
  readonly followed: FollowedRun;
  readonly onProgress: (progress: Progress) => void;
  readonly clock: Clock;
  /** The work of this process and of those it started; given when it is over. */
  readonly worked: AbortSignal;
  /** Nothing more is begun here; what others do is not waited for. */
  readonly stopping: AbortSignal;
}

const everyMs = 1000;
/** A look takes at most so much of the time: one in a large run takes the store a while. */
const lookShare = 1 / 20;

/**
 * Follows a run that several work on, and ends it for all when its decision is certain. Settled when
 * nothing of it is under way any more, wherever that is.
 */
export async function leadRun(options: LeadRun): Promise<RunEnd> {
  const { store, runId, followed, onProgress, clock, worked, stopping } = options;
  const watch = sharedWatch();
  for (;;) {
    const lookedAt = clock.now();
    const isWorking = !worked.aborted;
    const counts = await store.counts(runId);
    const spend = await store.spend(runId);
    await followed.catchUp(counts.leased);
    onProgress(watch.look({ counts, spend, difference: followed.difference() }, clock.now()));
    const decided = followed.decided();
    if (decided !== undefined) await store.endRun(runId, decided);
    const ended = await store.ended(runId);
    if (!isWorking && stopping.aborted) return ended ?? { kind: "interrupted" };
    if (!isWorking && counts.leased === 0) {
      if (ended !== undefined) return ended;
      return { kind: counts.open === 0 ? "complete" : "interrupted" };
    }
    const waitMs = Math.max(everyMs, (clock.now() - lookedAt) / lookShare);
    await (isWorking ? clock.sleep(waitMs, worked) : clock.sleep(everyMs));
  }
}
