import type { Claim, Subject } from "../evidence/claim.ts";
import { groupBy } from "../group-by.ts";
import type { IsoDate } from "../units.ts";
import type { Catalog, QuarantinedClaim, RelatedLists } from "./catalog.ts";
import type { Benchmark, ModelEntry, ProviderEntry, RouteEntry, Score } from "./entries.ts";

/** Everything a catalog holds, as plain lists in any order. */
export interface CatalogContent {
  readonly models: readonly ModelEntry[];
  readonly providers: readonly ProviderEntry[];
  readonly routes: readonly RouteEntry[];
  readonly benchmarks: readonly Benchmark[];
  readonly claims: readonly Claim[];
  readonly scores: readonly Score[];
  readonly quarantined?: readonly QuarantinedClaim[];
  /** By model id: see `Catalog.relatedTo`. */
  readonly related?: ReadonlyMap<string, RelatedLists>;
  /** Lower-case name to model id. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly hash?: string;
  readonly compiledOn: IsoDate;
}

/** A catalog in memory, for tests and for those who bring their own facts. */
export function catalogFrom(content: CatalogContent): Catalog {
  const claims = groupBy(content.claims, (claim) => claim.subject);
  const scores = groupBy(content.scores, (score) => score.model);
  const quarantined = groupBy(content.quarantined ?? [], ({ claim }) => claim.subject);
  return {
    hash: content.hash ?? "000000000000",
    compiledOn: content.compiledOn,
    models: sortedById(content.models),
    providers: sortedById(content.providers),
    routes: sortedById(content.routes),
    benchmarks: sortedById(content.benchmarks),
    aliases: content.aliases,
    claimsAbout: (subject: Subject) => claims.get(subject) ?? [],
    scoresOf: (modelId) => scores.get(modelId) ?? [],
    quarantinedAbout: (subject: Subject) => quarantined.get(subject) ?? [],
    relatedTo: (modelId) => content.related?.get(modelId),
  };
}

/** By code unit, so that every machine sorts alike. */
export function sortedById<T extends { readonly id: string }>(entries: readonly T[]): readonly T[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
