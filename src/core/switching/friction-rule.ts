import type { Candidate } from "../compare/candidate.ts";
import type { FrictionItem } from "../compare/comparison.ts";
import type { ComparisonContext } from "../compare/context.ts";
import type { Source } from "../evidence/source.ts";

/** A move from one model, as it is used, to another. */
export interface Move {
  readonly from: Candidate;
  readonly to: Candidate;
  readonly context: ComparisonContext;
}

/** What the move changes, before its sources are listed. */
export interface Friction {
  readonly code: string;
  readonly severity: FrictionItem["severity"];
  readonly text: string;
  /** What somebody can do about it today. */
  readonly remedy: string;
  readonly sources: readonly Source[];
  /** The stated needs it breaks, as they were written. */
  readonly needs?: readonly string[];
}

export type FrictionRule = (move: Move) => readonly Friction[];
