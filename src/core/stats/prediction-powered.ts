import type { Ratio } from "../units.ts";
import type { Interval } from "./intervals.ts";
import { covarianceOf, meanOf, varianceOf } from "./moments.ts";
import { around, zOfLevel } from "./paired-difference.ts";

/** An estimate with its standard error. */
export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
}

export interface PredictionPowered extends Estimate {
  readonly interval: Interval;
  /** With the judge weighed by how far it goes with people: never worse than people alone. */
  readonly tuned: Estimate & { readonly weight: Ratio; readonly interval: Interval };
  /** What the judge says of what nobody labelled, taken at its word. */
  readonly judgeAlone: number;
  readonly peopleAlone: Estimate;
}

/**
 * The mean that people would give, from a few of their labels and many of a judge, whose error the few
 * measure (Angelopoulos et al. 2023, arXiv:2301.09633; tuned: arXiv:2311.01453).
 *
 * @param people labels of people, in the order of `judge`
 * @param judge the judge's labels of the same answers
 * @param judgeElsewhere the judge's labels of answers that nobody else labelled
 */
export function predictionPowered(
  {
    people,
    judge,
    judgeElsewhere,
  }: {
    readonly people: readonly number[];
    readonly judge: readonly number[];
    readonly judgeElsewhere: readonly number[];
  },
  level: Ratio = 0.95,
): PredictionPowered {
  const weighted = (weight: number): Estimate => {
    const left = people.map((label, i) => label - weight * (judge[i] ?? 0));
    const variance =
      (weight * weight * varianceOf(judgeElsewhere)) / judgeElsewhere.length +
      varianceOf(left) / left.length;
    return {
      estimate: weight * meanOf(judgeElsewhere) + meanOf(left),
      standardError: Math.sqrt(variance),
    };
  };
  const z = zOfLevel(level);
  const withInterval = ({ estimate, standardError }: Estimate) => ({
    estimate,
    standardError,
    interval: around(estimate, z * standardError),
  });
  const pooled = varianceOf([...judge, ...judgeElsewhere]);
  const slope =
    covarianceOf(people, judge) / ((1 + people.length / judgeElsewhere.length) * pooled);
  const weight = pooled > 0 ? Math.min(1, Math.max(0, slope)) : 0;
  return {
    ...withInterval(weighted(1)),
    tuned: { ...withInterval(weighted(weight)), weight },
    judgeAlone: meanOf(judgeElsewhere),
    peopleAlone: {
      estimate: meanOf(people),
      standardError: Math.sqrt(varianceOf(people) / people.length),
    },
  };
}
