import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { CostItem } from "../cost/monthly-cost.ts";
import type { Source } from "../evidence/source.ts";
import type { Usd } from "../units.ts";
import type { ConstraintResult } from "../verdict/judgement.ts";

/** One model as it would be used: its dossier, the route chosen for it, and what that costs. */
export interface Candidate {
  readonly dossier: ModelDossier;
  /** Absent: no route can be called or priced; `standing` says why. */
  readonly route?: RouteDossier;
  readonly cost: CandidateCost;
  readonly constraints: readonly ConstraintResult[];
  readonly standing: Standing;
}

/** Whether a model may be chosen at all. */
export type Standing =
  | { readonly kind: "selectable" }
  /** It may be chosen if these facts, now unknown, turn out well. */
  | { readonly kind: "conditional"; readonly on: readonly string[] }
  | { readonly kind: "no-route"; readonly because: string }
  | { readonly kind: "retired"; readonly because: string; readonly sources: readonly Source[] }
  | { readonly kind: "fails"; readonly because: readonly string[] };

/** What the traffic costs a month on the chosen route. */
export type CandidateCost =
  | {
      readonly known: true;
      readonly monthlyUsd: Usd;
      /** Ends of the range that tokenizer, verbosity and disputed prices leave open. */
      readonly lowUsd: Usd;
      readonly highUsd: Usd;
      readonly items: readonly CostItem[];
      readonly because: string;
      readonly notes: readonly string[];
      readonly sources: readonly Source[];
    }
  | { readonly known: false; readonly because: string };

/** True when a verdict may name this candidate as the one to use. */
export function isSelectable(candidate: Candidate): boolean {
  return candidate.standing.kind === "selectable" || candidate.standing.kind === "conditional";
}
