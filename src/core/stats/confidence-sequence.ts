import type { Ratio } from "../units.ts";
import { logBeta } from "./binomial-term.ts";
import type { Interval } from "./intervals.ts";
import { normalQuantile } from "./normal.ts";
import { rootBetween } from "./root-between.ts";

/**
 * Where a share lies, for a reader who looks after every item: all shares that a beta mixture does not
 * refuse (Robbins 1970; Howard et al. 2021, arXiv:1810.08240). Valid at every n at once.
 */
export function binomialSequence(
  { successes, n }: { readonly successes: number; readonly n: number },
  { alpha = 0.05, prior = 0.5 }: { readonly alpha?: Ratio; readonly prior?: number } = {},
): Interval {
  const failures = n - successes;
  const mixed = logBeta(prior + successes, prior + failures) - logBeta(prior, prior);
  const limit = -Math.log(alpha);
  const evidence = (p: Ratio) =>
    mixed - times(successes, Math.log(p)) - times(failures, Math.log1p(-p)) - limit;
  const share = n === 0 ? 0.5 : successes / n;
  return [
    successes === 0 ? 0 : rootBetween(0, share, (p) => -evidence(p)),
    failures === 0 ? 1 : rootBetween(share, 1, evidence),
  ];
}

/** Nothing of something endless is nothing. */
function times(count: number, log: number): number {
  return count === 0 ? 0 : count * log;
}

export interface NormalSequence {
  /** Half the width of the interval around the mean. */
  readonly radius: number;
  /** What it would be for one look at this n. */
  readonly fixedRadius: number;
  readonly ratio: number;
}

/**
 * Half the width of an interval around a mean that holds at every n at once, for many values
 * (Waudby-Smith et al. 2024, arXiv:2103.06476); rho says at which n it is tightest.
 */
export function normalSequence(
  { sd, n }: { readonly sd: number; readonly n: number },
  { rho, alpha = 0.05 }: { readonly rho: number; readonly alpha?: Ratio },
): NormalSequence {
  const scaled = n * rho * rho;
  const inside = ((2 * (scaled + 1)) / (n * scaled)) * Math.log(Math.sqrt(scaled + 1) / alpha);
  const radius = sd * Math.sqrt(inside);
  const fixedRadius = (normalQuantile(1 - alpha / 2) * sd) / Math.sqrt(n);
  return { radius, fixedRadius, ratio: radius / fixedRadius };
}

/** The rho with which `normalSequence` is about tightest at n (the same paper, appendix B.2). */
export function rhoFor(n: number, alpha: Ratio = 0.05): number {
  const log = -2 * Math.log(alpha);
  return Math.sqrt((log + Math.log(log + 1)) / n);
}
