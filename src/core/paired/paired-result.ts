import type { Interval } from "../stats/intervals.ts";
import type { Ratio } from "../units.ts";

/**
 * What a test of one's own shows: a difference at 5 %, two-sided; none; or nothing, since there are too
 * few prompts or all come from one source. Between published scores a lead may be likely. Here the
 * remedy for a p of 10 % is more prompts, and two equal models would be told apart in one run of six.
 */
export type PairedLabel = "clear" | "within-noise" | "unknown-n";

export function pairedLabel(p: Ratio | null): PairedLabel {
  if (p === null) return "unknown-n";
  return p <= 0.05 ? "clear" : "within-noise";
}

/** How the two were held against each other. */
export type PairedTest = "mcnemar-mid-p" | "paired-t" | "clustered-t" | "sign";

/** A margin to hold B to, and how sure that must be. */
export interface MarginAsked {
  readonly margin: number;
  readonly level: Ratio;
}

/** What a margin was asked for: shown to be kept, shown to be broken, or neither. */
export type MarginOutcome = "not-worse" | "worse" | "not-shown";

/** Whether B is not worse than A by more than a margin. */
export interface MarginDecision {
  readonly margin: number;
  /** How sure the answer must be. */
  readonly level: Ratio;
  readonly outcome: MarginOutcome;
  /** One-sided; null where nothing can be reckoned. */
  readonly p: Ratio | null;
  /** B minus A is at least this, as surely as asked. */
  readonly lowerEnd: number | null;
  /** Prompts that would show it with 80 % power, were the two equally good. */
  readonly itemsNeeded: number | null;
}

/** Prompts that are right or wrong on both sides. */
export interface PairedOutcomes {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/** B against A on the prompts that both answered. Differences are B minus A, in units of the score. */
export interface PairedResult {
  readonly n: number;
  readonly meanA: number;
  readonly meanB: number;
  readonly difference: number;
  readonly standardError: number | null;
  readonly interval95: Interval | null;
  /** Two-sided. */
  readonly p: Ratio | null;
  readonly test: PairedTest;
  readonly label: PairedLabel;
  /** Prompts that would show a difference of this size with 80 % power; null: there is none. */
  readonly itemsNeeded: number | null;
  /** The least difference that so many prompts show with 80 % power. */
  readonly detectableDifference: number | null;
  /** Null where scores are not just right or wrong. */
  readonly outcomes: PairedOutcomes | null;
  /** Other tests and intervals of the same counts; null where there are none. */
  readonly others: {
    readonly pExact: Ratio;
    readonly newcombe: Interval;
    readonly bonettPrice: Interval;
  } | null;
  readonly clusters: number | null;
  readonly designEffect: number | null;
  /** How far the two go together; null where one never varies. */
  readonly correlation: number | null;
  readonly decision: MarginDecision | null;
}
