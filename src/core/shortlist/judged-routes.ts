import { basePriceRow, basePriceUsdPerMtok } from "../compare/base-price.ts";
import { routeConditions } from "../compare/route-conditions.ts";
import { type Ask, judgeRoute, type ScreenedRoute } from "../compare/screen.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import { compareText } from "../ordering.ts";
import type { ConstraintPrice, PricedRoute } from "./constraint-prices.ts";
import type { JudgedRoute, PricedConstraint, RouteDetail } from "./shortlist.ts";
import { priceOfConstraint } from "./words.ts";

interface Setting {
  readonly book: SourceBook;
  readonly ask: Ask;
  /** Every judgement and every condition, not only what a route hangs on. */
  readonly isDetailed: boolean;
}

/** Passing routes first, then those that hang on something, then those that fail; each cheapest first. */
export function judgedRoutes(
  screened: readonly ScreenedRoute[],
  setting: Setting,
): readonly JudgedRoute[] {
  return [...screened].sort(bestFirst).map((each) => judgedRoute(each, setting));
}

const order = { passes: 0, conditional: 1, fails: 2 } as const;

function bestFirst(a: ScreenedRoute, b: ScreenedRoute): number {
  return (
    order[a.result] - order[b.result] ||
    (a.monthlyUsd ?? Number.MAX_VALUE) - (b.monthlyUsd ?? Number.MAX_VALUE) ||
    compareText(a.route.entry.id, b.route.entry.id)
  );
}

function judgedRoute(screened: ScreenedRoute, setting: Setting): JudgedRoute {
  const { dossier, route, result } = screened;
  return {
    route: route.entry.id,
    model: dossier.entry.id,
    provider: route.provider.name,
    result,
    monthlyUsd: screened.monthlyUsd ?? null,
    hangsOn: screened.held.map(({ constraint }) => constraint),
    ...(setting.isDetailed ? { detail: detailOf(screened, setting) } : {}),
  };
}

function detailOf(screened: ScreenedRoute, { book, ask }: Setting): RouteDetail {
  const { dossier, route, isOffered, held } = screened;
  const judged = isOffered ? judgeRoute(dossier, route, ask) : held;
  return {
    judged: judged.map(({ constraint, result, because, sources }) => ({
      constraint,
      result,
      because,
      sources: book.cite(sources),
    })),
    conditions: routeConditions(route, dossier.lifecycle),
    inputUsdPerMtok: basePriceUsdPerMtok(route, "price.input"),
    outputUsdPerMtok: basePriceUsdPerMtok(route, "price.output"),
    contextWindowTokens: countOf(route, "limit.context"),
    outputLimitTokens: countOf(route, "limit.output"),
    sources: book.cite([
      ...(basePriceRow(route, "price.input")?.sources ?? []),
      ...(basePriceRow(route, "price.output")?.sources ?? []),
      ...sourcesOf(route.fact("limit.context")),
      ...sourcesOf(route.fact("limit.output")),
    ]),
  };
}

function countOf(
  route: ScreenedRoute["route"],
  property: "limit.context" | "limit.output",
): number | null {
  const value = knownValue(route.fact(property));
  return typeof value === "number" ? value : null;
}

/** The price of a constraint with who states the two bills. */
export function citedPrice(price: ConstraintPrice, book: SourceBook): PricedConstraint {
  const { constraint, routesAdded, withAll, without, savingShare } = price;
  return {
    constraint,
    routesAdded,
    withAll: named(withAll),
    without: named(without),
    savingShare: savingShare ?? null,
    text: priceOfConstraint(price),
    sources: book.cite(
      [withAll, without].flatMap((each) =>
        each === undefined ? [] : each.screened.route.prices.flatMap(({ sources }) => sources),
      ),
    ),
  };
}

function named(priced: PricedRoute | undefined): PricedConstraint["withAll"] {
  if (priced === undefined) return null;
  return { route: priced.screened.route.entry.id, monthlyUsd: priced.monthlyUsd };
}
