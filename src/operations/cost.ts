import { z } from "zod";
import type { Catalog } from "../core/catalog/catalog.ts";
import { flipsBetween, flipsOf, type PricedOption } from "../core/cost/cost-flips.ts";
import { scheduleOf } from "../core/cost/list-price.ts";
import { differenceUsd } from "../core/cost/money.ts";
import { type CostAnswer, type KnownCost, monthlyCost } from "../core/cost/monthly-cost.ts";
import type { PriceSchedule } from "../core/cost/price-row.ts";
import { defaultTraffic, type TrafficProfile } from "../core/cost/traffic.ts";
import { TrafficInput } from "../core/cost/traffic-input.ts";
import { dossiersOf } from "../core/evidence/dossiers.ts";
import { type SourceBook, sourceBook } from "../core/evidence/source-book.ts";
import type { Outcome } from "../core/problems/problem.ts";
import {
  type AnsweredCost,
  type CostReport,
  costDocument,
  type UnansweredCost,
} from "../core/report/cost-document.ts";
import type { IsoDate } from "../core/units.ts";
import { AsOf, Facts, Word } from "./inputs.ts";
import { knownId } from "./listing.ts";
import { defineOperation } from "./operation.ts";
import { PriceInput } from "./price-input.ts";

export const cost = defineOperation({
  name: "cost",
  summary: "Say what a month of traffic costs, item by item, with cliffs and flips.",
  input: z
    .strictObject({
      traffic: TrafficInput.optional(),
      routes: z
        .array(Word, { error: "Expected a list of route ids" })
        .min(1, { error: "Expected at least one route id" })
        .max(200, { error: "Expected at most 200 route ids" })
        .optional()
        .describe("Ids of routes: `openai/gpt-4.1`."),
      price: PriceInput.optional(),
      asOf: AsOf.optional(),
      facts: Facts.optional(),
    })
    .refine(({ routes, price }) => (routes === undefined) !== (price === undefined), {
      path: ["routes"],
      error: "Expected either routes or a price: name a route such as openai/gpt-4.1",
    }),
  async run({ traffic = defaultTraffic, routes = [], price, asOf, facts }, deps) {
    const day = asOf ?? deps.today();
    if (price !== undefined) {
      return oneCost({ route: null, schedule: scheduleOf(price) }, traffic, day);
    }
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    const found = routesById(opened.value, routes, day);
    if (!found.ok) return found;
    const [only, ...others] = found.value;
    return only !== undefined && others.length === 0
      ? oneCost(only, traffic, day)
      : { ok: true, value: severalCosts(found.value, traffic, day) };
  },
  report: costDocument,
});

/** Something that can be bought: a route, or prices that were given. */
interface Offer {
  readonly route: string | null;
  readonly schedule: PriceSchedule;
}

function routesById(
  catalog: Catalog,
  asked: readonly string[],
  day: IsoDate,
): Outcome<readonly Offer[]> {
  const dossiers = dossiersOf(catalog, day);
  const ids = catalog.routes.map(({ id }) => id);
  const offers: Offer[] = [];
  for (const name of asked) {
    const id = knownId(name, "route", ids);
    if (!id.ok) return id;
    const model = catalog.routes.find((route) => route.id === id.value)?.model;
    const route =
      model === undefined
        ? undefined
        : dossiers.of(model).routes.find(({ entry }) => entry.id === id.value);
    const isNew = offers.every((offer) => offer.route !== id.value);
    if (isNew) offers.push({ route: id.value, schedule: route?.prices ?? [] });
  }
  return { ok: true, value: offers };
}

function oneCost(
  { route, schedule }: Offer,
  traffic: TrafficProfile,
  asOf: IsoDate,
): Outcome<CostReport> {
  const answer = monthlyCost(schedule, traffic);
  if (!answer.known) {
    return { ok: false, problem: { code: "price-unknown", route: route ?? "the price given" } };
  }
  const book = sourceBook();
  const flips = flipsOf({ name: route ?? "it", schedule, cost: answer }, traffic);
  const answered = answeredCost(route, answer, book);
  return { ok: true, value: { asOf, traffic, ...answered, flips, sources: book.list() } };
}

function severalCosts(
  offers: readonly Offer[],
  traffic: TrafficProfile,
  asOf: IsoDate,
): CostReport {
  const bills = offers.map((offer) => ({ offer, answer: monthlyCost(offer.schedule, traffic) }));
  const ordered = bills.sort((a, b) => orderOf(a.answer) - orderOf(b.answer));
  const book = sourceBook();
  const routes = ordered.map(({ offer, answer }): AnsweredCost | UnansweredCost =>
    answer.known
      ? answeredCost(offer.route, answer, book)
      : { route: offer.route ?? "", monthlyUsd: null, because: answer.because },
  );
  const options = ordered.flatMap(({ offer: { route, schedule }, answer }): PricedOption[] =>
    answer.known ? [{ name: route ?? "it", schedule, cost: answer }] : [],
  );
  const [cheapest, next] = options;
  const dearest = options.at(-1);
  const isComplete = options.length === offers.length && cheapest && dearest;
  return {
    asOf,
    traffic,
    routes,
    gapUsd: isComplete ? differenceUsd(dearest.cost.monthlyUsd, cheapest.cost.monthlyUsd) : null,
    flips: cheapest && next ? flipsBetween(cheapest, next, traffic) : [],
    sources: book.list(),
  };
}

function orderOf(answer: CostAnswer): number {
  return answer.known ? answer.monthlyUsd : Number.MAX_VALUE;
}

function answeredCost(route: string | null, cost: KnownCost, book: SourceBook): AnsweredCost {
  const { items, monthlyUsd, perRequestUsd, lowUsd, highUsd, cliffs, notes, sources } = cost;
  return {
    route,
    items,
    monthlyUsd,
    perRequestUsd: perRequestUsd ?? null,
    lowUsd,
    highUsd,
    cliffs,
    notes,
    sourceIds: book.cite(sources),
  };
}
