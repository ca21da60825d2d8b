import type { Catalog } from "../core/catalog/catalog.ts";
import type { RouteDossier } from "../core/catalog/dossier.ts";
import { candidatesOf, describeStanding } from "../core/compare/candidates.ts";
import type { PriceSchedule } from "../core/cost/price-row.ts";
import type { TrafficProfile } from "../core/cost/traffic.ts";
import { dossiersOf } from "../core/evidence/dossiers.ts";
import type { Outcome } from "../core/problems/problem.ts";
import type { IsoDate } from "../core/units.ts";
import { findModel } from "./find-model.ts";
import { knownId } from "./listing.ts";

/** Something that can be bought: a route, a model by its best route, or prices that were given. */
export interface Offer {
  readonly route: string | null;
  /** The model asked for, when its route was chosen for it. */
  readonly model: string | null;
  readonly schedule: PriceSchedule;
  /** Why there is no route, when a model has none. */
  readonly because?: string;
}

/** The routes asked for, each once, in the order asked; the name of a model stands for its route. */
export function offersOfRoutes(
  catalog: Catalog,
  asked: readonly string[],
  terms: Terms,
): Outcome<readonly Offer[]> {
  const dossiers = dossiersOf(catalog, terms.day);
  const ids = catalog.routes.map(({ id }) => id);
  const found = new Map<string, Offer>();
  for (const name of asked) {
    const known = knownId(name, "route", ids);
    if (!known.ok) {
      const ofModel = offersOfModels(catalog, [name], terms);
      if (!ofModel.ok) return known;
      for (const offer of ofModel.value) found.set(offer.route ?? name, offer);
      continue;
    }
    const id = known.value;
    const model = catalog.routes.find((route) => route.id === id)?.model;
    const routes = model === undefined ? [] : dossiers.of(model).routes;
    const route = routes.find(({ entry }) => entry.id === id);
    found.set(id, offerOf(id, route));
  }
  return { ok: true, value: [...found.values()] };
}

/** A retired route has no price any more, though its rows stay. */
function offerOf(id: string, route: RouteDossier | undefined): Offer {
  const offer = { route: id, model: null };
  if (route?.lifecycle.status !== "retired") return { ...offer, schedule: route?.prices ?? [] };
  const day = route.lifecycle.retiresOn === undefined ? "" : ` on ${route.lifecycle.retiresOn}`;
  return { ...offer, schedule: [], because: `it was retired${day}` };
}

interface Terms {
  readonly day: IsoDate;
  readonly traffic: TrafficProfile;
}

/** The route a comparison would choose for each model at this traffic. */
export function offersOfModels(
  catalog: Catalog,
  asked: readonly string[],
  { day, traffic }: Terms,
): Outcome<readonly Offer[]> {
  const dossiers = dossiersOf(catalog, day);
  const found = new Map<string, Offer>();
  for (const name of asked) {
    const entry = findModel(catalog, name);
    if (!entry.ok) return entry;
    const model = entry.value.id;
    const [candidate] = candidatesOf([dossiers.of(model)], { traffic, constraints: [] });
    const route = candidate?.route;
    found.set(
      model,
      route !== undefined
        ? { route: route.entry.id, model, schedule: route.prices }
        : {
            route: null,
            model,
            schedule: [],
            because: candidate === undefined ? "" : describeStanding(candidate.standing),
          },
    );
  }
  return { ok: true, value: [...found.values()] };
}
