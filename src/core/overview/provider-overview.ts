import type { Catalog } from "../catalog/catalog.ts";
import type { RouteDossier } from "../catalog/dossier.ts";
import type { ProviderEntry } from "../catalog/entries.ts";
import { type Property, properties } from "../catalog/property.ts";
import { trafficOf } from "../compare/compared-cost.ts";
import type { Comparison } from "../compare/comparison.ts";
import { propertyText } from "../compare/property-text.ts";
import { type TrafficProfile, tasksOf } from "../cost/traffic.ts";
import { dossiersOf } from "../evidence/dossiers.ts";
import { sourcesOf } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import { type CitedSource, type SourceBook, sourceBook } from "../evidence/source-book.ts";
import { groupBy } from "../group-by.ts";
import { compareText } from "../ordering.ts";
import type { IsoDate } from "../units.ts";
import { cheapestRouteFirst, type PricedRoute, pricedRoute } from "./priced-route.ts";

/** Everything held of one provider. */
export interface ProviderOverview {
  readonly asOf: IsoDate;
  readonly catalog: { readonly hash: string; readonly compiledOn: IsoDate };
  readonly provider: {
    readonly id: string;
    readonly name: string;
    readonly kind: ProviderEntry["kind"];
    readonly pricingUrl: string | null;
    /** Whose machines really answer; null: its own, as far as is known. */
    readonly runsOn: string | null;
    /** Wire formats. */
    readonly speaks: readonly string[];
    readonly endpoints: readonly {
      readonly speaks: string;
      readonly baseUrl: string;
      readonly apiKeyEnv: string;
      readonly note: string | null;
      readonly sources: readonly string[];
    }[];
  };
  readonly counts: {
    readonly routes: number;
    readonly retired: number;
    readonly models: number;
    readonly makers: number;
  };
  /** What its routes that are not retired have in common, or do not. */
  readonly terms: readonly ProviderTerm[];
  /** Models for which no other provider is known, ids with names. */
  readonly alone: readonly { readonly model: string; readonly name: string }[];
  /** What `monthlyUsd` of a route stands for. */
  readonly traffic: Comparison["traffic"];
  readonly routes: readonly PricedRoute[];
  readonly sources: readonly CitedSource[];
}

export interface ProviderTerm {
  readonly property: Property;
  readonly label: string;
  /** What is said of how many routes, the most first. */
  readonly values: readonly {
    readonly state: "known" | "disputed" | "unknown";
    readonly text: string;
    readonly routes: number;
    readonly sources: readonly string[];
  }[];
}

const termsAsked = [
  "route.region",
  "route.trains_on_data",
  "route.data_retention",
  "route.retention_days",
  "route.zero_retention_offered",
  "route.quantisation",
] as const satisfies readonly Property[];

/** @param provider of the catalog: names are looked up before */
export function providerOverview(
  catalog: Catalog,
  provider: ProviderEntry,
  { asOf, traffic }: { readonly asOf: IsoDate; readonly traffic: TrafficProfile },
): ProviderOverview {
  const book = sourceBook();
  const dossiers = dossiersOf(catalog, asOf);
  const own = catalog.routes.filter((route) => route.provider === provider.id);
  const models = [...new Set(own.map(({ model }) => model))].map(dossiers.of);
  const ground = { catalog, asOf, traffic, book };
  const sold = models.flatMap((dossier) =>
    dossier.routes
      .filter(({ entry }) => entry.provider === provider.id)
      .map((route) => ({ dossier, route })),
  );
  const living = sold.filter(({ route }) => route.lifecycle.status !== "retired");
  const soldElsewhere = new Set(
    catalog.routes.filter((route) => route.provider !== provider.id).map(({ model }) => model),
  );
  const { hash, compiledOn } = catalog;
  return {
    asOf,
    catalog: { hash, compiledOn },
    provider: identityOf(provider, book),
    counts: {
      routes: sold.length,
      retired: sold.length - living.length,
      models: models.length,
      makers: new Set(models.map(({ entry }) => entry.maker)).size,
    },
    terms: termsAsked.map((property) =>
      termOf(
        property,
        living.map(({ route }) => route),
        book,
      ),
    ),
    alone: living
      .flatMap(({ dossier: { entry } }) =>
        soldElsewhere.has(entry.id) ? [] : [{ model: entry.id, name: entry.name }],
      )
      .filter(({ model }, index, all) => all.findIndex((each) => each.model === model) === index)
      .sort((a, b) => compareText(a.model, b.model)),
    traffic: trafficOf({ traffic, tasks: tasksOf(traffic), askedOn: asOf, book }),
    routes: sold
      .map(({ dossier, route }) => pricedRoute(dossier, route, ground))
      .sort(cheapestRouteFirst),
    sources: book.list(),
  };
}

function identityOf(entry: ProviderEntry, book: SourceBook): ProviderOverview["provider"] {
  const { id, name, kind, pricingUrl = null, runsOn = null, apiShapes, endpoints = [] } = entry;
  return {
    ...{ id, name, kind, pricingUrl, runsOn },
    speaks: apiShapes,
    endpoints: endpoints.map(({ speaks, baseUrl, apiKeyEnv, note = null, source }) => ({
      ...{ speaks, baseUrl, apiKeyEnv, note },
      sources: book.cite([source]),
    })),
  };
}

function termOf(
  property: Property,
  routes: readonly RouteDossier[],
  book: SourceBook,
): ProviderTerm {
  const said = routes.map((route) => {
    const fact = route.fact(property);
    const text = fact.state === "known" ? propertyText(property, fact.value) : fact.state;
    return { state: fact.state, text, sources: sourcesOf(fact) };
  });
  const values = [...groupBy(said, ({ text }) => text).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const behind = new Set<Source>(group.flatMap(({ sources }) => sources));
    const { state, text } = first;
    return [{ state, text, routes: group.length, sources: book.cite([...behind]) }];
  });
  return {
    property,
    label: properties[property].label,
    values: values.sort((a, b) => b.routes - a.routes || compareText(a.text, b.text)),
  };
}
