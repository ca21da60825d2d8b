import type { PriceProperty } from "../catalog/property.ts";
import { assumptions } from "../evidence/assumptions.ts";
import type { Source } from "../evidence/source.ts";
import { formatTokens } from "../report/format.ts";
import type { UsdPerMtok } from "../units.ts";
import { type Money, toUsdPerMtokNumber } from "./money.ts";
import { findTariffRow, type RateConditions, type Tariff, type TariffRow } from "./tariff.ts";
import { weekSlices } from "./utc-window.ts";

export interface MeterRate {
  /** What a token costs; of disputed amounts the dearest. */
  readonly rate: Money;
  /** Of disputed amounts the cheapest. */
  readonly lowRate: Money;
  /** What it may cost where a price is not known for the region asked for. */
  readonly highRate: Money;
  readonly usdPerMtok: UsdPerMtok;
  /** The context tier: the price holds for prompts above so many tokens. */
  readonly promptTokensAbove: number;
  readonly sources: readonly Source[];
  /** What stands in for an unknown price, and what was assumed. */
  readonly notes: readonly string[];
}

/** Tiers that cost no more than the standard one, so that its price may stand in for theirs. */
const cheaperTiers: ReadonlySet<RateConditions["serviceTier"]> = new Set(["batch", "flex"]);

/**
 * The price of one meter. For a batch and for flex the standard price stands in where theirs is
 * unknown, since it is not lower; for tiers that cost more nothing may stand in.
 */
export function rateOf(
  tariff: Tariff,
  property: PriceProperty,
  label: string,
  conditions: RateConditions,
): MeterRate | undefined {
  const at = property === "price.cache_write" ? conditions : { ...conditions, cacheTtl: undefined };
  return inRegion(tariff, inTier(tariff, property, label, at), at);
}

/** The rate with a remark that it stands in for another. */
export function noted<T extends MeterRate>(rate: T | undefined, note: string): T | undefined {
  return rate === undefined ? undefined : { ...rate, notes: [...rate.notes, note] };
}

function inTier(
  tariff: Tariff,
  property: PriceProperty,
  label: string,
  at: RateConditions,
): FoundRate | undefined {
  const asked = blendOf(tariff, property, label, at);
  if (at.serviceTier === "standard") return asked;
  const standard = blendOf(tariff, property, label, { ...at, serviceTier: "standard" });
  const tier = standard?.promptTokensAbove ?? 0;
  if (asked !== undefined && asked.promptTokensAbove >= tier) return asked;
  if (!cheaperTiers.has(at.serviceTier)) return undefined;
  const isForAll = asked !== undefined || !tariff.serviceTiers.has(at.serviceTier);
  const what = isForAll ? "" : ` for ${label}`;
  const where = asked === undefined ? "" : ` for prompts above ${formatTokens(tier)} tokens`;
  return noted(
    standard,
    `No ${at.serviceTier} price${what}${where} is known: the standard price stands in.`,
  );
}

const oneTime: Money = 10n ** 24n;
/** Sellers that publish an uplift for a region ask up to so many times the price. */
export const upliftFactor = { low: 1, high: 1.1 } as const;
const usualUplift: Money = BigInt(Math.round(upliftFactor.high * 1e6)) * 10n ** 18n;

/** The price where the requests must be answered: a row for the region, else the uplift for it. */
function inRegion(
  tariff: Tariff,
  found: FoundRate | undefined,
  at: RateConditions,
): MeterRate | undefined {
  if (found === undefined || at.region === undefined || found.region === at.region) return found;
  const uplift = findTariffRow(tariff, "price.regional_uplift", {
    ...at,
    serviceTier: "standard",
    fineTuned: false,
  });
  if (uplift === undefined) {
    return {
      ...found,
      highRate: (found.highRate * usualUplift) / oneTime,
      sources: [...found.sources, assumptions.region],
      notes: [
        ...found.notes,
        `No price for the region ${at.region} is known: the ordinary price stands in, and up to ${upliftFactor.high} times it is allowed for.`,
      ],
    };
  }
  const rate = (found.rate * uplift.rate) / oneTime;
  return {
    ...found,
    rate,
    lowRate: (found.lowRate * uplift.lowRate) / oneTime,
    highRate: rate,
    usdPerMtok: toUsdPerMtokNumber(rate),
    sources: [...found.sources, ...uplift.row.sources],
    notes: [
      ...found.notes,
      `Answers from the region ${at.region} cost ${uplift.row.amount} times the price.`,
    ],
  };
}

interface FoundRate extends MeterRate {
  readonly region: string | undefined;
}

/** One row, or rows of several hours mixed by what comes in them. */
function blendOf(
  tariff: Tariff,
  property: PriceProperty,
  label: string,
  at: RateConditions,
): FoundRate | undefined {
  const rows = tariff.rowsOf.get(property) ?? [];
  const isSpread = at.hours === undefined;
  if (!tariff.isTimed || at.utcTime !== undefined) {
    const found = findTariffRow(tariff, property, at);
    return found && meterRate([{ found, weight: 1 }], label, isSpread);
  }
  const weightOf = new Map<TariffRow, number>();
  const windows = rows.map(({ row }) => row.conditions ?? {});
  for (const { moment, weight } of weekSlices(windows, at.hours)) {
    if (weight === 0) continue;
    const found = findTariffRow(tariff, property, { ...at, ...moment });
    if (found === undefined) return undefined;
    weightOf.set(found, (weightOf.get(found) ?? 0) + weight);
  }
  const parts = [...weightOf].map(([found, weight]) => ({ found, weight }));
  return parts.length === 0 ? undefined : meterRate(parts, label, isSpread);
}

function meterRate(
  parts: readonly { readonly found: TariffRow; readonly weight: number }[],
  label: string,
  isSpread: boolean,
): FoundRate {
  const rate = mean(parts.map(({ found, weight }) => [found.rate, weight]));
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
      (isSpread
        ? "The price depends on the hour: use spread evenly over the week is assumed."
        : "The price depends on the hour: it is mixed by the hours you state."),
    ...rows.map(({ listed }) => listed),
  ].filter((note) => typeof note === "string");
  return {
    rate,
    lowRate: mean(parts.map(({ found, weight }) => [found.lowRate, weight])),
    highRate: rate,
    usdPerMtok: toUsdPerMtokNumber(rate),
    promptTokensAbove: Math.max(
      ...rows.map(({ conditions }) => conditions?.minPromptTokensExclusive ?? 0),
    ),
    region: rows[0]?.conditions?.region,
    sources: [...new Set(rows.flatMap(({ sources }) => sources))],
    notes: [...new Set(notes)],
  };
}

function mean(parts: readonly (readonly [Money, number])[]): Money {
  const whole = parts.reduce((sum, [, each]) => sum + BigInt(each), 0n);
  const weighted = parts.reduce((sum, [rate, each]) => sum + rate * BigInt(each), 0n);
  return (weighted + whole / 2n) / whole;
}
