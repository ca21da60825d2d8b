import type { Conditions } from "../catalog/conditions.ts";
import type { PriceProperty } from "../catalog/property.ts";
import type { Source } from "../evidence/source.ts";
import { productText } from "./money.ts";
import type { PriceRow, PriceSchedule } from "./price-row.ts";

/** A price as a decimal string, or a number where no digit can be lost. */
type Price = string | number;

/** Prices as people write them down, in USD per million tokens unless the name says otherwise. */
export type ListPrice = PriceSet &
  OtherPrices &
  Factors & {
    /** The whole request is billed at these once its prompt is longer; a price left out stays. */
    readonly tiers?: readonly PriceTier[] | undefined;
    /** Set where the list is in another currency. */
    readonly currency?: ListCurrency | undefined;
  };

export type PriceSet = { readonly [K in keyof typeof tokenMeters]?: Price | undefined };
type OtherPrices = { readonly [K in keyof typeof otherMeters]?: Price | undefined };
/** What a service tier costs, as times the standard price. Absent: unknown. */
type Factors = { readonly [K in keyof typeof tierFactors]?: Price | undefined };

export type PriceTier = PriceSet & { readonly promptTokensAbove: number };

/** The currency of a list, with the rate that turns it into US dollars and where that stands. */
export interface ListCurrency {
  readonly code: string;
  readonly usdPerUnit: Price;
  readonly day: string;
  readonly source?: string | undefined;
}

/** Prices of tokens, which a longer prompt may change. */
const tokenMeters = {
  inputUsdPerMtok: "price.input",
  outputUsdPerMtok: "price.output",
  cacheReadUsdPerMtok: "price.cache_read",
  cacheWriteUsdPerMtok: "price.cache_write",
  cacheWrite1hUsdPerMtok: "price.cache_write",
  reasoningUsdPerMtok: "price.reasoning",
  audioInputUsdPerMtok: "price.audio_input",
  audioOutputUsdPerMtok: "price.audio_output",
  imageInputUsdPerMtok: "price.image_input",
} as const satisfies Record<string, PriceProperty>;

/** Prices of pieces and of months. */
const otherMeters = {
  requestUsd: "price.request",
  webSearchUsd: "price.web_search",
  fileSearchUsd: "price.file_search",
  codeSessionUsd: "price.code_execution",
  cacheStorageUsdPerMtokHour: "price.cache_storage",
  trainingUsdPerMtok: "price.training",
  freeWebSearches: "price.free_web_searches",
  standingFeeUsd: "price.standing_fee",
  freeCreditUsd: "price.free_credit",
  minimumUsd: "price.minimum",
} as const satisfies Record<string, PriceProperty>;

const tierFactors = {
  batchFactor: "batch",
  flexFactor: "flex",
  priorityFactor: "priority",
} as const satisfies Record<string, NonNullable<Conditions["serviceTier"]>>;

/** Not money: neither a currency nor a tier changes it. */
const counts: ReadonlySet<PriceProperty> = new Set(["price.free_web_searches"]);

/** The schedule that a list price amounts to. */
export function scheduleOf(price: ListPrice, sources: readonly Source[] = []): PriceSchedule {
  const standard = [
    ...rowsOf(price, tokenMeters, { conditions: {}, sources }),
    ...(price.tiers ?? []).flatMap((tier) =>
      rowsOf(tier, tokenMeters, {
        conditions: { minPromptTokensExclusive: tier.promptTokensAbove },
        sources,
      }),
    ),
  ];
  const tiers = Object.entries(tierFactors).flatMap(([name, serviceTier]) => {
    const factor: unknown = Reflect.get(price, name);
    return factor === undefined
      ? []
      : standard.map((row) => tierRow(row, String(factor), serviceTier));
  });
  const others = rowsOf(price, otherMeters, { conditions: {}, sources });
  const schedule = [...standard, ...tiers, ...others];
  const { currency } = price;
  return currency === undefined ? schedule : schedule.map((row) => inUsd(row, currency));
}

interface RowBase {
  readonly conditions: Conditions;
  readonly sources: readonly Source[];
}

function rowsOf(
  prices: object,
  meters: Readonly<Record<string, PriceProperty>>,
  { conditions, sources }: RowBase,
): readonly PriceRow[] {
  return Object.entries(meters).flatMap(([name, meter]) => {
    const price: unknown = Reflect.get(prices, name);
    if (price === undefined) return [];
    const when: Conditions =
      name === "cacheWrite1hUsdPerMtok" ? { ...conditions, cacheTtl: "1h" } : conditions;
    return [{ meter, amount: String(price), conditions: when, sources }];
  });
}

function tierRow(
  row: PriceRow,
  factor: string,
  serviceTier: NonNullable<Conditions["serviceTier"]>,
): PriceRow {
  const conditions: Conditions = { ...row.conditions, serviceTier };
  return { ...row, amount: product(row.amount, factor), conditions };
}

function inUsd(row: PriceRow, { code, usdPerUnit, day, source }: ListCurrency): PriceRow {
  if (counts.has(row.meter)) return row;
  const from = source === undefined ? "" : `, ${source}`;
  const listed = `The list is in ${code}: ${usdPerUnit} US dollars each on ${day}${from}.`;
  return { ...row, amount: product(row.amount, String(usdPerUnit)), listed };
}

/** Exact; an amount that is no number stays as it is and is left out later. */
function product(amount: string, factor: string): string {
  return productText(amount, factor) ?? amount;
}
