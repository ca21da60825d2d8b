import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { Property, PropertyValue } from "../catalog/property.ts";
import { type Fact, unknown } from "../evidence/fact.ts";
import type { Constraint } from "./constraints.ts";

/**
 * The properties that constraints are judged by, learnt by judging a route of which nothing is
 * known: a constraint cannot help looking at what it needs.
 */
export function propertiesRead(constraints: readonly Constraint[]): ReadonlySet<Property> {
  const read = new Set<Property>();
  const fact = (property: Property): Fact<PropertyValue> => {
    read.add(property);
    return unknown("nothing is known of it");
  };
  for (const { judge } of constraints) judge({ model: model(fact), route: route(fact) });
  return read;
}

const lifecycle = { status: "unknown", successors: [], sources: [] } as const;

function model(fact: ModelDossier["fact"]): ModelDossier {
  const entry = { id: "any/model", name: "", maker: "any", makerName: "", isAuthored: false };
  return { entry, asOf: "2026-11-20", fact, routes: [], scores: [], lifecycle };
}

function route(fact: RouteDossier["fact"]): RouteDossier {
  return {
    entry: { id: "any/route", provider: "any", providerModelId: "route", model: "any/model" },
    provider: { id: "any", name: "", kind: "host", apiShapes: [] },
    prices: [],
    fact,
    lifecycle,
    isOwn: false,
  };
}
