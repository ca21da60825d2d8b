import type { Catalog } from "../catalog/catalog.ts";
import type { ModelDossier } from "../catalog/dossier.ts";
import type { Score } from "../catalog/entries.ts";
import { defaultTraffic } from "../cost/traffic.ts";
import { dossiersOf } from "../evidence/dossiers.ts";
import { knownValue } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import type { IsoDate, Usd } from "../units.ts";
import { billOf } from "./cost-range.ts";

/** A model that another may be compared with. */
export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly maker: string;
  readonly family: string | undefined;
  readonly releasedOn: string;
  readonly releaseSources: readonly Source[];
  /** At the default traffic on its cheapest route; null when no route has a price. */
  readonly monthlyUsd: Usd | null;
  readonly priceSources: readonly Source[];
}

/** The living models of a catalog on a day, sorted by id, and who took the same test by one hand. */
export interface RelatedIndex {
  readonly neighbours: readonly Neighbour[];
  readonly byId: ReadonlyMap<string, Neighbour>;
  readonly scoresLike: (score: Score) => readonly Score[];
}

const indexes = new WeakMap<Catalog, Map<IsoDate, RelatedIndex>>();

/** Built when first asked for, once for each catalog and day. */
export function relatedIndexOf(catalog: Catalog, asOf: IsoDate): RelatedIndex {
  const byDay = indexes.get(catalog) ?? new Map<IsoDate, RelatedIndex>();
  indexes.set(catalog, byDay);
  const built = byDay.get(asOf) ?? build(catalog, asOf);
  byDay.set(asOf, built);
  return built;
}

/** Models that somebody described: those only seen in listings have no family and no dates. */
function build(catalog: Catalog, asOf: IsoDate): RelatedIndex {
  const dossiers = dossiersOf(catalog, asOf);
  const living = catalog.models
    .filter((entry) => entry.isAuthored)
    .map((entry) => dossiers.of(entry.id))
    .filter((dossier) => dossier.lifecycle.status !== "retired");
  const neighbours = living.map(neighbourOf);
  const scores = new Map<string, Score[]>();
  for (const { scores: own } of living) {
    for (const score of own) {
      const key = testKey(score);
      const same = scores.get(key) ?? [];
      same.push(score);
      scores.set(key, same);
    }
  }
  return {
    neighbours,
    byId: new Map(neighbours.map((each) => [each.id, each])),
    scoresLike: (score) => scores.get(testKey(score)) ?? [],
  };
}

function testKey({ benchmark, variant, source }: Score): string {
  return `${benchmark} ${variant ?? ""} ${source.ref} ${source.observedOn}`;
}

export function neighbourOf(dossier: ModelDossier): Neighbour {
  const { id, name, maker, family } = dossier.entry;
  const release = dossier.fact("model.release_date");
  const day = knownValue(release);
  let monthlyUsd: Usd | null = null;
  let priceSources: readonly Source[] = [];
  for (const route of dossier.routes) {
    if (route.lifecycle.status === "retired" || route.provider.kind === "plan") continue;
    const bill = billOf(route, defaultTraffic);
    if (!bill.known || (monthlyUsd !== null && bill.monthlyUsd >= monthlyUsd)) continue;
    monthlyUsd = bill.monthlyUsd;
    priceSources = bill.sources;
  }
  return {
    id,
    name,
    maker,
    family,
    releasedOn: typeof day === "string" ? day : "",
    releaseSources: release.state === "known" ? release.sources : [],
    monthlyUsd,
    priceSources,
  };
}
