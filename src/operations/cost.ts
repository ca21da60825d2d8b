import { flipsBetween, flipsOf, lossFlip, type PricedOption } from "../core/cost/cost-flips.ts";
import { scheduleOf } from "../core/cost/list-price.ts";
import { differenceUsd } from "../core/cost/money.ts";
import { wholeShare } from "../core/cost/share.ts";
import { trafficSource } from "../core/cost/traffic-source.ts";
import { given } from "../core/evidence/given.ts";
import { sourceBook } from "../core/evidence/source-book.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { type CostHead, type CostReport, costDocument } from "../core/report/cost-document.ts";
import {
  answeredCost,
  type Bill,
  billOfOffer,
  strangeRate,
  successRateOf,
} from "./answered-cost.ts";
import { CostInput } from "./cost-input.ts";
import { CostOutput } from "./cost-output.ts";
import { nameOfOffer, type Offer } from "./offer.ts";
import { type OfferTraffic, readTraffic } from "./offer-traffic.ts";
import { type Deps, defineOperation } from "./operation.ts";
import { offerFinder } from "./priced-offers.ts";

export const cost = defineOperation({
  name: "cost",
  summary: "Say what a month of traffic costs, item by item, with cliffs and flips.",
  input: CostInput,
  output: CostOutput,
  async run(input, deps) {
    const { currency, asOf = deps.today() } = input;
    if (currency !== undefined && currency.day > asOf) {
      return refused("currency.day", `a day up to ${asOf}, the day asked about`);
    }
    const traffic = await readTraffic(
      { stated: input.traffic, text: input.text, workload: input.workload },
      deps,
    );
    if (!traffic.ok) return traffic;
    const offers = await offersFor(input, traffic.value, deps);
    if (!offers.ok) return offers;
    const strange = strangeRate(offers.value, input);
    if (strange !== undefined) {
      const names = offers.value.map(nameOfOffer).join(", ");
      return refused(`successRate.${strange}`, `a name of what is asked about: ${names}`);
    }
    const bills: Bill[] = [];
    for (const offer of offers.value) {
      const own = await traffic.value.of(offer);
      if (!own.ok) return own;
      bills.push(billOfOffer(offer, own.value));
    }
    const terms: Terms = { input, traffic: traffic.value, askedOn: deps.today() };
    const [only, ...others] = bills;
    return only !== undefined && others.length === 0
      ? oneCost(only, terms)
      : { ok: true, value: severalCosts(bills, terms) };
  },
  report: costDocument,
});

function refused(where: string, expected: string): Outcome<never> {
  return { ok: false, problem: { code: "invalid-input", where, expected: `Expected ${expected}` } };
}

interface Terms {
  readonly input: CostInput;
  readonly traffic: OfferTraffic;
  readonly askedOn: string;
}

async function offersFor(
  { price, routes, models = [], month, asOf, facts = [] }: CostInput,
  { base }: OfferTraffic,
  deps: Deps,
): Promise<Outcome<readonly Offer[]>> {
  const askedOn = deps.today();
  if (price !== undefined) {
    const schedule = scheduleOf(price, [given("the price given", askedOn)]);
    const periods = [{ schedule, share: wholeShare, label: "" }];
    return {
      ok: true,
      value: [{ route: null, model: null, periods, counting: null, changes: [] }],
    };
  }
  const opened = await deps.catalog(facts);
  if (!opened.ok) return opened;
  const find = offerFinder(opened.value, { day: asOf ?? askedOn, traffic: base, month });
  return routes === undefined ? find.ofModels(models) : find.ofRoutes(routes);
}

function headOf({
  input,
  traffic,
  askedOn,
}: Terms): Omit<CostHead, "trafficSourceIds" | "flips" | "sources"> {
  const { currency, month, asOf = askedOn } = input;
  return {
    asOf,
    month: month ?? null,
    traffic: traffic.base,
    counted: traffic.counted,
    currency: currency === undefined ? null : { ...currency, source: currency.source ?? null },
  };
}

function oneCost(bill: Bill, terms: Terms): Outcome<CostReport> {
  const name = nameOfOffer(bill.offer);
  if (!bill.known)
    return { ok: false, problem: { code: "price-unknown", route: name, because: bill.because } };
  const book = sourceBook();
  const answered = answeredCost(bill, terms.input, book);
  if (answered.monthlyUsd === null) throw new Error(`${name} has a bill and no answer`);
  const flips = flipsOf(optionOf(bill), bill.own.traffic);
  const trafficSourceIds = book.cite([trafficSource(terms.traffic.base, terms.askedOn)]);
  const head = { ...headOf(terms), trafficSourceIds, flips, sources: book.list() };
  return { ok: true, value: { ...head, ...answered } };
}

function severalCosts(bills: readonly Bill[], terms: Terms): CostReport {
  const { input, traffic, askedOn } = terms;
  const ordered = [...bills].sort((a, b) => orderOf(a) - orderOf(b));
  const book = sourceBook();
  const routes = ordered.map((bill) => answeredCost(bill, input, book));
  const known = ordered.filter((bill) => bill.known);
  const [cheapest, next] = known;
  const dearest = known.at(-1);
  const isFirm = known.length === bills.length && !known.some(({ cost: own }) => own.isAtLeast);
  const isComplete = isFirm && cheapest && dearest;
  const between =
    cheapest && next
      ? [
          ...flipsBetween(optionOf(cheapest), optionOf(next), traffic.base),
          ...lossFlip(taskOf(cheapest, terms), taskOf(next, terms)),
        ]
      : [];
  return {
    ...headOf(terms),
    trafficSourceIds: book.cite([trafficSource(traffic.base, askedOn)]),
    routes,
    gapUsd: isComplete ? differenceUsd(dearest.cost.monthlyUsd, cheapest.cost.monthlyUsd) : null,
    flips: between,
    sources: book.list(),
  };
}

type KnownBill = Extract<Bill, { readonly known: true }>;

function optionOf({ offer, cost: bill }: KnownBill): PricedOption {
  return { name: nameOfOffer(offer), schedule: offer.periods[0]?.schedule ?? [], cost: bill };
}

function taskOf(bill: KnownBill, { input }: Terms) {
  return {
    name: nameOfOffer(bill.offer),
    costUsd: bill.cost.perRequestUsd,
    successShare: successRateOf(bill.offer, input),
    currentUsd: input.failedTaskUsd ?? null,
  };
}

function orderOf(bill: Bill): number {
  return bill.known ? bill.cost.monthlyUsd : Number.MAX_VALUE;
}
