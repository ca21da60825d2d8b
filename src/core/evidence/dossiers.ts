import type { Catalog } from "../catalog/catalog.ts";
import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { ModelEntry, RouteEntry } from "../catalog/entries.ts";
import type { Property, PropertyValue } from "../catalog/property.ts";
import type { PriceSchedule } from "../cost/price-row.ts";
import { scheduleFromClaims } from "../cost/schedule-from-claims.ts";
import { groupBy } from "../group-by.ts";
import { onceForDay } from "../once-for.ts";
import { compareText } from "../ordering.ts";
import type { IsoDate } from "../units.ts";
import type { Claim } from "./claim.ts";
import { withTerms } from "./claims-about.ts";
import { type Fact, knownValue } from "./fact.ts";
import { modelLifecycle, routeLifecycle } from "./lifecycle.ts";
import { resolve } from "./resolve.ts";

/** Opens dossiers of one catalog on one day; each is made once. */
export interface Dossiers {
  readonly catalog: Catalog;
  readonly asOf: IsoDate;
  /** Throws on an id that is not in the catalog: names are identified before. */
  readonly of: (modelId: string) => ModelDossier;
}

/** Kept with the catalog for a while: the next question is often about the same models. */
export const dossiersOf = onceForDay(openDossiers);

function openDossiers(catalog: Catalog, asOf: IsoDate): Dossiers {
  const models = new Map(catalog.models.map((entry) => [entry.id, entry]));
  const providers = new Map(catalog.providers.map((entry) => [entry.id, entry]));
  const routes = groupBy(catalog.routes, (route) => route.model);
  const open = new Map<string, ModelDossier>();

  const routeOf = (route: RouteEntry, model: ModelFacts): RouteDossier => {
    const provider = providers.get(route.provider);
    if (provider === undefined) throw new Error(`no provider ${route.provider} for ${route.id}`);
    const claims = withTerms(catalog.claimsAbout(`route:${route.id}`), route, provider);
    const own = factsOf(claims, asOf);
    const isOpen = knownValue(model.fact("model.openness")) === "open-weights";
    const dependsOnMaker = !isOpen || provider.kind === "first-party";
    const prices = claims.filter((claim) => claim.property.startsWith("price."));
    let schedule: PriceSchedule | undefined;
    return {
      entry: route,
      provider,
      get prices() {
        schedule ??= scheduleFromClaims(prices, asOf, model.releasedOn);
        return schedule;
      },
      fact: (property) => {
        const fact = own(property);
        return fact.state === "unknown" && !property.startsWith("route.")
          ? model.fact(property)
          : fact;
      },
      lifecycle: routeLifecycle(own, model.lifecycle, dependsOnMaker, asOf),
      isOwn: prices.some(
        ({ source }) => source.kind === "own-facts" || source.kind === "own-evidence",
      ),
    };
  };

  const build = (entry: ModelEntry): ModelDossier => {
    const model = modelFacts(catalog.claimsAbout(`model:${entry.id}`), asOf);
    return {
      entry,
      asOf,
      fact: model.fact,
      routes: (routes.get(entry.id) ?? []).map((route) => routeOf(route, model)),
      scores: catalog.scoresOf(entry.id),
      lifecycle: model.lifecycle,
    };
  };

  return {
    catalog,
    asOf,
    of: (modelId) => {
      const opened = open.get(modelId);
      if (opened !== undefined) return opened;
      const entry = models.get(modelId);
      if (entry === undefined) throw new Error(`no model ${modelId}`);
      const dossier = build(entry);
      open.set(modelId, dossier);
      return dossier;
    },
  };
}

interface ModelFacts {
  readonly fact: (property: Property) => Fact<PropertyValue>;
  readonly lifecycle: ModelDossier["lifecycle"];
  readonly releasedOn: IsoDate | undefined;
}

function modelFacts(claims: readonly Claim[], asOf: IsoDate): ModelFacts {
  const fact = factsOf(claims, asOf);
  const released = knownValue(fact("model.release_date"));
  return {
    fact,
    lifecycle: modelLifecycle(fact, asOf),
    releasedOn: typeof released === "string" ? released : undefined,
  };
}

/** Facts settled from claims when first asked for. Conditional claims (tiers, regions) are no plain fact. */
function factsOf(
  claims: readonly Claim[],
  asOf: IsoDate,
): (property: Property) => Fact<PropertyValue> {
  const byProperty = groupBy(
    claims.filter((claim) => claim.conditions === undefined),
    (claim) => claim.property,
  );
  const settled = new Map<Property, Fact<PropertyValue>>();
  return (property) => {
    const known = settled.get(property);
    if (known !== undefined) return known;
    const { fact } = resolve(byProperty.get(property) ?? [], property, asOf);
    settled.set(property, fact);
    return fact;
  };
}

/** The first day anything is known of a model: its release, else the oldest sighting. */
export function firstDayOf(catalog: Catalog, modelId: string, asOf: IsoDate): IsoDate | undefined {
  const known = firstDays(catalog, asOf);
  if (!known.has(modelId)) known.set(modelId, findFirstDay(catalog, modelId, asOf));
  return known.get(modelId);
}

const firstDays = onceForDay(() => new Map<string, IsoDate | undefined>());

function findFirstDay(catalog: Catalog, modelId: string, asOf: IsoDate): IsoDate | undefined {
  const claims = catalog.claimsAbout(`model:${modelId}`);
  const releases = claims.filter((claim) => claim.property === "model.release_date");
  const day = knownValue(resolve(releases, "model.release_date", asOf).fact);
  if (typeof day === "string") return day;
  const ofRoutes = catalog.routes
    .filter((route) => route.model === modelId)
    .flatMap((route) => catalog.claimsAbout(`route:${route.id}`));
  return [...claims, ...ofRoutes]
    .map((claim) => claim.effectiveFrom ?? claim.source.observedOn)
    .sort(compareText)[0];
}
