import type { BenchmarkGroup, Score } from "../catalog/entries.ts";
import type { Gap, GapLabel } from "../stats/gap.ts";
import type { Comparability } from "../stats/tau.ts";

/** One benchmark on which at least two of the models have a score. */
export interface ScoreRow {
  readonly benchmark: string;
  readonly name: string;
  readonly category: string;
  readonly measures: string;
  readonly group: BenchmarkGroup;
  /** What decides which test it really was: `telecom`, `with tools`, `v6`. Empty when plain. */
  readonly test: string;
  /** Items of that test; null when nobody published the count. */
  readonly items: number | null;
  /** Why the count is what it is, or why there is none. */
  readonly itemsBecause: string;
  /** The score used for each model asked, in the order asked; null where there is none. */
  readonly scores: readonly (Score | null)[];
  /** A relation for every pair of models that have a score here, in the order asked. */
  readonly gaps: readonly PairGap[];
  /** With more than two models: how far the best of the scores shown lies above the next. */
  readonly lead?: PairGap | undefined;
}

/** How far two scores lie apart, and what that is worth. `gap` is `to` minus `from`. */
export interface PairGap {
  readonly from: string;
  readonly to: string;
  readonly fromScore: Score;
  readonly toScore: Score;
  readonly comparability: Comparability;
  readonly gap: Gap;
  /** The label to act on: likely where the count is unknown but the smallest variant would be clear. */
  readonly label: GapLabel;
  /** Why the rows cannot be compared, or what weakens the comparison. */
  readonly because: string;
}
