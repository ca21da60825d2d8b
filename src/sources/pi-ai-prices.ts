import type { Conditions } from "../core/catalog/conditions.ts";
import type { PriceProperty } from "../core/catalog/property.ts";
import type { Claim } from "../core/evidence/claim.ts";
import { decimalString } from "./decimal-string.ts";
import type { WirePiModel, WireRates } from "./pi-ai-wire.ts";

export type PriceClaim = Omit<Claim, "subject" | "source">;

const meters: readonly (readonly [keyof WireRates, PriceProperty])[] = [
  ["input", "price.input"],
  ["output", "price.output"],
  ["cacheRead", "price.cache_read"],
  ["cacheWrite", "price.cache_write"],
];

/** A longer prompt pays its tier's rates for all of it. */
export function priceClaims({ cost }: WirePiModel, tier: Conditions): readonly PriceClaim[] {
  const tiers = [...(cost.tiers ?? [])].sort((a, b) => a.inputTokensAbove - b.inputTokensAbove);
  const [first] = tiers;
  const base = first === undefined ? {} : { maxPromptTokensInclusive: first.inputTokensAbove };
  return [
    ...ratesClaims(cost, { ...tier, ...base }),
    ...tiers.flatMap((rates, index) => {
      const next = tiers[index + 1];
      return ratesClaims(rates, {
        ...tier,
        minPromptTokensExclusive: rates.inputTokensAbove,
        ...(next === undefined ? {} : { maxPromptTokensInclusive: next.inputTokensAbove }),
      });
    }),
  ];
}

/** Here 0 for a cache price means that nobody stated one; -1 that the router decides. */
function ratesClaims(rates: WireRates, conditions: Conditions): readonly PriceClaim[] {
  return meters.flatMap(([key, property]) => {
    const amount = rates[key];
    const isCache = key === "cacheRead" || key === "cacheWrite";
    if (amount === undefined || amount < 0 || (isCache && amount === 0)) return [];
    const value = decimalString(amount);
    return [{ property, value, ...(Object.keys(conditions).length === 0 ? {} : { conditions }) }];
  });
}
