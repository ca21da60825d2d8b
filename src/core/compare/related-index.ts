import type { Catalog } from "../catalog/catalog.ts";
import type { Lifecycle } from "../catalog/dossier.ts";
import type { ModelEntry, RouteEntry, Score } from "../catalog/entries.ts";
import type { Property } from "../catalog/property.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import { modelLifecycle } from "../evidence/lifecycle.ts";
import { resolve } from "../evidence/resolve.ts";
import type { Source } from "../evidence/source.ts";
import { groupBy } from "../group-by.ts";
import { onceForDay } from "../once-for.ts";
import type { IsoDate } from "../units.ts";
import { type ListPrice, listPriceBelow } from "./list-price.ts";

/** A model that another may be compared with. */
export interface Neighbour {
  readonly entry: ModelEntry;
  /** Empty: unknown. */
  readonly releasedOn: string;
  readonly releaseSources: readonly Source[];
  readonly lifecycle: Lifecycle;
  /** On its cheapest route; absent where no route has a price. */
  readonly price: ListPrice | undefined;
}

/** The living models of a catalog on a day, sorted by id, and who took the same test by one hand. */
export interface RelatedIndex {
  readonly neighbours: readonly Neighbour[];
  readonly byId: ReadonlyMap<string, Neighbour>;
  /** The model itself, retired or not. */
  readonly of: (entry: ModelEntry) => Neighbour;
  readonly scoresLike: (score: Score) => readonly Score[];
}

/**
 * Built when first asked for, once for each catalog and day. It reads only the claims it needs:
 * opening every dossier would take longer than the comparison itself.
 */
export const relatedIndexOf = onceForDay(build);

/** Models that somebody described: those only seen in listings have no family and no dates. */
function build(catalog: Catalog, asOf: IsoDate): RelatedIndex {
  const plans = new Set(
    catalog.providers.filter(({ kind }) => kind === "plan").map(({ id }) => id),
  );
  const routes = groupBy(
    catalog.routes.filter(({ provider }) => !plans.has(provider)),
    ({ model }) => model,
  );
  const of = (entry: ModelEntry) =>
    neighbourOf(entry, routes.get(entry.id) ?? [], { catalog, asOf });
  const neighbours = catalog.models
    .filter(({ isAuthored }) => isAuthored)
    .map(of)
    .filter(({ lifecycle }) => lifecycle.status !== "retired");
  const scores = groupBy(
    neighbours.flatMap(({ entry }) => catalog.scoresOf(entry.id)),
    testKey,
  );
  return {
    neighbours,
    byId: new Map(neighbours.map((each) => [each.entry.id, each])),
    of,
    scoresLike: (score) => scores.get(testKey(score)) ?? [],
  };
}

/** One publisher's table of one day. */
function testKey({ benchmark, variant, source }: Score): string {
  return `${benchmark} ${variant ?? ""} ${source.ref} ${source.observedOn}`;
}

function neighbourOf(
  entry: ModelEntry,
  routes: readonly RouteEntry[],
  ground: { readonly catalog: Catalog; readonly asOf: IsoDate },
): Neighbour {
  const { catalog, asOf } = ground;
  const claims = groupBy(catalog.claimsAbout(`model:${entry.id}`), ({ property }) => property);
  const factOf = (property: Property) => resolve(claims.get(property) ?? [], property, asOf).fact;
  const release = factOf("model.release_date");
  const day = knownValue(release);
  let price: ListPrice | undefined;
  for (const { id } of routes) {
    price = listPriceBelow(price?.monthlyUsd ?? Infinity, id, ground) ?? price;
  }
  return {
    entry,
    releasedOn: typeof day === "string" ? day : "",
    releaseSources: sourcesOf(release),
    lifecycle: modelLifecycle(factOf, asOf),
    price,
  };
}
