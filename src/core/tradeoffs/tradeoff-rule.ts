import type { Candidate } from "../compare/candidate.ts";
import type { ComparisonContext } from "../compare/context.ts";
import type { PairView } from "../compare/score-standing.ts";
import type { Source } from "../evidence/source.ts";

/** One model seen against another. */
export interface Side {
  readonly self: Candidate;
  readonly other: Candidate;
  /** Benchmarks that both share, seen from `self`. */
  readonly view: PairView;
  readonly context: ComparisonContext;
}

/** Something that speaks for `self`, with its size. */
export interface Advantage {
  readonly text: string;
  /** How sure it is: `clear`, `likely`, `stated`, `not verified`. */
  readonly label: string;
  readonly sources: readonly Source[];
}

export interface TradeoffRule {
  readonly code: string;
  /** None when nothing of this kind speaks for `self`; never from noise. */
  readonly find: (side: Side) => readonly Advantage[];
}
