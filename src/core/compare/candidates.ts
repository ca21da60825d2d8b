import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { ProviderKind } from "../catalog/entries.ts";
import { whyNoChat } from "../catalog/model-kind.ts";
import type { KnownCost } from "../cost/monthly-cost.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import { compareText } from "../ordering.ts";
import { formatUsd } from "../report/format.ts";
import { type Constraint, judgeAll } from "../verdict/constraints.ts";
import type { ConstraintResult } from "../verdict/judgement.ts";
import type { Candidate, Standing } from "./candidate.ts";
import { billOf, doubtsOf, withRange } from "./cost-range.ts";

export interface Ask {
  readonly traffic: TrafficProfile;
  readonly constraints: readonly Constraint[];
}

/** A route that can be called and priced for the traffic, judged by the constraints. */
interface Offer {
  readonly route: RouteDossier;
  readonly cost: KnownCost;
  /** Closed weights from somebody who neither made nor licenses them. */
  readonly isResold: boolean;
  readonly judged: readonly ConstraintResult[];
}

/** Each model as it would be used, in the order given. */
export function candidatesOf(dossiers: readonly ModelDossier[], ask: Ask): readonly Candidate[] {
  return dossiers.map((dossier) => candidateOf(dossier, dossiers, ask));
}

function candidateOf(dossier: ModelDossier, all: readonly ModelDossier[], ask: Ask): Candidate {
  const offers = offersOf(dossier, ask);
  const [best] = offers.filter(({ judged }) => !fails(judged)).sort(preferredFirst);
  if (best !== undefined) {
    const open = best.judged.filter(({ result }) => result === "unknown");
    return {
      dossier,
      route: best.route,
      cost: withRange(best.cost, doubtsOf(dossier, all, ask.traffic), whyChosen(best, offers)),
      constraints: best.judged,
      standing:
        open.length === 0
          ? { kind: "selectable" }
          : { kind: "conditional", on: open.map(({ constraint }) => constraint) },
    };
  }
  const nearest = [...offers].sort(preferredFirst)[0];
  const asked = nearest?.judged ?? judgeAll(ask.constraints, { model: dossier });
  const judged = [...chatFailure(dossier), ...asked];
  const standing = whyNot(dossier, judged);
  return {
    dossier,
    cost: { known: false, because: describeStanding(standing) },
    constraints: judged,
    standing,
  };
}

const fails = (judged: readonly ConstraintResult[]) =>
  judged.some(({ result }) => result === "fails");

const offers = new WeakMap<Ask, WeakMap<ModelDossier, readonly Offer[]>>();

/** Offers of a model; found once for each question. */
function offersOf(dossier: ModelDossier, ask: Ask): readonly Offer[] {
  const byModel = offers.get(ask) ?? new WeakMap<ModelDossier, readonly Offer[]>();
  offers.set(ask, byModel);
  const found = byModel.get(dossier) ?? findOffers(dossier, ask);
  byModel.set(dossier, found);
  return found;
}

function findOffers(dossier: ModelDossier, { traffic, constraints }: Ask): readonly Offer[] {
  if (whyNoChatAt(dossier) !== undefined) return [];
  const isOpen = knownValue(dossier.fact("model.openness")) === "open-weights";
  return dossier.routes.flatMap((route) => {
    if (route.provider.kind === "plan" || route.lifecycle.status === "retired") return [];
    if (whyNoChatAt(route) !== undefined) return [];
    const cost = billOf(route, traffic);
    if (!cost.known) return [];
    const { monthlyUsd, sources: billSources } = cost;
    const bidder = { model: dossier, route, monthlyUsd, billSources };
    const isResold = !isOpen && resellers.has(route.provider.kind);
    return [{ route, cost, isResold, judged: judgeAll(constraints, bidder) }];
  });
}

/** Who serves weights that others made; of closed weights they can only pass requests on. */
const resellers: ReadonlySet<ProviderKind> = new Set(["host", "router"]);

function whyNoChatAt({ fact }: Pick<RouteDossier, "fact">): string | undefined {
  return whyNoChat(knownValue(fact("model.kind")), knownValue(fact("modality.output")));
}

