import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import { whyNoChat } from "../catalog/model-kind.ts";
import { type CostAnswer, monthlyCost } from "../cost/monthly-cost.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import { knownValue } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import type { Usd } from "../units.ts";
import { type Constraint, judgeAll } from "../verdict/constraints.ts";
import type { Bidder, ConstraintResult } from "../verdict/judgement.ts";
import { billOf } from "./cost-range.ts";

export interface Ask {
  readonly traffic: TrafficProfile;
  readonly constraints: readonly Constraint[];
}

/** One route held against everything asked. Unknown neither passes nor fails. */
export interface ScreenedRoute {
  readonly dossier: ModelDossier;
  readonly route: RouteDossier;
  readonly result: "passes" | "conditional" | "fails";
  /** It is sold today, to all, and chats; what is asked does not matter to that. */
  readonly isOffered: boolean;
  /** Judgements that are no pass; of a route that is lost, those that lose it. */
  readonly held: readonly ConstraintResult[];
  /** What the traffic costs there; undefined: unknown, or the route is lost. */
  readonly monthlyUsd: Usd | undefined;
  /** Its price rests on doubtful sources alone. */
  readonly isDoubtful: boolean;
}

const screens = new WeakMap<Ask, WeakMap<ModelDossier, readonly ScreenedRoute[]>>();

/** Every route of a model, judged; once for each question. */
export function screenRoutes(dossier: ModelDossier, ask: Ask): readonly ScreenedRoute[] {
  const byModel = screens.get(ask) ?? new WeakMap<ModelDossier, readonly ScreenedRoute[]>();
  screens.set(ask, byModel);
  const known = byModel.get(dossier);
  if (known !== undefined) return known;
  const noChat = whyNoChatAt(dossier);
  const screened = dossier.routes.map((route) => {
    const unusable = whyUnusable(route, noChat);
    return unusable === undefined
      ? screenRoute(dossier, route, ask)
      : { ...lostRoute(dossier, route, [unusable]), isOffered: false };
  });
  byModel.set(dossier, screened);
  return screened;
}

/** Every constraint judged for one route, in the order asked. */
export function judgeRoute(
  dossier: ModelDossier,
  route: RouteDossier,
  { traffic, constraints }: Ask,
): readonly ConstraintResult[] {
  const bill = billOf(route, traffic);
  const judged = judgeAll(constraints, bidderOf(dossier, route, bill));
  return bill.known ? judged : [unpriced(bill.because), ...judged];
}

/**
 * A route that fails one constraint and does not pass a second is lost whichever is dropped, so the
 * rest is left, and its bill with it: thousands of routes are screened for one question.
 */
function screenRoute(dossier: ModelDossier, route: RouteDossier, ask: Ask): ScreenedRoute {
  const held: ConstraintResult[] = [];
  let fails = false;
  const isLostBy = (judged: ConstraintResult): boolean => {
    if (judged.result === "passes") return false;
    held.push(judged);
    fails ||= judged.result === "fails";
    return fails && held.length > 1;
  };
  const bidder = { model: dossier, route };
  for (const { needsBill, judge } of ask.constraints) {
    if (!needsBill && isLostBy(judge(bidder))) return lostRoute(dossier, route, held);
  }
  const price = priceOf(route, ask.traffic);
  const { monthlyUsd, because, isDoubtful } = price;
  if (because !== undefined && isLostBy(unpriced(because))) return lostRoute(dossier, route, held);
  const billed = { model: dossier, route, monthlyUsd, billSources: price.sources };
  for (const { needsBill, judge } of ask.constraints) {
    if (needsBill && isLostBy(judge(billed))) return lostRoute(dossier, route, held);
  }
  const result = fails ? "fails" : held.length > 0 ? "conditional" : "passes";
  const standing = { isOffered: true, result, held } as const;
  return { dossier, route, ...standing, monthlyUsd, isDoubtful };
}

function lostRoute(
  dossier: ModelDossier,
  route: RouteDossier,
  held: readonly ConstraintResult[],
): ScreenedRoute {
  const standing = { isOffered: true, result: "fails", held } as const;
  return { dossier, route, ...standing, monthlyUsd: undefined, isDoubtful: false };
}

function bidderOf(model: ModelDossier, route: RouteDossier, bill: CostAnswer): Bidder {
  if (!bill.known) return { model, route };
  const { monthlyUsd, sources: billSources } = bill;
  return { model, route, monthlyUsd, billSources };
}

/** What a bill comes to, without its items: a catalog has thousands of them. */
interface ScreenedPrice {
  readonly monthlyUsd: Usd | undefined;
  /** Why there is none. */
  readonly because: string | undefined;
  readonly sources: readonly Source[];
  readonly isDoubtful: boolean;
}

const prices = new WeakMap<TrafficProfile, WeakMap<RouteDossier, ScreenedPrice>>();

function priceOf(route: RouteDossier, traffic: TrafficProfile): ScreenedPrice {
  const ofTraffic = prices.get(traffic) ?? new WeakMap<RouteDossier, ScreenedPrice>();
  prices.set(traffic, ofTraffic);
  const known = ofTraffic.get(route);
  if (known !== undefined) return known;
  const bill = monthlyCost(route.prices, traffic);
  const price: ScreenedPrice = bill.known
    ? {
        monthlyUsd: bill.monthlyUsd,
        because: undefined,
        sources: bill.sources,
        isDoubtful: isDoubtful(bill.sources),
      }
    : { monthlyUsd: undefined, because: bill.because, sources: [], isDoubtful: false };
  ofTraffic.set(route, price);
  return price;
}

/** A price that rests on doubtful sources alone never beats a sound one. */
const isDoubtful = (sources: readonly Source[]): boolean =>
  sources.length > 0 && sources.every(({ confidence }) => confidence === "low");

/** What nobody has to ask for: it is sold, to everybody, and it chats. */
function whyUnusable(
  route: RouteDossier,
  noChat: string | undefined,
): ConstraintResult | undefined {
  const { lifecycle, provider } = route;
  const failed = (constraint: string, because: string, sources = lifecycle.sources) =>
    ({ constraint, result: "fails", because, sources }) as const;
  if (lifecycle.status === "retired") {
    const day = lifecycle.retiresOn === undefined ? "" : ` on ${lifecycle.retiresOn}`;
    return failed("still sold", `Retired${day}`);
  }
  if (provider.kind === "plan") {
    return failed("sold to all", "A plan: its price is not for ordinary traffic", []);
  }
  const because = noChat ?? whyNoChatAt(route);
  return because === undefined ? undefined : failed("chat", because, []);
}

/** Why it is not for chat, which the traffic is; undefined when it may be. */
export function whyNoChatAt({ fact }: Pick<RouteDossier, "fact">): string | undefined {
  return whyNoChat(knownValue(fact("model.kind")), knownValue(fact("modality.output")));
}

function unpriced(because: string): ConstraintResult {
  return { constraint: "price", result: "unknown", because: `Price: ${because}`, sources: [] };
}
