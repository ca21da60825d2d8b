import type { Conditions } from "../catalog/conditions.ts";
import { conditionsKey } from "../catalog/conditions-key.ts";
import type { PriceProperty } from "../catalog/property.ts";
import type { Claim } from "../evidence/claim.ts";
import { rankOf } from "../evidence/rank.ts";
import { groupBy } from "../group-by.ts";
import type { IsoDate } from "../units.ts";
import { type Money, parseUsdPerMtok } from "./money.ts";

/** One price as one source states it. */
export interface ListedPrice {
  readonly meter: PriceProperty;
  readonly amount: string;
  readonly rate: Money;
  /** Without the upper end of a context tier, so that a price has one key whoever states it. */
  readonly conditions: Conditions;
  /** The longest prompt the source states the price for. */
  readonly upToTokens?: number;
  /** Meter and conditions: what the price is for. */
  readonly key: string;
  readonly claim: Claim;
}

/** All that one source says of the prices of one route, by meter and conditions. */
export interface PriceList {
  readonly prices: ReadonlyMap<string, ListedPrice>;
  /** See `rankOf`: lower is nearer. */
  readonly rank: number;
  readonly observedOn: IsoDate;
  readonly lineage: string;
}

export const inputKey = keyOf("price.input", {});
export const outputKey = keyOf("price.output", {});

/** One list a source, nearest source first, among equals the newest first. */
export function priceListsOf(claims: readonly Claim[]): readonly PriceList[] {
  const bySource = groupBy(
    claims,
    ({ source }) => `${source.kind} ${source.lineage} ${source.name}`,
  );
  return [...bySource.values()]
    .map(listOf)
    .filter((list) => list.prices.size > 0)
    .sort((a, b) => a.rank - b.rank || descending(a.observedOn, b.observedOn));
}

/** True when it prices input and output of an ordinary request. */
export function isComplete({ prices }: PriceList): boolean {
  return prices.has(inputKey) && prices.has(outputKey);
}

/** What the tiers of one price share: the price with its context tier left out. */
export function tierlessKey({ meter, conditions }: ListedPrice): string {
  const { minPromptTokensExclusive: _, ...rest } = conditions;
  return keyOf(meter, rest);
}

export function keyOf(meter: PriceProperty, conditions: Conditions): string {
  return `${meter} ${conditionsKey(conditions)}`;
}

function listOf(claims: readonly Claim[]): PriceList {
  const prices = new Map<string, ListedPrice>();
  const oldestFirst = [...claims].sort((a, b) => descending(startOf(b), startOf(a)));
  for (const price of oldestFirst.flatMap(priceOf)) prices.set(price.key, price);
  const main = prices.get(inputKey) ?? prices.values().next().value;
  const source = main?.claim.source ?? claims[0]?.source;
  return {
    prices,
    rank: source === undefined ? Number.POSITIVE_INFINITY : rankOf(source, "price.input"),
    observedOn: source?.observedOn ?? "",
    lineage: source?.lineage ?? "",
  };
}

/** The newest start wins, then what was seen last. */
function startOf({ effectiveFrom = "", source }: Claim): string {
  return `${effectiveFrom.padEnd(10)} ${source.observedOn}`;
}

function priceOf(claim: Claim): readonly ListedPrice[] {
  if (!isPrice(claim.property)) return [];
  const amount = String(claim.value);
  const rate = parseUsdPerMtok(amount);
  if (rate === undefined) return [];
  const { property: meter } = claim;
  const { maxPromptTokensInclusive: upTo, ...conditions } = withoutDefaults(claim.conditions);
  const end = upTo === undefined ? {} : { upToTokens: upTo };
  return [{ meter, amount, rate, conditions, ...end, key: keyOf(meter, conditions), claim }];
}

/** Standard service and five minutes are what no condition means. */
function withoutDefaults({ serviceTier, cacheTtl, ...rest }: Conditions = {}): Conditions {
  return {
    ...rest,
    ...(serviceTier === undefined || serviceTier === "standard" ? {} : { serviceTier }),
    ...(cacheTtl === "1h" ? { cacheTtl } : {}),
  };
}

function isPrice(property: Claim["property"]): property is PriceProperty {
  return property.startsWith("price.");
}

function descending(a: string, b: string): number {
  return a > b ? -1 : a < b ? 1 : 0;
}
