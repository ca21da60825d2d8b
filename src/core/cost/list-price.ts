import type { Conditions } from "../catalog/conditions.ts";
import type { PriceProperty } from "../catalog/property.ts";
import type { Source } from "../evidence/source.ts";
import { parseUsdPerMtok, toUsdPerMtokText } from "./money.ts";
import type { PriceRow, PriceSchedule } from "./price-row.ts";

/** A price as a decimal string, or a number where no digit can be lost. */
type Price = string | number;

/** Prices as people write them down, in USD per million tokens. */
export interface ListPrice extends PriceSet {
  /** The whole request is billed at these once its prompt is longer; a price left out stays. */
  readonly tiers?: readonly PriceTier[] | undefined;
  /** What a batch costs, as a share of the standard price. Absent: unknown. */
  readonly batchFactor?: Price | undefined;
}

export interface PriceSet {
  readonly inputUsdPerMtok?: Price | undefined;
  readonly outputUsdPerMtok?: Price | undefined;
  readonly cacheReadUsdPerMtok?: Price | undefined;
  /** A cache that lives five minutes. */
  readonly cacheWriteUsdPerMtok?: Price | undefined;
  readonly cacheWrite1hUsdPerMtok?: Price | undefined;
  readonly reasoningUsdPerMtok?: Price | undefined;
}

export interface PriceTier extends PriceSet {
  readonly promptTokensAbove: number;
}

const meterOf = {
  inputUsdPerMtok: "price.input",
  outputUsdPerMtok: "price.output",
  cacheReadUsdPerMtok: "price.cache_read",
  cacheWriteUsdPerMtok: "price.cache_write",
  cacheWrite1hUsdPerMtok: "price.cache_write",
  reasoningUsdPerMtok: "price.reasoning",
} as const satisfies Record<keyof PriceSet, PriceProperty>;

/** The schedule that a list price amounts to. */
export function scheduleOf(price: ListPrice, sources: readonly Source[] = []): PriceSchedule {
  const standard = [
    ...rowsOf(price, {}, sources),
    ...(price.tiers ?? []).flatMap((tier) =>
      rowsOf(tier, { minPromptTokensExclusive: tier.promptTokensAbove }, sources),
    ),
  ];
  const { batchFactor } = price;
  if (batchFactor === undefined) return standard;
  return [...standard, ...standard.map((row) => batchRow(row, String(batchFactor)))];
}

function rowsOf(
  prices: PriceSet,
  conditions: Conditions,
  sources: readonly Source[],
): readonly PriceRow[] {
  return priceKeys.flatMap((key) => {
    const price = prices[key];
    if (price === undefined) return [];
    const meter = meterOf[key];
    const when: Conditions =
      key === "cacheWrite1hUsdPerMtok" ? { ...conditions, cacheTtl: "1h" } : conditions;
    return [{ meter, amount: String(price), conditions: when, sources }];
  });
}

const priceKeys = [
  "inputUsdPerMtok",
  "outputUsdPerMtok",
  "cacheReadUsdPerMtok",
  "cacheWriteUsdPerMtok",
  "cacheWrite1hUsdPerMtok",
  "reasoningUsdPerMtok",
] as const satisfies readonly (keyof PriceSet)[];

function batchRow(row: PriceRow, factor: string): PriceRow {
  const conditions: Conditions = { ...row.conditions, serviceTier: "batch" };
  return { ...row, amount: product(row.amount, factor), conditions };
}

/** Exact; an amount that is no number stays as it is and is left out later. */
function product(amount: string, factor: string): string {
  const rate = parseUsdPerMtok(amount);
  const times = parseUsdPerMtok(factor);
  return rate === undefined || times === undefined
    ? amount
    : toUsdPerMtokText((rate * times) / 10n ** 18n);
}
