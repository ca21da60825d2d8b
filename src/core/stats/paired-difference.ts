import type { Ratio } from "../units.ts";
import type { Interval } from "./intervals.ts";
import { correlationOf, meanOf, varianceOf } from "./moments.ts";
import { normalQuantile, z95 } from "./normal.ts";
import { studentP, studentQuantile } from "./student.ts";

export interface PairedDifference {
  /** Mean of A minus B. */
  readonly difference: number;
  readonly standardError: number;
  readonly zInterval: Interval;
  /** With n - 1 degrees of freedom: the honest one for few prompts. */
  readonly tInterval: Interval;
  /** Two-sided, by Student's t; 1 where nothing differs, 0 where all differ by the same. */
  readonly pT: Ratio;
  /** What the error would be had the two answered different prompts. */
  readonly unpairedStandardError: number;
  readonly correlation: number | null;
}

/**
 * The mean difference of two scores of each prompt (Miller 2024, arXiv:2411.00640, section 4). Both
 * lists in the same order, of at least two prompts.
 */
export function pairedDifference(
  a: readonly number[],
  b: readonly number[],
  level: Ratio = 0.95,
): PairedDifference {
  const n = a.length;
  const differences = a.map((score, i) => score - (b[i] ?? Number.NaN));
  const difference = meanOf(differences);
  const standardError = Math.sqrt(varianceOf(differences) / n);
  return {
    difference,
    standardError,
    zInterval: around(difference, zOfLevel(level) * standardError),
    tInterval: around(difference, studentQuantile((1 + level) / 2, n - 1) * standardError),
    pT: pOfT(difference, standardError, n - 1),
    unpairedStandardError: Math.sqrt((varianceOf(a) + varianceOf(b)) / n),
    correlation: correlationOf(a, b),
  };
}

/** How many standard errors a two-sided interval of this level reaches. */
export function zOfLevel(level: Ratio): number {
  return level === 0.95 ? z95 : normalQuantile((1 + level) / 2);
}

/** From so much below to so much above. */
export function around(centre: number, half: number): Interval {
  return [centre - half, centre + half];
}

/** Two-sided p of an estimate by Student's t. */
export function pOfT(estimate: number, standardError: number, degrees: number): Ratio {
  return estimate === 0 ? 1 : studentP(estimate / standardError, degrees);
}
