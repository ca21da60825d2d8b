import type { PriceProperty } from "../catalog/property.ts";
import type { Source } from "../evidence/source.ts";
import { formatTokens } from "../report/format.ts";
import type { UsdPerMtok } from "../units.ts";
import { type Money, toUsdPerMtokNumber } from "./money.ts";
import type { PriceSchedule } from "./price-row.ts";
import {
  findTariffRow,
  type RateConditions,
  type Tariff,
  type TariffRow,
  tariffOf,
} from "./tariff.ts";
import { weekSlices } from "./utc-window.ts";

export type Meter = "input" | "cacheRead" | "cacheWrite" | "output" | "reasoning";

export interface MeterRate {
  /** What a token costs; of disputed amounts the dearest. */
  readonly rate: Money;
  /** Of disputed amounts the cheapest. */
  readonly lowRate: Money;
  readonly usdPerMtok: UsdPerMtok;
  /** The context tier: the price holds for prompts above so many tokens. */
  readonly promptTokensAbove: number;
  readonly sources: readonly Source[];
  /** What stands in for an unknown price, and what was assumed. */
  readonly notes: readonly string[];
}

/** What each kind of token costs under the same conditions; absent: unknown, which is never zero. */
export type Rates = Readonly<Record<Meter, MeterRate | undefined>>;

/**
 * What each kind of token of one request costs. The whole request moves to the context tier that its
 * prompt reaches. A price that is unknown is replaced by one that is not lower, and a note says so:
 * cached tokens by the input price, a batch price by the standard one.
 */
export function ratesFor(schedule: PriceSchedule, at: RateConditions): Rates {
  const tariff = tariffOf(schedule);
  const tier = tariff.cliffs.filter((cliff) => cliff < at.promptTokens).length;
  const { serviceTier, utcTime = "", utcDay = "", cacheTtl = "", region = "" } = at;
  const key = `${tier} ${serviceTier} ${utcTime} ${utcDay} ${cacheTtl} ${region}`;
  const known = tariff.ratesAt.get(key);
  if (known !== undefined) return known;
  const rates = lookUp(tariff, at);
  tariff.ratesAt.set(key, rates);
  return rates;
}

function lookUp(tariff: Tariff, at: RateConditions): Rates {
  const input = rateOf(tariff, "price.input", "input", at);
  const output = rateOf(tariff, "price.output", "output", at);
  return {
    input,
    output,
    cacheRead:
      rateOf(tariff, "price.cache_read", "cached input", at) ??
      standIn(input, "No price for cached input is known: it is billed at the input price."),
    cacheWrite: cacheWriteRate(tariff, at, input),
    reasoning: rateOf(tariff, "price.reasoning", "reasoning", at) ?? output,
  };
}

function cacheWriteRate(
  tariff: Tariff,
  at: RateConditions,
  input: MeterRate | undefined,
): MeterRate | undefined {
  const find = (cacheTtl: RateConditions["cacheTtl"]) =>
    rateOf(tariff, "price.cache_write", "cache writes", { ...at, cacheTtl });
  const exact = find(at.cacheTtl);
  if (exact !== undefined) return exact;
  const shorter = at.cacheTtl === "1h" ? find("5m") : undefined;
  return (
    standIn(
      shorter,
      "No price for writing a cache that lives an hour is known: the five-minute price stands in.",
    ) ?? standIn(input, "No price for cache writes is known: they are billed at the input price.")
  );
}

function standIn(rate: MeterRate | undefined, note: string): MeterRate | undefined {
  return rate === undefined ? undefined : { ...rate, notes: [...rate.notes, note] };
}

/** The price of one meter; outside the standard tier the standard price stands in for an unknown one. */
function rateOf(
  tariff: Tariff,
  property: PriceProperty,
  label: string,
  conditions: RateConditions,
): MeterRate | undefined {
  const at = property === "price.cache_write" ? conditions : { ...conditions, cacheTtl: undefined };
  const asked = blendOf(tariff, property, label, at);
  if (at.serviceTier === "standard") return asked;
  const standard = blendOf(tariff, property, label, { ...at, serviceTier: "standard" });
  const tier = standard?.promptTokensAbove ?? 0;
  if (asked !== undefined && asked.promptTokensAbove >= tier) return asked;
  const isForAll = asked !== undefined || !tariff.serviceTiers.has(at.serviceTier);
  const what = isForAll ? "" : ` for ${label}`;
  const where = asked === undefined ? "" : ` for prompts above ${formatTokens(tier)} tokens`;
  return standIn(
    standard,
    `No ${at.serviceTier} price${what}${where} is known: the standard price stands in.`,
  );
}

/** One row, or rows of several hours mixed by their length over an even week. */
function blendOf(
  tariff: Tariff,
  property: PriceProperty,
  label: string,
  at: RateConditions,
): MeterRate | undefined {
  const rows = tariff.rowsOf.get(property) ?? [];
  if (!tariff.isTimed || at.utcTime !== undefined) {
    const found = findTariffRow(tariff, property, at);
    return found && meterRate([{ found, minutes: 1 }], label);
  }
  const minutesOf = new Map<TariffRow, number>();
  for (const { moment, minutes } of weekSlices(rows.map(({ row }) => row.conditions ?? {}))) {
    const found = findTariffRow(tariff, property, { ...at, ...moment });
    if (found === undefined) return undefined;
    minutesOf.set(found, (minutesOf.get(found) ?? 0) + minutes);
  }
  return meterRate(
    [...minutesOf].map(([found, minutes]) => ({ found, minutes })),
    label,
  );
}

function meterRate(
  parts: readonly { readonly found: TariffRow; readonly minutes: number }[],
  label: string,
): MeterRate {
  const rate = mean(parts.map(({ found, minutes }) => [found.rate, minutes]));
  const rows = parts.map(({ found }) => found.row);
  const disputed = rows.find(({ disputedWith = [] }) => disputedWith.length > 0);
  const notes = [
    disputed &&
      `Sources disagree about the price of ${label} (${[
        disputed.amount,
        ...(disputed.disputedWith ?? []),
      ]
        .map((amount) => `$${amount}`)
        .join(", ")}): the dearest is reckoned with.`,
    parts.length > 1 &&
      "The price depends on the hour: use spread evenly over the week is assumed.",
  ].filter((note) => typeof note === "string");
  return {
    rate,
    lowRate: mean(parts.map(({ found, minutes }) => [found.lowRate, minutes])),
    usdPerMtok: toUsdPerMtokNumber(rate),
    promptTokensAbove: Math.max(
      ...rows.map(({ conditions }) => conditions?.minPromptTokensExclusive ?? 0),
    ),
    sources: [...new Set(rows.flatMap(({ sources }) => sources))],
    notes,
  };
}

function mean(parts: readonly (readonly [Money, number])[]): Money {
  const minutes = parts.reduce((sum, [, each]) => sum + BigInt(each), 0n);
  const weighted = parts.reduce((sum, [rate, each]) => sum + rate * BigInt(each), 0n);
  return (weighted + minutes / 2n) / minutes;
}
