import type { Catalog } from "../catalog/catalog.ts";
import type { PriceSchedule } from "../cost/price-row.ts";
import { requestCost } from "../cost/request-cost.ts";
import { dossiersOf } from "../evidence/dossiers.ts";
import type { Outcome } from "../problems/problem.ts";
import type { IsoDate } from "../units.ts";
import type { Usage } from "./attempt.ts";
import type { Endpoint } from "./endpoint.ts";

/** What an answer of an endpoint costs, as decimal text; null: no price is known. */
export type UsdOf = (endpoint: string, usage: Usage) => string | null;

/** The prices of endpoints: by their ids, and of an answer. */
export interface EndpointPrices {
  readonly schedules: ReadonlyMap<string, PriceSchedule>;
  readonly usdOf: UsdOf;
}

/** Of endpoints that stand for no route. */
export const noPrices: EndpointPrices = { schedules: new Map(), usdOf: () => null };

/** Prices by the routes that endpoints stand for, as the catalog and the team's facts have them. */
export function endpointPrices(
  endpoints: readonly Endpoint[],
  catalog: Catalog,
  asOf: IsoDate,
): Outcome<EndpointPrices> {
  const dossiers = dossiersOf(catalog, asOf);
  const schedules = new Map<string, PriceSchedule>();
  for (const { id, route } of endpoints) {
    if (route === undefined) continue;
    const entry = catalog.routes.find((each) => each.id === route);
    const dossier = entry && dossiers.of(entry.model);
    const found = dossier?.routes.find((each) => each.entry.id === route);
    if (found === undefined) {
      return {
        ok: false,
        problem: { code: "not-found", what: "route", asked: route, closest: [] },
      };
    }
    schedules.set(id, found.prices);
  }
  const priced: UsdOf = (endpoint, usage) => usdOf(schedules.get(endpoint) ?? [], usage);
  return { ok: true, value: { schedules, usdOf: priced } };
}

function usdOf(schedule: PriceSchedule, usage: Usage): string | null {
  const { inputTokens, outputTokens, cachedInputTokens } = usage;
  const cost = requestCost(schedule, {
    ...{ inputTokens, outputTokens },
    cachedInputTokens: cachedInputTokens ?? 0,
  });
  return cost.known ? decimalText(cost.usd) : null;
}

/** Twelve decimals are a millionth of a millionth of a dollar. */
function decimalText(usd: number): string {
  return usd.toFixed(12).replace(/\.?0+$/, "");
}
