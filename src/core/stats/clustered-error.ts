import { groupBy } from "../group-by.ts";
import type { Ratio } from "../units.ts";
import type { Interval } from "./intervals.ts";
import { meanOf, sumOf, varianceOf } from "./moments.ts";
import { around, pOfT, zOfLevel } from "./paired-difference.ts";
import { studentQuantile } from "./student.ts";

export interface ClusteredMean {
  readonly mean: number;
  readonly clusters: number;
  /** As if every prompt were independent. */
  readonly naiveError: number;
  readonly cr0Error: number;
  /** Corrected for few clusters. */
  readonly cr1Error: number;
  readonly cr0Interval: Interval;
  /** By Student's t with one degree of freedom less than clusters: the one to use. */
  readonly cr1Interval: Interval;
  readonly pCr1: Ratio;
  /** How many clustered prompts are worth one independent prompt; null where nothing varies. */
  readonly designEffect: number | null;
}

/**
 * The mean of differences whose prompts come in clusters, such as questions on one document (Liang and
 * Zeger 1986; Miller 2024, arXiv:2411.00640, section 2.2; few clusters: Cameron and Miller 2015).
 */
export function clusteredMean(
  differences: readonly number[],
  clusterOf: readonly (string | number)[],
  level: Ratio = 0.95,
): ClusteredMean {
  const n = differences.length;
  const mean = meanOf(differences);
  const residuals = differences.map((value, i) => ({ off: value - mean, cluster: clusterOf[i] }));
  const groups = [...groupBy(residuals, ({ cluster }) => cluster).values()];
  const totals = groups.map((group) => sumOf(group.map(({ off }) => off)) ** 2);
  const clusters = groups.length;
  const cr0Error = Math.sqrt(sumOf(totals)) / n;
  const cr1Error = Math.sqrt(clusters / (clusters - 1)) * cr0Error;
  const variance = varianceOf(differences);
  const independent = (variance * (n - 1)) / (n * n);
  return {
    mean,
    clusters,
    naiveError: Math.sqrt(variance / n),
    cr0Error,
    cr1Error,
    cr0Interval: around(mean, zOfLevel(level) * cr0Error),
    cr1Interval: around(mean, studentQuantile((1 + level) / 2, clusters - 1) * cr1Error),
    pCr1: pOfT(mean, cr1Error, clusters - 1),
    designEffect: independent > 0 ? cr0Error ** 2 / independent : null,
  };
}
