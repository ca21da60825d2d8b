import type { Ratio } from "../units.ts";
import { binomialCdf, binomialProbability, binomialUpper } from "./binomial.ts";
import { usualTest } from "./items-needed.ts";
import { normalQuantile } from "./normal.ts";

/** Chance to see what is there, and the two-sided level of the test. */
export interface Test {
  readonly power?: Ratio;
  readonly alpha?: Ratio;
}

/** A difference between shares and how often two models disagree at all, both as shares. */
export interface PairedEffect {
  readonly delta: number;
  readonly discordance: Ratio;
}

/**
 * Prompts, not yet rounded up, for McNemar's test to see a difference (Connor, Biometrics 43 (1987)
 * 207-211). Infinite for a difference of nothing.
 */
export function mcNemarItems({ delta, discordance }: PairedEffect, test: Test = {}): number {
  const { alpha, power } = zsOf(test);
  const spread = Math.sqrt(Math.max(0, discordance - delta ** 2));
  return (alpha * Math.sqrt(discordance) + power * spread) ** 2 / delta ** 2;
}

/** The same by Wald's test (Miettinen 1968; Lachenbruch 1992): a little fewer. */
export function waldItems({ delta, discordance }: PairedEffect, test: Test = {}): number {
  const { alpha, power } = zsOf(test);
  return ((alpha + power) ** 2 * (discordance - delta ** 2)) / delta ** 2;
}

/** What makes the difference of two means vary, by prompt: each model may be asked several times. */
export interface PairedVariance {
  /** Variance of the prompts' true differences. */
  readonly omega2: number;
  /** Variance of the answers to one prompt. */
  readonly sigmaA2: number;
  readonly sigmaB2: number;
  readonly repetitionsA: number;
  readonly repetitionsB: number;
}

/**
 * Prompts, not yet rounded up, for the paired difference of two means to be seen (Miller 2024,
 * arXiv:2411.00640, equation 9).
 */
export function pairedMeanItems(spread: PairedVariance, delta: number, test: Test = {}): number {
  const { alpha, power } = zsOf(test);
  return ((alpha + power) ** 2 * varianceOfDifference(spread)) / delta ** 2;
}

/** The least difference of means that so many prompts show with the power asked. */
export function detectableDifference(spread: PairedVariance, n: number, test: Test = {}): number {
  const { alpha, power } = zsOf(test);
  return (alpha + power) * Math.sqrt(varianceOfDifference(spread) / n);
}

function varianceOfDifference(spread: PairedVariance): number {
  const { omega2, sigmaA2, sigmaB2, repetitionsA, repetitionsB } = spread;
  return omega2 + sigmaA2 / repetitionsA + sigmaB2 / repetitionsB;
}

/**
 * Chance that the exact McNemar test finds the difference: over every number of disagreements, by
 * enumeration.
 */
export function mcNemarExactPower(
  n: number,
  chances: { readonly pOnlyA: Ratio; readonly pOnlyB: Ratio },
  alpha: Ratio = usualTest.alpha,
): Ratio {
  const discordance = chances.pOnlyA + chances.pOnlyB;
  if (discordance === 0) return 0;
  const lean = chances.pOnlyA / discordance;
  let power = 0;
  let critical = -1;
  for (let m = 0; m <= n; m += 1) {
    while (2 * binomialCdf(critical + 1, m, 0.5) <= alpha * (1 + 1e-12)) critical += 1;
    while (critical >= 0 && 2 * binomialCdf(critical, m, 0.5) > alpha * (1 + 1e-12)) critical -= 1;
    if (critical < 0) continue;
    const found = binomialCdf(critical, m, lean) + binomialUpper(m - critical, m, lean);
    power += binomialProbability(m, n, discordance) * found;
  }
  return power;
}

function zsOf({ alpha = usualTest.alpha, power = usualTest.power }: Test) {
  return { alpha: normalQuantile(1 - alpha / 2), power: normalQuantile(power) };
}
