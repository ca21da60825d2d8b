import type { Progress, RunningDifference } from "./progress.ts";
import type { CellResult } from "./result.ts";

/** Follows a run for whoever waits for it. */
export interface RunWatch {
  readonly done: (result: CellResult, nowMs: number, underWay: number) => Progress;
}

/** The rate is that of the last so many cells. */
const lately = 200;

/** @param before cells that were done already, and what they cost */
export function runWatch(
  cells: number,
  before: { readonly done: number; readonly usd: number },
  difference: () => RunningDifference | null,
): RunWatch {
  const times: number[] = [];
  const failures = new Map<keyof Progress["failures"], number>();
  let done = before.done;
  let usd = before.usd;
  let isPriced = before.usd > 0;
  return {
    done: (result, nowMs, underWay) => {
      done += 1;
      times.push(nowMs);
      if (times.length > lately) times.shift();
      if (result.usd !== null) {
        usd += Number(result.usd);
        isPriced = true;
      }
      if (result.failure !== null) {
        failures.set(result.failure.code, (failures.get(result.failure.code) ?? 0) + 1);
      }
      const spanMs = nowMs - (times[0] ?? nowMs);
      const perSecond = spanMs > 0 ? ((times.length - 1) * 1000) / spanMs : 0;
      const leftMs = perSecond > 0 ? ((cells - done) * 1000) / perSecond : null;
      return {
        ...{ done, cells, underWay, perSecond, leftMs },
        spentUsd: isPriced ? usd : null,
        failures: Object.fromEntries(failures),
        difference: difference(),
      };
    },
  };
}
