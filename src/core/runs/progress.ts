import type { Ratio, Usd } from "../units.ts";
import type { FailureCode } from "./failure.ts";

/** How far a run is. */
export interface Progress {
  readonly done: number;
  readonly cells: number;
  readonly underWay: number;
  /** Finished cells a second, of late. */
  readonly perSecond: number;
  /** Of this run from its beginning, with what earlier processes spent; null: no price is known. */
  readonly spentUsd: Usd | null;
  readonly failures: Readonly<Partial<Record<FailureCode, number>>>;
  /** Null: nothing is decided, or too little is known. */
  readonly difference: RunningDifference | null;
  /** Milliseconds at this rate; null until there is one. */
  readonly leftMs: number | null;
}

/** The candidate minus the baseline over the prompts that both have answered. */
export interface RunningDifference {
  readonly candidate: string;
  readonly prompts: number;
  readonly difference: Ratio;
  /** Valid whenever one looks. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** What a run shows beyond doubt: that the two differ, or how they stand to the margin. */
export type Shown = "difference" | "not-worse" | "worse";

/** Why a run sends nothing more. */
export type RunEnd =
  | { readonly kind: "complete" }
  | { readonly kind: "decided"; readonly candidate: string; readonly shown: Shown }
  /** Even all that is left could not show what was to be shown. */
  | { readonly kind: "futile"; readonly candidate: string }
  | {
      readonly kind: "limit";
      readonly limit: "usd" | "requests" | "minutes";
      /** Null: of the whole run. */
      readonly endpoint: string | null;
    }
  | { readonly kind: "interrupted" }
  /** Of a run as it is kept: cells are open, for whichever of these reasons. */
  | { readonly kind: "unfinished" };
