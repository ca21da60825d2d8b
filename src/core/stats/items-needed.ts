import type { Points, Ratio } from "../units.ts";
import { normalQuantile } from "./normal.ts";

export interface ItemsNeededInput {
  /** Percent. */
  readonly scoreA: Points;
  readonly scoreB: Points;
  /** Chance to see the gap if it is there. Absent: `usualTest`. */
  readonly power?: Ratio;
  /** Two-sided level of the test. Absent: `usualTest`. */
  readonly alpha?: Ratio;
  /** Correlation of the answers when both solve the same items: a rough first guess only. */
  readonly correlation?: Ratio;
}

/** Power and two-sided level of a test, when nobody asks for others. */
export const usualTest = { power: 0.8, alpha: 0.05 } as const;

/** What stands in when nobody states a pass rate and a loss that matters. */
export const assumedRetest = { passPercent: 85, gapPoints: 3 } as const;

/**
 * Items for which a gap of this size is seen with the power asked: (z₁₋α/₂ + z_power)² × (pA qA + pB
 * qB) / D², for two independent samples. Infinite when the scores are equal.
 */
export function itemsNeeded(input: ItemsNeededInput): number {
  const {
    scoreA,
    scoreB,
    power = usualTest.power,
    alpha = usualTest.alpha,
    correlation = 0,
  } = input;
  const a = scoreA / 100;
  const b = scoreB / 100;
  if (a === b) return Number.POSITIVE_INFINITY;
  const z = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  const variance = a * (1 - a) + b * (1 - b);
  return Math.max(1, Math.ceil((z * z * variance * (1 - correlation)) / (b - a) ** 2));
}

/** Correlations between two models' answers to the same items that published comparisons show. */
export const usualCorrelations = { low: 0.3, high: 0.7 } as const;

/**
 * Items that both models answer, for a gap of this size to be seen by a paired test (McNemar) with
 * the power asked: (z₁₋α/₂ √ψ + z_power √(ψ - D²))² / D², where ψ is the share of items that one
 * solves and the other does not, as the correlation implies it (Connor 1987). The correlation is a
 * guess before the first run, and so is the count.
 */
export function pairedItemsNeeded(
  input: ItemsNeededInput & { readonly correlation: Ratio },
): number {
  const { scoreA, scoreB, power = usualTest.power, alpha = usualTest.alpha, correlation } = input;
  const a = scoreA / 100;
  const b = scoreB / 100;
  const difference = b - a;
  if (difference === 0) return Number.POSITIVE_INFINITY;
  const [varianceA, varianceB] = [a * (1 - a), b * (1 - b)];
  const independent = varianceA + varianceB;
  const least = Math.abs(difference) - difference ** 2;
  const variance = Math.max(
    least,
    independent - 2 * correlation * Math.sqrt(varianceA * varianceB),
  );
  const discordant = variance + difference ** 2;
  const z =
    normalQuantile(1 - alpha / 2) * Math.sqrt(discordant) +
    normalQuantile(power) * Math.sqrt(variance);
  return Math.max(1, Math.ceil((z * z) / difference ** 2));
}
