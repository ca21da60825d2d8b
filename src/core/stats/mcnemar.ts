import type { Ratio } from "../units.ts";
import { binomialCdf, binomialProbability } from "./binomial.ts";
import { normalCdf } from "./normal.ts";

/** Prompts on which two models disagree: solved by A alone, by B alone. */
export interface Disagreements {
  readonly onlyA: number;
  readonly onlyB: number;
}

export interface McNemar {
  /** The exact test: never wrong more often than it says, and careful for it. */
  readonly pExact: Ratio;
  /** The exact test less half of what was seen: close to what it says, at any size. */
  readonly pMid: Ratio;
  readonly chi2: number;
  /** With the continuity correction of Edwards. */
  readonly chi2cc: number;
  readonly pChi2: Ratio;
}

/**
 * Whether the disagreements lean to one side (McNemar 1947; exact and mid-p: Fagerland, Lydersen and
 * Laake 2013, BMC Med Res Methodol 13:91). Prompts on which both do alike say nothing. Two-sided.
 */
export function mcNemar({ onlyA, onlyB }: Disagreements): McNemar {
  const n = onlyA + onlyB;
  if (n === 0) return { pExact: 1, pMid: 1, chi2: 0, chi2cc: 0, pChi2: 1 };
  const apart = Math.abs(onlyA - onlyB);
  const chi2 = apart ** 2 / n;
  return {
    pExact: signTestP(onlyA, onlyB),
    pMid: midP(Math.min(onlyA, onlyB), n),
    chi2,
    chi2cc: (apart - 1) ** 2 / n,
    pChi2: 2 * normalCdf(-Math.sqrt(chi2)),
  };
}

/** Two-sided exact p that heads and tails fell like this from a fair coin; 1 where none fell. */
export function signTestP(heads: number, tails: number): Ratio {
  if (heads === tails) return 1;
  return Math.min(1, 2 * binomialCdf(Math.min(heads, tails), heads + tails, 0.5));
}

function midP(fewer: number, n: number): Ratio {
  const seen = binomialProbability(fewer, n, 0.5);
  if (2 * fewer === n) return 1 - seen;
  return Math.min(1, 2 * binomialCdf(fewer, n, 0.5) - seen);
}
