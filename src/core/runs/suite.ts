import type { Ratio, Usd } from "../units.ts";
import type { Endpoint } from "./endpoint.ts";
import type { GraderSpec } from "./grader-spec.ts";
import type { Prompt } from "./prompt.ts";

/** What is measured, and how: a suite file with all its prompts read. */
export interface Suite {
  readonly name: string;
  /** The kind of work it is for, as questions name it; absent: all of it. */
  readonly task?: string;
  /** Where it was read; the user's own modules are looked for beside it. */
  readonly file: string;
  readonly prompts: readonly Prompt[];
  readonly endpoints: readonly Endpoint[];
  readonly graders: readonly GraderSpec[];
  /** How often each prompt is asked of each endpoint. */
  readonly repetitions: number;
  /** Draws the order of the cells, and nothing else. */
  readonly seed: number;
  readonly load: Load;
  /** Requests to each endpoint that are sent before and count for nothing. */
  readonly warmUpRequests: number;
  readonly limits: SuiteLimits;
  /** Absent: nothing is decided, everything is reported. */
  readonly decision?: StatedDecision;
  /** Whether the run ends as soon as the decision is certain. */
  readonly stopsEarly: boolean;
  /** Whether exchanges are kept as they went over the wire. */
  readonly keepsExchanges: boolean;
}

/** So many requests at once, or so many a second however long they take. */
export type Load =
  | { readonly kind: "closed"; readonly concurrency: number }
  | {
      readonly kind: "open";
      readonly requestsPerSecond: number;
      /** `poisson`: by chance, as users come; `even`: like a clock. */
      readonly spacing: "poisson" | "even";
      /** Requests under way at most; one beyond it is sent late, and said to be. */
      readonly concurrency: number;
    };

/** What a run may use up. It ends before one of them is crossed. */
export interface SpendLimits {
  readonly usd?: Usd;
  /** Every attempt counts. */
  readonly requests?: number;
  readonly minutes?: number;
}

export interface SuiteLimits extends SpendLimits {
  /** By the id of the endpoint; beside those of the whole run. */
  readonly perEndpoint: Readonly<Record<string, SpendLimits>>;
}

/** "Not worse than the baseline by more than so many points, and cheaper." */
export interface StatedDecision {
  /** Ids of endpoints. */
  readonly baseline: string;
  readonly candidates: readonly string[];
  /** The grader that decides, by its id. */
  readonly grader: string;
  /** By how many points of the share of passed prompts a candidate may be worse. */
  readonly marginPoints: number;
  /** Whether a candidate must also cost less. */
  readonly isCheaperAsked: boolean;
  /** One-sided level of the test. */
  readonly alpha: Ratio;
  /** Chance to find a candidate not worse that is in truth as good. */
  readonly power: Ratio;
}
