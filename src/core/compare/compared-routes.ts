import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { Property } from "../catalog/property.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
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
  return orderedRoutes(candidate.dossier, traffic).map(({ route, monthlyUsd }) => {
    const { rowOf, sources } = staticRow(candidate.dossier, route);
    const isChosen = candidate.route?.entry.id === route.entry.id;
    return rowOf({ monthlyUsd, isChosen, sources: book.cite(sources) });
  });
}

interface OrderedRoute {
  readonly route: RouteDossier;
  readonly monthlyUsd: Usd | null;
}

const orders = new WeakMap<TrafficProfile, WeakMap<ModelDossier, readonly OrderedRoute[]>>();

function orderedRoutes(dossier: ModelDossier, traffic: TrafficProfile): readonly OrderedRoute[] {
  const ofTraffic = orders.get(traffic) ?? new WeakMap<ModelDossier, readonly OrderedRoute[]>();
  orders.set(traffic, ofTraffic);
  const ordered = ofTraffic.get(dossier) ?? putInOrder(dossier, traffic);
  ofTraffic.set(dossier, ordered);
  return ordered;
}

function putInOrder(dossier: ModelDossier, traffic: TrafficProfile): readonly OrderedRoute[] {
  const priced = dossier.routes.map((route) => {
    const bill = isForTraffic(route) ? billOf(route, traffic) : undefined;
    const monthlyUsd = bill?.known ? bill.monthlyUsd : null;
    return { route, monthlyUsd, group: groupOf(route, monthlyUsd) };
  });
  return priced.sort(
    (a, b) =>
      a.group - b.group ||
      (a.monthlyUsd ?? 0) - (b.monthlyUsd ?? 0) ||
      compareText(a.route.entry.id, b.route.entry.id),
  );
}

function isForTraffic(route: RouteDossier): boolean {
  return route.provider.kind !== "plan" && route.lifecycle.status !== "retired";
}

/** A model may have forty routes: what does not depend on the question is found once. */
interface StaticRow {
  readonly rowOf: (
    asked: Pick<ComparedRoute, "monthlyUsd" | "isChosen" | "sources">,
  ) => ComparedRoute;
  readonly sources: readonly Source[];
}

const staticRows = new WeakMap<RouteDossier, StaticRow>();

function staticRow(dossier: ModelDossier, route: RouteDossier): StaticRow {
  const settled = staticRows.get(route);
  if (settled !== undefined) return settled;
  const { entry, provider, lifecycle } = route;
  const inputUsdPerMtok = basePriceUsdPerMtok(route, "price.input");
  const outputUsdPerMtok = basePriceUsdPerMtok(route, "price.output");
  const cacheReadUsdPerMtok = basePriceUsdPerMtok(route, "price.cache_read");
  const contextWindowTokens = countOf(route, "limit.context");
  const outputLimitTokens = countOf(route, "limit.output");
  const conditions = routeConditions(route, dossier.lifecycle);
  const unknown = routeUnknowns(route);
  const rowOf: StaticRow["rowOf"] = ({ monthlyUsd, isChosen, sources }) => ({
    model: dossier.entry.id,
    id: entry.id,
    provider: provider.id,
    providerName: provider.name,
    kind: provider.kind,
    status: lifecycle.status,
    inputUsdPerMtok,
    outputUsdPerMtok,
    cacheReadUsdPerMtok,
    monthlyUsd,
    contextWindowTokens,
    outputLimitTokens,
    conditions,
    unknown,
    isChosen,
    sources,
  });
  const result = { rowOf, sources: sourcesBehind(route) };
  staticRows.set(route, result);
  return result;
}

function countOf(route: RouteDossier, property: Property): number | null {
  const value = knownValue(route.fact(property));
  return typeof value === "number" ? value : null;
}

function sourcesBehind(route: RouteDossier): readonly Source[] {
  const sources = new Set([
    ...route.prices.flatMap((price) => price.sources),
    ...sourcesOf(route.fact("limit.context")),
    ...sourcesOf(route.fact("limit.output")),
    ...route.lifecycle.sources,
  ]);
  return [...sources];
}

/** Routes for ordinary traffic first, then unpriced ones, plans and retired ones. */
function groupOf(route: RouteDossier, monthlyUsd: Usd | null): number {
  if (route.lifecycle.status === "retired") return 3;
  if (route.provider.kind === "plan") return 2;
  return monthlyUsd === null ? 1 : 0;
}
