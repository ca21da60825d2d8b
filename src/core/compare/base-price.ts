import type { RouteDossier } from "../catalog/dossier.ts";
import type { PriceProperty } from "../catalog/property.ts";
import type { PriceRow } from "../cost/price-row.ts";

/** The row that an ordinary request pays: standard tier, short prompt, any hour. */
export function basePriceRow(
  route: Pick<RouteDossier, "prices">,
  meter: PriceProperty,
): PriceRow | undefined {
  let best: PriceRow | undefined;
  let bestCount = Number.POSITIVE_INFINITY;
  for (const row of route.prices) {
    if (row.meter !== meter) continue;
    const count = conditionCount(row);
    if (count < bestCount) {
      best = row;
      bestCount = count;
    }
  }
  return best;
}

export function basePriceUsdPerMtok(route: RouteDossier, meter: PriceProperty): number | null {
  const row = basePriceRow(route, meter);
  return row === undefined ? null : Number(row.amount);
}

/** Infinite for rows that an ordinary request never pays. */
function conditionCount({ conditions }: PriceRow): number {
  if (conditions === undefined) return 0;
  const { serviceTier, minPromptTokensExclusive, region, utcWindow, effort, fineTuned } =
    conditions;
  const isSpecial =
    (serviceTier !== undefined && serviceTier !== "standard") ||
    (minPromptTokensExclusive ?? 0) > 0 ||
    utcWindow !== undefined ||
    effort !== undefined ||
    fineTuned === true;
  if (isSpecial) return Number.POSITIVE_INFINITY;
  return region === undefined ? 1 : 2;
}
