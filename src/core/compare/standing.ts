import type { ModelDossier } from "../catalog/dossier.ts";
import type { Property, PropertyValue } from "../catalog/property.ts";
import { type Fact, knownValue } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import { onceFor } from "../once-for.ts";
import { compareText } from "../ordering.ts";
import type { Candidate } from "./candidate.ts";

/** The fact of the model as it would be used: on its route, or by itself when it has none. */
export function factInUse(candidate: Candidate, property: Property): Fact<PropertyValue> {
  return (candidate.route ?? candidate.dossier).fact(property);
}

/** A count or limit in use; undefined when it is not known. */
export function numberInUse(candidate: Candidate, property: Property): number | undefined {
  const value = knownValue(factInUse(candidate, property));
  return typeof value === "number" ? value : undefined;
}

export function hasOpenWeights(dossier: ModelDossier): boolean | undefined {
  const openness = knownValue(dossier.fact("model.openness"));
  if (openness === undefined) return undefined;
  return openness === "open-weights" || openness === "open-source";
}

export function isRetired(candidate: Candidate): boolean {
  return candidate.standing.kind === "retired" || candidate.dossier.lifecycle.status === "retired";
}

/** Candidates with a cost, cheapest first. */
export function cheapestFirst(candidates: readonly Candidate[]): readonly PricedCandidate[] {
  const priced: PricedCandidate[] = [];
  for (const candidate of candidates) {
    if (candidate.cost.known) priced.push({ candidate, cost: candidate.cost });
  }
  return priced.sort(
    (a, b) =>
      a.cost.monthlyUsd - b.cost.monthlyUsd ||
      compareText(a.candidate.dossier.entry.id, b.candidate.dossier.entry.id),
  );
}

export interface PricedCandidate {
  readonly candidate: Candidate;
  readonly cost: Extract<Candidate["cost"], { readonly known: true }>;
}

/** Providers that could serve the model today, each once. */
export function liveProvidersOf(dossier: ModelDossier): readonly string[] {
  return dossierProviders(dossier).names;
}

/** Hosts that do not share machines: a router and a reseller of one cloud count once. */
export function independentHostsOf(dossier: ModelDossier): readonly string[] {
  return dossierProviders(dossier).hosts;
}

/** Who says that they sell it: one source a route. */
export function sellerSourcesOf(dossier: ModelDossier): readonly Source[] {
  return dossierProviders(dossier).sources;
}

interface Providers {
  readonly names: readonly string[];
  readonly hosts: readonly string[];
  readonly sources: readonly Source[];
}

const dossierProviders = onceFor((dossier: ModelDossier): Providers => {
  const live = dossier.routes.filter(
    (route) => route.lifecycle.status !== "retired" && route.provider.kind !== "plan",
  );
  const hosts = live
    .filter((route) => route.provider.kind !== "router")
    .map((route) => route.provider.runsOn ?? route.provider.id);
  return {
    names: [...new Set(live.map((route) => route.provider.name))].sort(),
    hosts: [...new Set(hosts)].sort(),
    sources: [...new Set(live.flatMap((route) => route.prices[0]?.sources[0] ?? []))],
  };
});
