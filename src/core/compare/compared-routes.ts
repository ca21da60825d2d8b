import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { Property } from "../catalog/property.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import { compareText } from "../ordering.ts";
import type { Usd } from "../units.ts";
import { basePriceUsdPerMtok } from "./base-price.ts";
import type { Candidate } from "./candidate.ts";
import type { ComparedRoute } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { billOf } from "./cost-range.ts";
import { routeConditions, routeUnknowns } from "./route-conditions.ts";

/** Every route of every model: those for ordinary traffic cheapest first, then plans, then retired ones. */
export function routesOf(context: ComparisonContext): readonly ComparedRoute[] {
  return context.candidates.flatMap((candidate) => routesOfCandidate(candidate, context));
}

function routesOfCandidate(
  candidate: Candidate,
  context: ComparisonContext,
): readonly ComparedRoute[] {
  const { book, traffic } = context;
  const priced = candidate.dossier.routes.map((route) => {
    const bill = isForTraffic(route) ? billOf(route, traffic) : undefined;
    const monthlyUsd = bill?.known ? bill.monthlyUsd : null;
    return { route, monthlyUsd, group: groupOf(route, monthlyUsd) };
  });
  priced.sort(
    (a, b) =>
      a.group - b.group ||
      (a.monthlyUsd ?? 0) - (b.monthlyUsd ?? 0) ||
      compareText(a.route.entry.id, b.route.entry.id),
  );
  return priced.map(({ route, monthlyUsd }) => {
    const { row, sources } = staticRow(candidate.dossier, route);
    return {
      ...row,
      monthlyUsd,
      isChosen: candidate.route?.entry.id === row.id,
      sources: book.cite(sources),
    };
  });
}

function isForTraffic(route: RouteDossier): boolean {
  return route.provider.kind !== "plan" && route.lifecycle.status !== "retired";
}

/** A model may have forty routes: what does not depend on the question is written once. */
interface StaticRow {
  readonly row: Omit<ComparedRoute, "monthlyUsd" | "isChosen" | "sources">;
  readonly sources: readonly Source[];
}

const staticRows = new WeakMap<RouteDossier, StaticRow>();

function staticRow(dossier: ModelDossier, route: RouteDossier): StaticRow {
  const settled = staticRows.get(route);
  if (settled !== undefined) return settled;
  const { entry, provider, lifecycle } = route;
  const row = {
    model: dossier.entry.id,
    id: entry.id,
    provider: provider.id,
    providerName: provider.name,
    kind: provider.kind,
    status: lifecycle.status,
    inputUsdPerMtok: basePriceUsdPerMtok(route, "price.input"),
    outputUsdPerMtok: basePriceUsdPerMtok(route, "price.output"),
    cacheReadUsdPerMtok: basePriceUsdPerMtok(route, "price.cache_read"),
    contextWindowTokens: countOf(route, "limit.context"),
    outputLimitTokens: countOf(route, "limit.output"),
    conditions: routeConditions(route, dossier.lifecycle),
    unknown: routeUnknowns(route),
  };
  const result = { row, sources: sourcesBehind(route) };
  staticRows.set(route, result);
  return result;
}

function countOf(route: RouteDossier, property: Property): number | null {
  const value = knownValue(route.fact(property));
  return typeof value === "number" ? value : null;
}

function sourcesBehind(route: RouteDossier): readonly Source[] {
  return [
    ...route.prices.flatMap((price) => price.sources),
    ...sourcesOf(route.fact("limit.context")),
    ...sourcesOf(route.fact("limit.output")),
    ...route.lifecycle.sources,
  ];
}

/** Routes for ordinary traffic first, then unpriced ones, plans and retired ones. */
function groupOf(route: RouteDossier, monthlyUsd: Usd | null): number {
  if (route.lifecycle.status === "retired") return 3;
  if (route.provider.kind === "plan") return 2;
  return monthlyUsd === null ? 1 : 0;
}
