import type { IsoDate } from "../units.ts";

/**
 * How near a source stands to the thing it speaks of, nearest first. Resolution compares these
 * before anything else (see `rank.ts`).
 *
 * - `own-evidence`: the team's own runs, probes, logs
 * - `own-facts`: the team's facts file
 * - `first-party`: the maker for a model, the provider for its route
 * - `benchmark-owner`, `independent`, `other-maker`: who reports a score without being its subject
 * - `aggregator`: a catalog that collects from others
 * - `assumption`: ours, stated as such
 */
export type SourceKind =
  | "own-evidence"
  | "own-facts"
  | "first-party"
  | "benchmark-owner"
  | "independent"
  | "other-maker"
  | "aggregator"
  | "assumption";

export const sourceKinds = [
  "own-evidence",
  "own-facts",
  "first-party",
  "benchmark-owner",
  "independent",
  "other-maker",
  "aggregator",
  "assumption",
] as const satisfies readonly SourceKind[];

/** Where a claim stands and when it was seen there. */
export interface Source {
  /** Short name for people: `OpenAI`, `genai-prices 0.1.8`, `contract 2026-14`. */
  readonly name: string;
  /** An address, or the reference as the team wrote it. */
  readonly ref: string;
  readonly kind: SourceKind;
  /** The day the source itself saw or said it, not the day we read the file. */
  readonly observedOn: IsoDate;
  readonly confidence: "high" | "medium" | "low";
  /** Sources of one lineage copy from each other and count once in a majority. */
  readonly lineage: string;
}
