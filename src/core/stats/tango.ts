import type { Ratio } from "../units.ts";
import type { Interval } from "./intervals.ts";
import type { Disagreements } from "./mcnemar.ts";
import { normalCdf } from "./normal.ts";
import { zOfLevel } from "./paired-difference.ts";
import { rootBetween } from "./root-between.ts";

/** Two models on the same prompts, right or wrong. */
export interface PairedCounts extends Disagreements {
  /** All prompts, with those on which both do alike. */
  readonly n: number;
}

/**
 * The score statistic of T. Tango (Statistics in Medicine 17 (1998) 891-908): how many standard errors
 * A minus B lies above a supposed difference, with the error taken where that difference holds. It
 * keeps its level where few prompts disagree, down to none.
 */
export function tangoZ({ onlyA, onlyB, n }: PairedCounts, supposed: number): number {
  const above = onlyA - onlyB - n * supposed;
  if (above === 0) return 0;
  const share = restrictedShareOfB({ onlyA, onlyB, n }, supposed);
  return above / Math.sqrt(n * Math.max(0, 2 * share + supposed * (1 - supposed)));
}

/** All differences A minus B that the score statistic does not refuse. */
export function tangoInterval(counts: PairedCounts, level: Ratio = 0.95): Interval {
  const z = zOfLevel(level);
  const seen = (counts.onlyA - counts.onlyB) / counts.n;
  return [
    counts.onlyB === counts.n ? -1 : rootBetween(-1, seen, (at) => z - tangoZ(counts, at)),
    counts.onlyA === counts.n ? 1 : rootBetween(seen, 1, (at) => -z - tangoZ(counts, at)),
  ];
}

export interface NonInferiority {
  /** A minus B. */
  readonly difference: number;
  readonly z: number;
  /** One-sided. */
  readonly p: Ratio;
  /** The least difference by Wald, one-sided: for comparison with what others print. */
  readonly waldLow: number;
  readonly isNonInferior: boolean;
}

/**
 * Whether A is worse than B by less than a margin: the score test of the supposition that A minus B is
 * minus the margin or below (Tango 1998; Liu et al., Statistics in Medicine 21 (2002) 231-245).
 */
export function nonInferiority(
  counts: PairedCounts,
  { margin, alpha = 0.05 }: { readonly margin: Ratio; readonly alpha?: Ratio },
): NonInferiority {
  const { onlyA, onlyB, n } = counts;
  const difference = (onlyA - onlyB) / n;
  const z = tangoZ(counts, -margin);
  const p = normalCdf(-z);
  const error = Math.sqrt(onlyA + onlyB - (onlyA - onlyB) ** 2 / n) / n;
  const waldLow = difference - zOfLevel(1 - 2 * alpha) * error;
  return { difference, z, p, waldLow, isNonInferior: p < alpha };
}

/** The likeliest share solved by B alone, had A minus B this size. */
function restrictedShareOfB({ onlyA, onlyB, n }: PairedCounts, supposed: number): Ratio {
  const linear = (2 * n - onlyA + onlyB) * supposed - onlyA - onlyB;
  const constant = -onlyB * supposed * (1 - supposed);
  const root = Math.sqrt(Math.max(0, linear * linear - 8 * n * constant));
  // The form that subtracts nothing from its like.
  const share = linear > 0 ? (-2 * constant) / (linear + root) : (root - linear) / (4 * n);
  return Math.max(0, -supposed, share);
}
