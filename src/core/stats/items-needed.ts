import type { Points, Ratio } from "../units.ts";
import { normalQuantile } from "./normal.ts";

export interface ItemsNeededInput {
  /** Percent. */
  readonly scoreA: Points;
  readonly scoreB: Points;
  /** Chance to see the gap if it is there. Absent: 0.8. */
  readonly power?: Ratio;
  /** Two-sided level of the test. Absent: 0.05. */
  readonly alpha?: Ratio;
  /** Correlation of the answers when both solve the same items: a rough first guess only. */
  readonly correlation?: Ratio;
}

/**
 * Items for which a gap of this size is seen with the power asked: (z₁₋α/₂ + z_power)² × (pA qA + pB
 * qB) / D², for two independent samples. Infinite when the scores are equal.
 */
export function itemsNeeded(input: ItemsNeededInput): number {
  const { scoreA, scoreB, power = 0.8, alpha = 0.05, correlation = 0 } = input;
  const a = scoreA / 100;
  const b = scoreB / 100;
  if (a === b) return Number.POSITIVE_INFINITY;
  const z = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  const variance = a * (1 - a) + b * (1 - b);
  return Math.max(1, Math.ceil((z * z * variance * (1 - correlation)) / (b - a) ** 2));
}
