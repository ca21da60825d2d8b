import type { Catalog } from "../catalog/catalog.ts";
import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { PriceProperty } from "../catalog/property.ts";
import { answerValue } from "../compare/answer-value.ts";
import { basePriceRow } from "../compare/base-price.ts";
import type { AnswerValue } from "../compare/comparison.ts";
import { billOf } from "../compare/cost-range.ts";
import { lifecycleText } from "../compare/lifecycle-text.ts";
import { routeConditions, routeUnknowns } from "../compare/route-conditions.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import { claimsAbout } from "../evidence/claims-about.ts";
import { type ClaimedValue, type Fact, known, unknown } from "../evidence/fact.ts";
import { isInForce } from "../evidence/resolve.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import { groupBy } from "../group-by.ts";
import { compareText } from "../ordering.ts";
import type { IsoDate, Usd } from "../units.ts";

/** A way to buy and call a model, each figure with its sources. */
export interface PricedRoute {
  readonly id: string;
  readonly model: string;
  readonly modelName: string;
  readonly provider: string;
  readonly providerName: string;
  readonly kind: string;
  /** `active`, `retired 2026-10-23`, `unknown`. */
  readonly lifecycle: string;
  readonly isRetired: boolean;
  /** The assumed traffic at these prices; null: not priced, not sold for ordinary traffic, or gone. */
  readonly monthlyUsd: Usd | null;
  readonly inputPrice: AnswerValue;
  readonly outputPrice: AnswerValue;
  readonly cacheReadPrice: AnswerValue;
  readonly contextWindowTokens: AnswerValue;
  readonly outputLimitTokens: AnswerValue;
  /** What a buyer must know beside these: tiers, region, terms. */
  readonly conditions: readonly string[];
  /** What nobody states of it. */
  readonly unknown: readonly string[];
  /** Behind the conditions. */
  readonly sources: readonly string[];
}

export interface RouteGround {
  readonly catalog: Catalog;
  readonly asOf: IsoDate;
  readonly traffic: TrafficProfile;
  readonly book: SourceBook;
}

export function pricedRoute(
  dossier: ModelDossier,
  route: RouteDossier,
  ground: RouteGround,
): PricedRoute {
  const { book, traffic } = ground;
  const { entry, provider, lifecycle } = route;
  const isRetired = lifecycle.status === "retired";
  const bill = provider.kind === "plan" || isRetired ? undefined : billOf(route, traffic);
  const price = (meter: PriceProperty) => answerValue(priceFact(route, meter, ground), meter, book);
  return {
    id: entry.id,
    model: dossier.entry.id,
    modelName: dossier.entry.name,
    provider: provider.id,
    providerName: provider.name,
    kind: provider.kind,
    lifecycle: lifecycleText(lifecycle),
    isRetired,
    monthlyUsd: bill?.known ? bill.monthlyUsd : null,
    inputPrice: price("price.input"),
    outputPrice: price("price.output"),
    cacheReadPrice: price("price.cache_read"),
    contextWindowTokens: answerValue(route.fact("limit.context"), "limit.context", book),
    outputLimitTokens: answerValue(route.fact("limit.output"), "limit.output", book),
    conditions: routeConditions(route, dossier.lifecycle),
    unknown: routeUnknowns(route),
    sources: book.cite([...route.prices.flatMap(({ sources }) => sources), ...lifecycle.sources]),
  };
}

/** What an ordinary request pays, with the other amounts that somebody states for it. */
function priceFact(
  route: RouteDossier,
  meter: PriceProperty,
  { catalog, asOf }: RouteGround,
): Fact<string> {
  const row = basePriceRow(route, meter);
  if (row === undefined) return unknown("no source states it for an ordinary request");
  const { amount, disputedWith = [], sources } = row;
  const stated = claimsAbout(`route:${route.entry.id}`, catalog).filter(
    (claim) => claim.property === meter && claim.conditions === undefined && isInForce(claim, asOf),
  );
  const others: readonly ClaimedValue<string>[] = [
    ...groupBy(stated, ({ value }) => String(value)),
  ].flatMap(([value, claims]) =>
    Number(value) === Number(amount) ? [] : [{ value, sources: claims.map((each) => each.source) }],
  );
  if (disputedWith.length === 0) return known(amount, sources, others);
  const rivals = others.filter(({ value }) => disputedWith.includes(value));
  return { state: "disputed", values: [{ value: amount, sources }, ...rivals] };
}

/** The cheapest for ordinary traffic first, then what has no bill, then plans, then what is gone. */
export function cheapestRouteFirst(a: PricedRoute, b: PricedRoute): number {
  return (
    placeOf(a) - placeOf(b) || (a.monthlyUsd ?? 0) - (b.monthlyUsd ?? 0) || compareText(a.id, b.id)
  );
}

function placeOf({ isRetired, kind, monthlyUsd }: PricedRoute): number {
  if (isRetired) return 3;
  if (kind === "plan") return 2;
  return monthlyUsd === null ? 1 : 0;
}
