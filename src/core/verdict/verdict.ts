import type { Ratio, Usd } from "../units.ts";

/**
 * - `choose`: one, without conditions
 * - `choose-if`: one, while its conditions hold; else another
 * - `no-difference-established`: the cheaper, since nothing speaks for the other
 * - `not-decidable`: no published score relates them
 * - `none-fits`: every one fails a constraint or has no route
 */
export type VerdictKind =
  | "choose"
  | "choose-if"
  | "no-difference-established"
  | "not-decidable"
  | "none-fits";

/** The answer. Every id is a model id of the comparison; every `sources` points into its source list. */
export interface Verdict {
  readonly kind: VerdictKind;
  /** The model to use; null when none is named. */
  readonly choice: string | null;
  /** What to use when a condition of `choose-if` does not hold. */
  readonly otherwise: string | null;
  /** What must hold for the choice, in words: `its only host, DeepInfra, is acceptable`. */
  readonly conditions: readonly string[];
  /** The answer as a sentence. */
  readonly sentence: string;
  /** What comes before the answer: a retirement. */
  readonly warnings: readonly CitedText[];
  readonly reasons: readonly Reason[];
  readonly flips: readonly Flip[];
  /** What was searched for flips, so that an empty list means something. */
  readonly flipsSearched: readonly string[];
  readonly confidence: Confidence;
  readonly missing: readonly MissingFact[];
  /** With more than two models: how each of the rest stands to the one the answer rests on. */
  readonly rest: readonly RestOfField[];
  /** The same question asked of each skill by itself. */
  readonly bySkill: readonly SkillVerdict[];
}

export interface CitedText {
  readonly text: string;
  readonly sources: readonly string[];
}

export interface RestOfField extends CitedText {
  readonly model: string;
}

export interface Reason extends CitedText {
  readonly axis: string;
  /** The figures side by side, as a reader compares them: `$61.50 a month against $3,600`. */
  readonly figures: string;
  readonly label: string;
  /**
   * The chance that one of its figures is wrong although its independent sources agree; null where
   * it speaks of what nobody states.
   */
  readonly chanceWrong: Ratio | null;
}

/** The value of one variable at which the answer changes. */
export interface Flip {
  readonly variable: string;
  readonly unit: string;
  readonly current: number | null;
  readonly value: number;
  /** How far the variable must move, in percent of where it is; null when it has no start. */
  readonly distancePercent: number | null;
  /** The model the answer changes to. */
  readonly changesTo: string;
  readonly text: string;
  readonly sources: readonly string[];
}

export interface Confidence {
  readonly level: "high" | "moderate" | "low";
  /** Share of draws in which the choice wins; null when nothing is chosen. */
  readonly probability: number | null;
  /** What holds the level down. */
  readonly caps: readonly string[];
  readonly because: string;
  readonly sources: readonly string[];
}

export interface MissingFact {
  readonly fact: string;
  /** How the answer hangs on it. */
  readonly why: string;
  /** The cheapest way to learn it. */
  readonly learn: string;
  readonly isCritical: boolean;
}

export interface SkillVerdict {
  readonly skill: string;
  readonly label: string;
  readonly kind: VerdictKind;
  readonly choice: string | null;
  readonly benchmark: string | null;
  readonly text: string;
  /** Loss of one failed task above which the dearer and better model pays. */
  readonly breakEvenLossUsd: Usd | null;
  /** Its range from the range of the quality gap; the upper end is null when unbounded. */
  readonly breakEvenLossRangeUsd: readonly [Usd, Usd | null] | null;
  readonly sources: readonly string[];
}
