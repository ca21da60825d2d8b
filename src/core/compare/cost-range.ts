import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import { billRange, type CostDoubts } from "../cost/bill-range.ts";
import { type CostAnswer, type KnownCost, monthlyCost } from "../cost/monthly-cost.ts";
import { ownTraffic } from "../cost/own-traffic.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import { knownValue } from "../evidence/fact.ts";
import type { CandidateCost } from "./candidate.ts";

export function doubtsOf(
  dossier: ModelDossier,
  all: readonly ModelDossier[],
  traffic: TrafficProfile,
): CostDoubts {
  const own = tokenizerOf(dossier);
  const reference = traffic.tokenizer;
  const tokenizerDiffers =
    reference === undefined
      ? own === undefined || all.some((each) => tokenizerOf(each) !== own)
      : ownTraffic(traffic, { model: dossier.entry.id, fact: dossier.fact }).isTokenizerOpen;
  const reasons = knownValue(dossier.fact("cap.reasoning")) === true;
  return { tokenizerDiffers, reasoningUncounted: reasons && traffic.reasoningTokens === undefined };
}

const tokenizerOf = (dossier: ModelDossier) => knownValue(dossier.fact("model.tokenizer"));

/** Widens a bill to the range that doubts about token counts leave open. */
export function withRange(cost: KnownCost, doubts: CostDoubts, because: string): CandidateCost {
  const range = billRange(cost, doubts);
  return {
    known: true,
    monthlyUsd: cost.monthlyUsd,
    lowUsd: cost.lowUsd,
    highUsd: range.highUsd,
    items: cost.items,
    because,
    notes: [...cost.notes, ...range.notes],
    sources: [...cost.sources, ...range.sources],
  };
}

const bills = new WeakMap<TrafficProfile, WeakMap<RouteDossier, CostAnswer>>();

/** The month's bill on a route; reckoned once for each traffic. */
export function billOf(route: RouteDossier, traffic: TrafficProfile): CostAnswer {
  const known = bills.get(traffic) ?? new WeakMap<RouteDossier, CostAnswer>();
  bills.set(traffic, known);
  const bill = known.get(route) ?? ownBill(route, traffic);
  known.set(route, bill);
  return bill;
}

/** The bill for the use as the model of the route counts it. */
function ownBill(route: RouteDossier, traffic: TrafficProfile): CostAnswer {
  const own = ownTraffic(traffic, { model: route.entry.model, fact: route.fact });
  const bill = monthlyCost(route.prices, own.traffic);
  if (!bill.known || own.notes.length === 0) return bill;
  const notes = [...own.notes, ...bill.notes];
  return { ...bill, notes, sources: [...bill.sources, ...own.sources] };
}
