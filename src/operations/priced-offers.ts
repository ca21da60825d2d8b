import type { Catalog } from "../core/catalog/catalog.ts";
import type { RouteDossier } from "../core/catalog/dossier.ts";
import { candidatesOf, describeStanding } from "../core/compare/candidates.ts";
import type { Counting } from "../core/cost/own-traffic.ts";
import { isSamePrice, monthDays, periodsOf, priceChangeDays } from "../core/cost/price-periods.ts";
import type { PriceSchedule } from "../core/cost/price-row.ts";
import { wholeShare } from "../core/cost/share.ts";
import type { TrafficProfile } from "../core/cost/traffic.ts";
import { type Dossiers, dossiersOf } from "../core/evidence/dossiers.ts";
import type { Outcome } from "../core/problems/problem.ts";
import type { IsoDate } from "../core/units.ts";
import { findModel } from "./find-model.ts";
import { knownId } from "./listing.ts";
import type { Offer } from "./offer.ts";

export interface OfferTerms {
  readonly day: IsoDate;
  readonly traffic: TrafficProfile;
  /** A calendar month, `2026-12`; absent: a month at the prices of the day. */
  readonly month?: string | undefined;
}

/** Offers of a catalog on a day, each route with its prices over the month asked about. */
export interface OfferFinder {
  readonly ofRoutes: (asked: readonly string[]) => Outcome<readonly Offer[]>;
  readonly ofModels: (asked: readonly string[]) => Outcome<readonly Offer[]>;
}

export function offerFinder(catalog: Catalog, terms: OfferTerms): OfferFinder {
  const dossiersOn = new Map<IsoDate, Dossiers>();
  const on = (day: IsoDate): Dossiers => {
    const opened = dossiersOn.get(day) ?? dossiersOf(catalog, day);
    dossiersOn.set(day, opened);
    return opened;
  };
  return {
    ofRoutes: (asked) => routeOffers(asked, { catalog, terms, on }),
    ofModels: (asked) => modelOffers(asked, { catalog, terms, on }),
  };
}

interface Place {
  readonly catalog: Catalog;
  readonly terms: OfferTerms;
  readonly on: (day: IsoDate) => Dossiers;
}

/** The routes asked for, each once, in the order asked; the name of a model stands for its route. */
function routeOffers(asked: readonly string[], place: Place): Outcome<readonly Offer[]> {
  const { catalog, terms, on } = place;
  const ids = catalog.routes.map(({ id }) => id);
  const found = new Map<string, Offer>();
  for (const name of asked) {
    const known = knownId(name, "route", ids);
    if (!known.ok) {
      const ofModel = modelOffers([name], place);
      if (!ofModel.ok) return known;
      for (const offer of ofModel.value) found.set(offer.route ?? name, offer);
      continue;
    }
    const id = known.value;
    const model = catalog.routes.find((route) => route.id === id)?.model;
    const routes = model === undefined ? [] : on(terms.day).of(model).routes;
    const route = routes.find(({ entry }) => entry.id === id);
    found.set(id, route === undefined ? noOffer(id, null, "") : offerOf(route, null, place));
  }
  return { ok: true, value: [...found.values()] };
}

/** The route a comparison would choose for each model at this traffic. */
function modelOffers(asked: readonly string[], place: Place): Outcome<readonly Offer[]> {
  const { catalog, terms, on } = place;
  const dossiers = on(terms.day);
  const { traffic } = terms;
  const found = new Map<string, Offer>();
  for (const name of asked) {
    const entry = findModel(catalog, name);
    if (!entry.ok) return entry;
    const model = entry.value.id;
    const chosenFor = (use: TrafficProfile) =>
      candidatesOf([dossiers.of(model)], { traffic: use, constraints: [] })[0];
    const candidate = chosenFor(traffic);
    const { inputTokens, outputTokens } = traffic;
    const route = candidate?.route ?? chosenFor({ inputTokens, outputTokens })?.route;
    const because = candidate === undefined ? "" : describeStanding(candidate.standing);
    found.set(
      model,
      route === undefined ? noOffer(null, model, because) : offerOf(route, model, place),
    );
  }
  return { ok: true, value: [...found.values()] };
}

function noOffer(route: string | null, model: string | null, because: string): Offer {
  const offer = { route, model, periods: [], counting: null, changes: [] };
  return because === "" ? offer : { ...offer, because };
}

/** A retired route has no price any more, though its rows stay. */
function offerOf(route: RouteDossier, model: string | null, { catalog, terms, on }: Place): Offer {
  const { entry, lifecycle } = route;
  if (lifecycle.status === "retired" && model === null) {
    const day = lifecycle.retiresOn === undefined ? "" : ` on ${lifecycle.retiresOn}`;
    return noOffer(entry.id, null, `it was retired${day}`);
  }
  const scheduleOn = (day: IsoDate): PriceSchedule =>
    on(day)
      .of(entry.model)
      .routes.find(({ entry: { id } }) => id === entry.id)?.prices ?? [];
  const claims = catalog.claimsAbout(`route:${entry.id}`);
  const { day, month } = terms;
  const counting: Counting = { model: entry.model, fact: route.fact };
  const own = { route: entry.id, model, counting };
  if (month !== undefined) {
    const { from, to } = monthDays(month);
    const days = priceChangeDays(claims, from, to);
    return { ...own, periods: periodsOf(month, days, scheduleOn), changes: [] };
  }
  const changes = priceChangeDays(claims, day, farAhead)
    .map((from) => ({ from, schedule: scheduleOn(from) }))
    .filter(({ schedule }, index, all) => {
      const before = index === 0 ? route.prices : (all[index - 1]?.schedule ?? []);
      return schedule.length > 0 && !isSamePrice(schedule, before);
    });
  return { ...own, periods: [{ schedule: route.prices, share: wholeShare, label: "" }], changes };
}

const farAhead = "9999-12-31";
