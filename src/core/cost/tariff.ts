import type { Conditions } from "../catalog/conditions.ts";
import { type PriceProperty, properties } from "../catalog/property.ts";
import { onceFor } from "../once-for.ts";
import { type Money, parseUsd, parseUsdPerMtok } from "./money.ts";
import type { PriceRow, PriceSchedule } from "./price-row.ts";
import type { Rates } from "./rates.ts";
import type { BusyHours } from "./traffic.ts";
import { isInUtcWindow, type UtcMoment } from "./utc-window.ts";

/** What decides which row of a price schedule applies. */
export interface RateConditions {
  /** All tokens of the prompt, the cached ones included. */
  readonly promptTokens: number;
  readonly serviceTier: NonNullable<Conditions["serviceTier"]>;
  /** `HHMM`. Absent: spread evenly over the week. */
  readonly utcTime?: string | undefined;
  readonly utcDay?: string | undefined;
  readonly cacheTtl?: "5m" | "1h" | undefined;
  readonly region?: string | undefined;
  readonly fineTuned?: boolean | undefined;
  /** Where the time is absent: what of the week the requests come in. */
  readonly hours?: readonly BusyHours[] | undefined;
}

/** A price row ready for reckoning. */
export interface TariffRow {
  readonly row: PriceRow;
  /** The dearest amount claimed. */
  readonly rate: Money;
  /** The cheapest one. */
  readonly lowRate: Money;
}

/** A price schedule in the order in which rows are tried, with what was already looked up in it. */
export interface Tariff {
  readonly rowsOf: ReadonlyMap<PriceProperty, readonly TariffRow[]>;
  /** Prompt lengths at which some price changes, ascending. */
  readonly cliffs: readonly number[];
  /** Service tiers that some price is stated for. */
  readonly serviceTiers: ReadonlySet<RateConditions["serviceTier"]>;
  readonly isTimed: boolean;
  readonly ratesAt: Map<string, Rates>;
}

/** Reads each schedule once; asking again for the same one is free. */
export const tariffOf = onceFor(readSchedule);

/** The most specific row that holds: the highest context tier first, then the narrowest time. */
export function findTariffRow(
  tariff: Tariff,
  meter: PriceProperty,
  at: RateConditions,
): TariffRow | undefined {
  return tariff.rowsOf.get(meter)?.find(({ row }) => holds(row.conditions ?? {}, at));
}

function holds(conditions: Conditions, at: RateConditions): boolean {
  const { minPromptTokensExclusive: above = -1 } = conditions;
  const { maxPromptTokensInclusive: upTo = Number.POSITIVE_INFINITY } = conditions;
  return (
    (conditions.serviceTier ?? "standard") === at.serviceTier &&
    at.promptTokens > above &&
    at.promptTokens <= upTo &&
    (conditions.cacheTtl ?? "5m") === (at.cacheTtl ?? "5m") &&
    (conditions.region === undefined || conditions.region === at.region) &&
    conditions.effort === undefined &&
    (conditions.fineTuned ?? false) === (at.fineTuned ?? false) &&
    holdsAtTime(conditions, at)
  );
}

function holdsAtTime(conditions: Conditions, { utcTime, utcDay }: RateConditions): boolean {
  const { utcWindow, utcDays } = conditions;
  if (utcWindow === undefined && utcDays === undefined) return true;
  const moment: UtcMoment | undefined = utcTime === undefined ? undefined : { utcTime, utcDay };
  return moment !== undefined && isInUtcWindow(conditions, moment);
}

function readSchedule(schedule: PriceSchedule): Tariff {
  const rowsOf = new Map<PriceProperty, TariffRow[]>();
  const cliffs = new Set<number>();
  for (const row of schedule) {
    const read = readRow(row);
    if (read === undefined) continue;
    rowsOf.set(row.meter, [...(rowsOf.get(row.meter) ?? []), read]);
    const { minPromptTokensExclusive, maxPromptTokensInclusive } = row.conditions ?? {};
    if (minPromptTokensExclusive !== undefined) cliffs.add(minPromptTokensExclusive);
    if (maxPromptTokensInclusive !== undefined) cliffs.add(maxPromptTokensInclusive);
  }
  for (const rows of rowsOf.values()) rows.sort((a, b) => specificity(b) - specificity(a));
  return {
    rowsOf,
    cliffs: [...cliffs].sort((a, b) => a - b),
    serviceTiers: new Set(schedule.map(({ conditions }) => conditions?.serviceTier ?? "standard")),
    isTimed: schedule.some(({ conditions }) => isTimed(conditions)),
    ratesAt: new Map(),
  };
}

/** A row whose amount is no amount is left out, and its meter stays unknown. */
function readRow(row: PriceRow): TariffRow | undefined {
  const parse = isPerMtok(row.meter) ? parseUsdPerMtok : parseUsd;
  const rates = [row.amount, ...(row.disputedWith ?? [])]
    .map(parse)
    .filter((rate) => rate !== undefined)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const lowRate = rates[0];
  const rate = rates.at(-1);
  return rate === undefined || lowRate === undefined ? undefined : { row, rate, lowRate };
}

/** Everything else is counted by the piece, by the month, or is a factor. */
function isPerMtok(meter: PriceProperty): boolean {
  const { unit } = properties[meter];
  return unit === "USD/Mtok" || unit === "USD/Mtok/hour";
}

function specificity({ row: { conditions } }: TariffRow): number {
  if (conditions === undefined) return 0;
  const tier = conditions.minPromptTokensExclusive ?? 0;
  const time = isTimed(conditions) ? 0.5 : 0;
  return tier + time + (conditions.region === undefined ? 0 : 0.25);
}

function isTimed(conditions: Conditions | undefined): boolean {
  return conditions?.utcWindow !== undefined || conditions?.utcDays !== undefined;
}
