import type { BenchmarkGroup, Score } from "../catalog/entries.ts";
import type { Points } from "../units.ts";

export type GapLabel = "clear" | "likely" | "within-noise" | "unknown-n" | "not-comparable";
export type Comparability = "same-run" | "same-table" | "cross-source" | "mismatch";

/** One benchmark on which at least two of the models have a score. */
export interface ScoreRow {
  readonly benchmark: string;
  readonly name: string;
  readonly category: string;
  readonly group: BenchmarkGroup;
  /** What decides which test it really was: `telecom`, `no tools`, `v6`. Empty when plain. */
  readonly test: string;
  /** Items of that test; null when nobody published the count. */
  readonly items: number | null;
  /** The score used for each model asked, in the order asked; null where there is none. */
  readonly scores: readonly (Score | null)[];
  /** A relation for every pair of models that have a score here, in the order asked. */
  readonly gaps: readonly PairGap[];
}

/** How far two scores lie apart, and what that is worth. */
export interface PairGap {
  readonly from: string;
  readonly to: string;
  readonly fromScore: Score;
  readonly toScore: Score;
  /** `to` minus `from`. */
  readonly deltaPoints: Points;
  readonly comparability: Comparability;
  readonly label: GapLabel;
  /** The label if only the luck of the questions counted. */
  readonly samplingLabel: GapLabel;
  readonly tauPoints: Points | null;
  readonly standardErrorPoints: Points | null;
  readonly zTotal: number | null;
  readonly sameSignProbability: number | null;
  /** For an unknown item count: the label at the smallest variant known, when it is clear there. */
  readonly boundedLabel?: GapLabel;
  /** Why the rows cannot be compared, or what weakens the comparison. */
  readonly because: string;
}
