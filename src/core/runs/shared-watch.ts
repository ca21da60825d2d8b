import type { Progress, RunningDifference } from "./progress.ts";
import type { RunCounts, RunSpend } from "./run-store.ts";

/** Follows a run that several work on, by what the store says of it. */
export interface SharedWatch {
  readonly look: (seen: Seen, nowMs: number) => Progress;
}

export interface Seen {
  readonly counts: RunCounts;
  readonly spend: RunSpend;
  readonly difference: RunningDifference | null;
}

/** The rate is that of the last so many looks. */
const lately = 20;

export function sharedWatch(): SharedWatch {
  const looks: { readonly done: number; readonly atMs: number }[] = [];
  return {
    look: ({ counts, spend, difference }, atMs) => {
      const done = counts.answered + counts.failed;
      looks.push({ done, atMs });
      if (looks.length > lately) looks.shift();
      const first = looks[0] ?? { done, atMs };
      const spanMs = atMs - first.atMs;
      const perSecond = spanMs > 0 ? ((done - first.done) * 1000) / spanMs : 0;
      const left = counts.open + counts.leased;
      return {
        ...{ done, cells: done + left, underWay: counts.leased, perSecond },
        spentUsd: done > spend.unpriced ? Number(spend.usd) : null,
        failures: counts.failures,
        difference,
        leftMs: perSecond > 0 ? (left * 1000) / perSecond : null,
      };
    },
  };
}
