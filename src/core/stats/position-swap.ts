import type { Ratio } from "../units.ts";
import { signTestP } from "./mcnemar.ts";

/** What a judge said in one order: the answer shown first is better, the second, or neither. */
export type Preference = "first" | "second" | "tie";

/** One comparison in both orders: with A shown first, and with B shown first. */
export interface Swapped {
  readonly aFirst: Preference;
  readonly bFirst: Preference;
  /** Comparisons that came out so. Absent: one. */
  readonly count?: number;
}

export interface PositionSwap {
  readonly aWins: number;
  readonly bWins: number;
  readonly ties: number;
  /** Share of comparisons in which both orders say the same. */
  readonly consistency: Ratio;
  /** How often the answer shown first won both times, and the one shown second. */
  readonly firstBoth: number;
  readonly secondBoth: number;
  /** Two-sided exact p that the judge favours no position. */
  readonly positionBiasP: Ratio;
  /** A tie is half a win. */
  readonly winRateA: Ratio;
  /** Two-sided exact p that neither model is preferred. */
  readonly signTestP: Ratio;
}

/**
 * What a judge that saw both orders says: a win only where both name the same model (Zheng et al. 2023,
 * arXiv:2306.05685; Wang et al. 2023, arXiv:2305.17926; Shi et al. 2024, arXiv:2406.07791).
 */
export function positionSwap(verdicts: readonly Swapped[]): PositionSwap {
  const countOf = (aFirst: Preference, bFirst: Preference) =>
    verdicts
      .filter((verdict) => verdict.aFirst === aFirst && verdict.bFirst === bFirst)
      .reduce((sum, { count = 1 }) => sum + count, 0);
  const total = verdicts.reduce((sum, { count = 1 }) => sum + count, 0);
  const aWins = countOf("first", "second");
  const bWins = countOf("second", "first");
  const ties = total - aWins - bWins;
  const firstBoth = countOf("first", "first");
  const secondBoth = countOf("second", "second");
  return {
    aWins,
    bWins,
    ties,
    consistency: (aWins + bWins + countOf("tie", "tie")) / total,
    firstBoth,
    secondBoth,
    positionBiasP: signTestP(firstBoth, secondBoth),
    winRateA: (aWins + ties / 2) / total,
    signTestP: signTestP(aWins, bWins),
  };
}
