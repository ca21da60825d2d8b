import { dayAfter } from "../calendar.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import { basePriceRow } from "../compare/base-price.ts";
import { isSamePrice, priceChangeDays } from "../cost/price-periods.ts";
import type { PriceSchedule } from "../cost/price-row.ts";
import { scheduleFromClaims } from "../cost/schedule-from-claims.ts";
import { claimsAbout } from "../evidence/claims-about.ts";
import { knownValue } from "../evidence/fact.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import type { IsoDate } from "../units.ts";

/** What a route asked over time, where sources date their prices. */
export interface PriceHistory {
  readonly route: string;
  readonly providerName: string;
  /** The oldest first; each ends where the next begins. */
  readonly periods: readonly PricePeriod[];
}

/** A stretch of days with one price; amounts are decimal strings, in USD a million tokens. */
export interface PricePeriod {
  /** Null: from the release on, or nobody says since when. */
  readonly from: IsoDate | null;
  /** The first day of the next; null: still, as far as is known. */
  readonly to: IsoDate | null;
  readonly inputUsdPerMtok: string | null;
  readonly outputUsdPerMtok: string | null;
  readonly cacheReadUsdPerMtok: string | null;
  readonly sources: readonly string[];
}

const meters = ["price.input", "price.output", "price.cache_read"] as const;

/** Of each route whose price for an ordinary request is known to change. */
export function priceHistoryOf(
  dossier: ModelDossier,
  catalog: Catalog,
  book: SourceBook,
): readonly PriceHistory[] {
  const released = knownValue(dossier.fact("model.release_date"));
  const releasedOn = typeof released === "string" ? released : undefined;
  return dossier.routes.flatMap((route) => {
    const periods = periodsOf(route, catalog, { releasedOn, book });
    const { entry, provider } = route;
    return periods.length < 2 ? [] : [{ route: entry.id, providerName: provider.name, periods }];
  });
}

function periodsOf(
  { entry }: RouteDossier,
  catalog: Catalog,
  given: { readonly releasedOn: IsoDate | undefined; readonly book: SourceBook },
): readonly PricePeriod[] {
  const { releasedOn, book } = given;
  const claims = claimsAbout(`route:${entry.id}`, catalog);
  const days = priceChangeDays(claims, "0000-01-01", "9999-12-31");
  const [first] = days;
  if (first === undefined) return [];
  const ordinary = (day: IsoDate) => ordinaryPrices(scheduleFromClaims(claims, day, releasedOn));
  const stretches = [
    { from: null, rows: ordinary(dayAfter(first, -1)) },
    ...days.map((day) => ({ from: day, rows: ordinary(day) })),
  ];
  const joined = stretches.filter(
    ({ rows }, index) => index === 0 || !isSamePrice(rows, stretches[index - 1]?.rows ?? []),
  );
  const priced = joined.map(({ from, rows }, index) => {
    const amountOf = (meter: (typeof meters)[number]) =>
      basePriceRow({ prices: rows }, meter)?.amount ?? null;
    return {
      from,
      to: joined[index + 1]?.from ?? null,
      inputUsdPerMtok: amountOf("price.input"),
      outputUsdPerMtok: amountOf("price.output"),
      cacheReadUsdPerMtok: amountOf("price.cache_read"),
      sources: book.cite(rows.flatMap(({ sources }) => sources)),
    };
  });
  return priced.filter((period, index) => index > 0 || period.inputUsdPerMtok !== null);
}

function ordinaryPrices(schedule: PriceSchedule): PriceSchedule {
  return meters.flatMap((meter) => basePriceRow({ prices: schedule }, meter) ?? []);
}
