import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { ProviderKind } from "../catalog/entries.ts";
import { knownValue } from "../evidence/fact.ts";
import { compareText } from "../ordering.ts";
import { formatUsd } from "../report/format.ts";
import type { Usd } from "../units.ts";
import type { ConstraintResult } from "../verdict/judgement.ts";
import { type Ask, type ScreenedRoute, screenRoutes } from "./screen.ts";

/** A route that can be called and priced for the traffic, judged by the constraints. */
export interface Offer {
  readonly route: RouteDossier;
  readonly monthlyUsd: Usd;
  /** Closed weights from somebody who neither made nor licenses them. */
  readonly isResold: boolean;
  /** Constraints that it fails, or that nobody can settle. */
  readonly held: readonly ConstraintResult[];
  readonly isFailing: boolean;
  /** What comes before the price when a route is chosen, the smaller the better. */
  readonly precedence: number;
}

/** Ways to buy a model that have a price, but those that are lost anyway. */
export function offersOf(dossier: ModelDossier, ask: Ask): readonly Offer[] {
  const isOpen = knownValue(dossier.fact("model.openness")) === "open-weights";
  return screenRoutes(dossier, ask).flatMap((screened) => {
    const { route, held, monthlyUsd, result } = screened;
    if (monthlyUsd === undefined) return [];
    const isResold = !isOpen && resellers.has(route.provider.kind);
    const precedence = precedenceOf(screened, isResold);
    return [{ route, monthlyUsd, isResold, held, isFailing: result === "fails", precedence }];
  });
}

/** Who serves weights that others made; of closed weights they can only pass requests on. */
const resellers: ReadonlySet<ProviderKind> = new Set(["host", "router"]);

/** The nearer seller first. */
export const kindOrder = {
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
export function preferredFirst(a: Offer, b: Offer): number {
  return (
    a.precedence - b.precedence ||
    a.monthlyUsd - b.monthlyUsd ||
    kindOrder[a.route.provider.kind] - kindOrder[b.route.provider.kind] ||
    compareText(a.route.entry.id, b.route.entry.id)
  );
}

/** At most 50 constraints can be asked, so that a count of open ones stays within its place. */
const openPlace = 8;

function precedenceOf({ route, held, isDoubtful }: ScreenedRoute, isResold: boolean): number {
  const open = held.filter(({ result }) => result === "unknown").length;
  return (
    (route.isOwn ? 0 : 100 * openPlace) +
    openPlace * open +
    4 * Number(isDoubtful) +
    2 * Number(isSoldApart(route)) +
    Number(isResold)
  );
}

/** Faster or interruptible service is another good: its price never stands for the ordinary one. */
const isSoldApart = (route: RouteDossier) => knownValue(route.fact("route.service")) !== undefined;

/** @param lost how many routes with no chance there are beside the offers */
export function whyChosen(best: Offer, all: readonly Offer[], lost: number): string {
  const { route, monthlyUsd, isResold } = best;
  const { name } = route.provider;
  if (route.isOwn) return `${name}: the price in your own facts`;
  if (all.length + lost === 1) return `${name}: the only route with a price`;
  const passing = all.filter(({ isFailing }) => !isFailing);
  const which =
    passing.length === all.length + lost ? "with a price" : "that your constraints leave";
  const direct = passing.filter((each) => !each.isResold);
  const resold = passing.filter((each) => each.isResold).map((each) => each.monthlyUsd);
  const least = Math.min(...resold);
  if (isResold || least >= monthlyUsd) {
    return `${name}: the cheapest of ${passing.length} routes ${which}`;
  }
  const by = direct.length === 1 ? "the only route" : `the cheapest of ${direct.length} routes`;
  return `${name}: ${by} of its maker and the clouds; a reseller asks ${formatUsd(least)}, how it undercuts them is not stated`;
}
