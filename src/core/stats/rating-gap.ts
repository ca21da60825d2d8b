import type { Ratio } from "../units.ts";
import { type SamplingLabel, samplingLabelOf } from "./gap.ts";
import { normalCdf, z95 } from "./normal.ts";

/** A rating from pairwise votes, with half the width of its 95 % interval. */
export interface Rating {
  readonly rating: number;
  readonly halfWidth95: number;
}

export interface RatingGap {
  /** B minus A. */
  readonly delta: number;
  readonly z: number;
  readonly sameSignProbability: Ratio;
  readonly label: SamplingLabel;
}

/** Whether two ratings of one leaderboard differ by more than their intervals allow. */
export function ratingGapBetween(a: Rating, b: Rating): RatingGap {
  const delta = b.rating - a.rating;
  const standardError = Math.hypot(a.halfWidth95, b.halfWidth95) / z95;
  const z = delta === 0 ? 0 : Math.abs(delta) / standardError;
  return { delta, z, sameSignProbability: normalCdf(z), label: samplingLabelOf(z) };
}
