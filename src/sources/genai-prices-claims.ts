import type { Conditions } from "../core/catalog/conditions.ts";
import type { PriceProperty } from "../core/catalog/property.ts";
import type { Claim } from "../core/evidence/claim.ts";
import type { IsoDate } from "../core/units.ts";
import { decimalString } from "./decimal-string.ts";
import type { WireConditionalPrices, WirePrices, WireRate } from "./genai-prices-wire.ts";

/** What is claimed of a price, before it is said of whom and by whom. */
type PriceClaim = Omit<Claim, "subject" | "source">;

/** The unit prices that are read; `perCount` of them make one. */
const meters: Record<string, { property: PriceProperty; perCount: number; ttl?: "1h" }> = {
  input_mtok: { property: "price.input", perCount: 1 },
  output_mtok: { property: "price.output", perCount: 1 },
  cache_read_mtok: { property: "price.cache_read", perCount: 1 },
  cache_write_mtok: { property: "price.cache_write", perCount: 1 },
  cache_write_1h_mtok: { property: "price.cache_write", perCount: 1, ttl: "1h" },
  output_reasoning_mtok: { property: "price.reasoning", perCount: 1 },
  input_audio_mtok: { property: "price.audio_input", perCount: 1 },
  output_audio_mtok: { property: "price.audio_output", perCount: 1 },
  requests_kcount: { property: "price.request", perCount: 1000 },
  web_searches_kcount: { property: "price.web_search", perCount: 1000 },
};

/** Start days follow each other; hours of the day lie over whatever started last. */
export function genaiPriceClaims(entries: readonly WireConditionalPrices[]): readonly PriceClaim[] {
  const starts = entries.flatMap(({ constraint }) =>
    constraint?.type === "start_date" ? [constraint.start_date] : [],
  );
  let from: IsoDate | undefined;
  return entries.flatMap(({ constraint, prices }) => {
    if (constraint?.type === "start_date") from = constraint.start_date;
    const begun = from;
    const to = starts.find((day) => begun === undefined || day > begun);
    const window: Conditions =
      constraint?.type === "time_of_date"
        ? { utcWindow: [hourOf(constraint.start_time), hourOf(constraint.end_time)] }
        : {};
    return claimsOf(prices, window).map((claim) => ({
      ...claim,
      ...(begun === undefined ? {} : { effectiveFrom: begun }),
      ...(to === undefined ? {} : { effectiveTo: to }),
    }));
  });
}

/** `00:30:00Z` to `0030`. */
function hourOf(time: string): string {
  return time.slice(0, 5).replace(":", "");
}

function claimsOf(prices: WirePrices, base: Conditions): readonly PriceClaim[] {
  return Object.entries(prices).flatMap(([key, rate]) => {
    const meter = meters[key];
    if (meter === undefined) return [];
    const fixed = meter.ttl === undefined ? base : { ...base, cacheTtl: meter.ttl };
    return bracketsOf(rate).map(({ amount, bracket }) => {
      const conditions = { ...fixed, ...bracket };
      return {
        property: meter.property,
        value: decimalString(amount / meter.perCount),
        ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
      };
    });
  });
}

/** A prompt one token above `start` pays the tier's price for all of it. */
function bracketsOf(rate: WireRate): readonly { amount: number; bracket: Conditions }[] {
  if (typeof rate === "number") return [{ amount: rate, bracket: {} }];
  const tiers = [...rate.tiers].sort((a, b) => a.start - b.start);
  const [first] = tiers;
  if (first === undefined) return [{ amount: rate.base, bracket: {} }];
  return [
    { amount: rate.base, bracket: { maxPromptTokensInclusive: first.start } },
    ...tiers.map(({ start, price }, index) => {
      const next = tiers[index + 1];
      const upTo = next === undefined ? {} : { maxPromptTokensInclusive: next.start };
      return { amount: price, bracket: { minPromptTokensExclusive: start, ...upTo } };
    }),
  ];
}
