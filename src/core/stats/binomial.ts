import type { Ratio } from "../units.ts";
import { betaCdf, betaUpper } from "./beta.ts";
import { binomialTerm } from "./binomial-term.ts";

/** Chance of exactly k of n, where each comes with chance p. */
export function binomialProbability(k: number, n: number, p: Ratio): Ratio {
  return binomialTerm(k, n, p);
}

/** Chance of at most k of n. */
export function binomialCdf(k: number, n: number, p: Ratio): Ratio {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return betaUpper(p, k + 1, n - k);
}

/** Chance of at least k of n, without losing what is left of a small tail. */
export function binomialUpper(k: number, n: number, p: Ratio): Ratio {
  if (k <= 0) return 1;
  if (k > n) return 0;
  return betaCdf(p, k, n - k + 1);
}
