import type { CitedChange } from "../changes/changes-answer.ts";
import type { CitedSource } from "../evidence/source-book.ts";
import type { IsoDate } from "../units.ts";
import type { CauseOfChange } from "./check-decision.ts";
import type { DecidedVerdict } from "./decision.ts";

/** The answer of `decide`: a record was written, or one was held against today. */
export type DecisionAnswer = WrittenDecision | CheckedDecision;

interface DecisionHead {
  readonly file: string;
  readonly title: string;
  readonly decidedOn: IsoDate;
  readonly reviewOn: IsoDate;
}

export interface WrittenDecision extends DecisionHead {
  readonly done: "written";
  readonly reviewBecause: string;
  readonly models: readonly string[];
  readonly catalog: { readonly hash: string; readonly compiledOn: IsoDate };
  readonly verdict: DecidedVerdict;
}

export interface CheckedDecision extends DecisionHead {
  readonly done: "checked";
  readonly asOf: IsoDate;
  readonly stands: boolean;
  readonly before: DecidedVerdict;
  readonly now: DecidedVerdict;
  readonly catalog: { readonly before: string; readonly now: string };
  /** What brought the old verdict down; empty while it stands. */
  readonly causes: readonly {
    readonly kind: CauseOfChange["kind"];
    readonly changes: readonly CitedChange[];
  }[];
  /** Everything that changed about its models since. */
  readonly changes: readonly CitedChange[];
  readonly notes: readonly string[];
  readonly sources: readonly CitedSource[];
}