/** The traffic is chat, so that chat is asked of every model without being written. */
function chatFailure(dossier: ModelDossier): readonly ConstraintResult[] {
  const because = whyNoChatAt(dossier);
  if (because === undefined) return [];
  const sources = [dossier.fact("modality.output"), dossier.fact("model.kind")].flatMap(sourcesOf);
  return [{ constraint: "chat", result: "fails", because, sources: [...new Set(sources)] }];
}

const kindOrder = {
  "first-party": 0,
  cloud: 1,
  host: 2,
  router: 3,
  plan: 4,
} as const satisfies Record<ProviderKind, number>;

/**
 * The team's own price first, then what passes without doubt, then ordinary service, closed weights
 * from their maker or a cloud before resellers, the cheaper, then the nearer seller.
 */
function preferredFirst(a: Offer, b: Offer): number {
  return (
    Number(b.route.isOwn) - Number(a.route.isOwn) ||
    openCount(a) - openCount(b) ||
    Number(isDoubtful(a)) - Number(isDoubtful(b)) ||
    Number(isSoldApart(a)) - Number(isSoldApart(b)) ||
    Number(a.isResold) - Number(b.isResold) ||
    a.cost.monthlyUsd - b.cost.monthlyUsd ||
    kindOrder[a.route.provider.kind] - kindOrder[b.route.provider.kind] ||
    compareText(a.route.entry.id, b.route.entry.id)
  );
}

const openCount = ({ judged }: Offer) => judged.filter(({ result }) => result === "unknown").length;

/** Faster or interruptible service is another good: its price never stands for the ordinary one. */
const isSoldApart = ({ route }: Offer) => knownValue(route.fact("route.service")) !== undefined;

/** A price that rests on doubtful sources alone never beats a sound one. */
const isDoubtful = ({ cost }: { readonly cost: KnownCost }) =>
  cost.sources.length > 0 && cost.sources.every(({ confidence }) => confidence === "low");

function whyChosen(best: Offer, all: readonly Offer[]): string {
  const { route, cost, isResold } = best;
  const { name } = route.provider;
  if (route.isOwn) return `${name}: the price in your own facts`;
  if (all.length === 1) return `${name}: the only route with a price`;
  const passing = all.filter(({ judged }) => !fails(judged));
  const which = passing.length === all.length ? "with a price" : "that your constraints leave";
  const direct = passing.filter((each) => !each.isResold);
  const resold = passing.filter((each) => each.isResold).map((each) => each.cost.monthlyUsd);
  const least = Math.min(...resold);
  if (isResold || least >= cost.monthlyUsd) {
    return `${name}: the cheapest of ${passing.length} routes ${which}`;
  }
  const by = direct.length === 1 ? "the only route" : `the cheapest of ${direct.length} routes`;
  return `${name}: ${by} of its maker and the clouds; a reseller asks ${formatUsd(least)}, how it undercuts them is not stated`;
}

function whyNot(dossier: ModelDossier, judged: readonly ConstraintResult[]): Standing {
  const { lifecycle, routes } = dossier;
  const live = routes.filter((route) => route.lifecycle.status !== "retired");
  if (lifecycle.status === "retired" && live.length === 0) {
    const day = lifecycle.retiresOn === undefined ? "" : ` on ${lifecycle.retiresOn}`;
    return {
      kind: "retired",
      because: `it was shut down${day}`,
      sources: lifecycle.sources,
    };
  }
  const failed = judged.filter(({ result }) => result === "fails");
  if (failed.length > 0) {
    return { kind: "fails", because: failed.map((each) => `${each.constraint} (${each.because})`) };
  }
  const usual = live.filter(({ provider }) => provider.kind !== "plan");
  if (routes.length === 0) return { kind: "no-route", because: "no route is known" };
  if (live.length === 0) return { kind: "no-route", because: "every known route is retired" };
  if (usual.length === 0)
    return { kind: "no-route", because: "only plans and training services list it" };
  return { kind: "no-route", because: "no route states a complete price for this traffic" };
}

/** Why a candidate may not be chosen, or under which condition it may. */
export function describeStanding(standing: Standing): string {
  switch (standing.kind) {
    case "selectable":
      return "can be used";
    case "conditional":
      return `depends on ${standing.on.join(", ")}`;
    case "fails":
      return `fails ${standing.because.join("; ")}`;
    case "no-route":
    case "retired":
      return standing.because;
  }
}
