import type { Ratio } from "../units.ts";
import { logBeta } from "./binomial-term.ts";
import type { Disagreements } from "./mcnemar.ts";

/** The evidence after each disagreement, in the order they came. */
export interface AnytimeMcNemar {
  readonly eValues: readonly number[];
  /** Holds whenever one looks, and however often. */
  readonly p: Ratio;
  /** At which disagreement, from 1, one may stop; null: not yet. */
  readonly stopAt: number | null;
}

/**
 * McNemar's test for a reader who looks after every prompt: the evidence against a fair coin, mixed over
 * all leanings by a beta prior, stops at 1 / alpha and is wrong at most that often (Ville 1939; Robbins
 * 1970; Howard et al. 2021, arXiv:1810.08240; Ramdas et al. 2023, arXiv:2210.01948).
 *
 * @param order of each disagreement, who solved the prompt alone
 */
export function anytimeMcNemar(
  order: Iterable<"A" | "B">,
  { alpha = 0.05, prior = 0.5 }: { readonly alpha?: Ratio; readonly prior?: number } = {},
): AnytimeMcNemar {
  let [onlyA, onlyB, most] = [0, 0, 1];
  const eValues: number[] = [];
  let stopAt: number | null = null;
  for (const side of order) {
    if (side === "A") onlyA += 1;
    else onlyB += 1;
    const evidence = mcNemarEvidence({ onlyA, onlyB }, prior);
    eValues.push(evidence);
    most = Math.max(most, evidence);
    if (stopAt === null && evidence >= 1 / alpha) stopAt = eValues.length;
  }
  return { eValues, p: Math.min(1, 1 / most), stopAt };
}

/**
 * How many times likelier the disagreements are under some leaning than under none:
 * `B(prior + a, prior + b) / B(prior, prior) × 2^(a + b)`.
 */
export function mcNemarEvidence({ onlyA, onlyB }: Disagreements, prior = 0.5): number {
  const log = logBeta(prior + onlyA, prior + onlyB) - logBeta(prior, prior);
  return Math.exp(log + (onlyA + onlyB) * Math.LN2);
}
