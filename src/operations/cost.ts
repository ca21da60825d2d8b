import { z } from "zod";
import { flipsBetween, flipsOf, type PricedOption } from "../core/cost/cost-flips.ts";
import { scheduleOf } from "../core/cost/list-price.ts";
import { differenceUsd } from "../core/cost/money.ts";
import { type CostAnswer, type KnownCost, monthlyCost } from "../core/cost/monthly-cost.ts";
import { defaultTraffic, type TrafficProfile } from "../core/cost/traffic.ts";
import { TrafficInput } from "../core/cost/traffic-input.ts";
import { trafficSource } from "../core/cost/traffic-source.ts";
import { given } from "../core/evidence/given.ts";
import { type SourceBook, sourceBook } from "../core/evidence/source-book.ts";
import type { Outcome } from "../core/problems/problem.ts";
import {
  type AnsweredCost,
  type CostReport,
  costDocument,
  type UnansweredCost,
} from "../core/report/cost-document.ts";
import type { IsoDate } from "../core/units.ts";
import { AsOf, Facts, ModelName, Word } from "./inputs.ts";
import { defineOperation } from "./operation.ts";
import { PriceInput } from "./price-input.ts";
import { type Offer, offersOfModels, offersOfRoutes } from "./priced-offers.ts";

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
        .describe("Ids of routes, `openai/gpt-4.1`; the name of a model stands for its route."),
      models: z
        .array(ModelName, { error: "Expected a list of names of models" })
        .min(1, { error: "Expected at least one model" })
        .max(20, { error: "Expected at most 20 models" })
        .optional()
        .describe("Names of models; each is reckoned on the route a comparison would choose."),
      price: PriceInput.optional(),
      asOf: AsOf.optional(),
      facts: Facts.optional(),
    })
    .refine((input) => waysToAsk.filter((way) => input[way] !== undefined).length === 1, {
      path: ["routes"],
      error: "Expected routes, models or a price, one of them: name a route such as openai/gpt-4.1",
    }),
  async run({ traffic = defaultTraffic, routes, models = [], price, asOf, facts }, deps) {
    const askedOn = deps.today();
    const day = asOf ?? askedOn;
    const terms: Terms = { traffic, asOf: day, askedOn };
    if (price !== undefined) {
      const schedule = scheduleOf(price, [given("the price given", askedOn)]);
      return oneCost({ route: null, model: null, schedule }, terms);
    }
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    const found =
      routes === undefined
        ? offersOfModels(opened.value, models, { day, traffic })
        : offersOfRoutes(opened.value, routes, { day, traffic });
    if (!found.ok) return found;
    const [only, ...others] = found.value;
    return only !== undefined && others.length === 0
      ? oneCost(only, terms)
      : { ok: true, value: severalCosts(found.value, terms) };
  },
  report: costDocument,
});

const waysToAsk = ["routes", "models", "price"] as const;

interface Terms {
  readonly traffic: TrafficProfile;
  readonly asOf: IsoDate;
  readonly askedOn: IsoDate;
}

function oneCost(offer: Offer, { traffic, asOf, askedOn }: Terms): Outcome<CostReport> {
  const { schedule } = offer;
  const name = nameOf(offer);
  const answer = monthlyCost(schedule, traffic);
  if (!answer.known)
    return {
      ok: false,
      problem: { code: "price-unknown", route: name, because: offer.because ?? answer.because },
    };
  const book = sourceBook();
  const flips = flipsOf({ name, schedule, cost: answer }, traffic);
  const answered = answeredCost(offer, answer, book);
  const trafficSourceIds = book.cite([trafficSource(traffic, askedOn)]);
  const head = { asOf, traffic, trafficSourceIds, flips, sources: book.list() };
  return { ok: true, value: { ...head, ...answered } };
}

function severalCosts(offers: readonly Offer[], { traffic, asOf, askedOn }: Terms): CostReport {
  const bills = offers.map((offer) => ({ offer, answer: monthlyCost(offer.schedule, traffic) }));
  const ordered = bills.sort((a, b) => orderOf(a.answer) - orderOf(b.answer));
  const book = sourceBook();
  const routes = ordered.map(({ offer, answer }): AnsweredCost | UnansweredCost =>
    answer.known
      ? answeredCost(offer, answer, book)
      : {
          route: offer.route,
          model: offer.model,
          monthlyUsd: null,
          because: offer.because ?? answer.because,
        },
  );
  const options = ordered.flatMap(({ offer, answer }): PricedOption[] =>
    answer.known ? [{ name: nameOf(offer), schedule: offer.schedule, cost: answer }] : [],
  );
  const [cheapest, next] = options;
  const dearest = options.at(-1);
  const isComplete = options.length === offers.length && cheapest && dearest;
  return {
    asOf,
    traffic,
    trafficSourceIds: book.cite([trafficSource(traffic, askedOn)]),
    routes,
    gapUsd: isComplete ? differenceUsd(dearest.cost.monthlyUsd, cheapest.cost.monthlyUsd) : null,
    flips: cheapest && next ? flipsBetween(cheapest, next, traffic) : [],
    sources: book.list(),
  };
}

function orderOf(answer: CostAnswer): number {
  return answer.known ? answer.monthlyUsd : Number.MAX_VALUE;
}

function nameOf({ route, model }: Offer): string {
  return route ?? model ?? "the price given";
}

function answeredCost({ route, model }: Offer, cost: KnownCost, book: SourceBook): AnsweredCost {
  const { items, monthlyUsd, perRequestUsd, lowUsd, highUsd, cliffs, notes, sources } = cost;
  return {
    route,
    model,
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
