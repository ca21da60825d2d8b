import type { YesNoUnknown } from "../compare/capability-of.ts";
import type { ComparedBenchmark, ComparedMove, Comparison } from "../compare/comparison.ts";
import type { ConfigurationKind } from "../configuration/configuration.ts";
import type { CitedSource } from "../evidence/source-book.ts";
import type { IsoDate, Usd } from "../units.ts";
import type { CitedText } from "../verdict/verdict.ts";

/** What a move from one model to another changes, and the files that make it. */
export interface SwitchAnswer {
  readonly asOf: IsoDate;
  readonly askedOn: IsoDate;
  /** The day of the move. */
  readonly movesOn: IsoDate;
  readonly catalog: { readonly hash: string; readonly compiledOn: IsoDate };
  readonly from: SwitchSide;
  readonly to: SwitchSide;
  readonly traffic: Comparison["traffic"];
  readonly summary: readonly CitedText[];
  /** The direction asked first, then the way back. */
  readonly switching: readonly ComparedMove[];
  /** Tests on which one of the two is clearly or probably ahead. */
  readonly benchmarks: readonly ComparedBenchmark[];
  /** How many more tests they share, on which no difference is established. */
  readonly benchmarksWithoutDifference: number;
  readonly fallback: AnsweredFallback | null;
  readonly checklist: readonly ChecklistStep[];
  readonly connections: readonly AnsweredConnection[];
  /** Empty: all were written because none was named. */
  readonly configurationsAsked: readonly ConfigurationKind[];
  readonly configurations: readonly AnsweredConfiguration[];
  readonly notWritten: readonly { readonly for: ConfigurationKind; readonly because: string }[];
  readonly sources: readonly CitedSource[];
}

export interface SwitchSide {
  readonly model: string;
  readonly name: string;
  readonly route: string | null;
  readonly provider: string | null;
  readonly status: string;
  readonly standing: string;
  readonly retiresOn: IsoDate | null;
  readonly daysLeft: number | null;
  readonly daysLeftOnMove: number | null;
  readonly successors: readonly string[];
  readonly monthlyUsd: Usd | null;
  readonly lowUsd: Usd | null;
  readonly highUsd: Usd | null;
  readonly sources: readonly string[];
}

export interface AnsweredPair {
  readonly first: string;
  readonly second: string;
  readonly isIndependent: YesNoUnknown;
  readonly because: string;
  readonly firstMonthlyUsd: Usd;
  readonly secondMonthlyUsd: Usd;
  /** What a day costs on which the second does all the work. */
  readonly failoverDayUsd: Usd;
  readonly conditionalOn: readonly string[];
  readonly sources: readonly string[];
}

export interface AnsweredFallback {
  /** The routes that would be called without looking at independence; null: one has none. */
  readonly chosen: AnsweredPair | null;
  /** The cheapest independent pair; null: none is known. */
  readonly take: AnsweredPair | null;
  readonly text: string;
  readonly pairs: readonly AnsweredPair[];
  readonly sources: readonly string[];
}

export interface ChecklistStep {
  /** The friction it answers; `configuration`, `roll-back` where it answers none. */
  readonly code: string;
  readonly text: string;
}

export interface AnsweredConnection {
  readonly model: string;
  readonly provider: string;
  readonly speaks: string;
  readonly baseUrl: string | null;
  readonly modelName: string;
  readonly apiKeyEnv: string;
  /** What the catalog says of the endpoint; null: nothing. */
  readonly note: string | null;
  readonly sources: readonly string[];
}

export interface AnsweredConfiguration {
  readonly for: ConfigurationKind;
  readonly title: string;
  readonly language: string;
  readonly file: string;
  readonly text: string;
  readonly notes: readonly string[];
  readonly sources: readonly string[];
}
