import type { Conditions } from "../catalog/conditions.ts";
import { comparableKey } from "../catalog/conditions-key.ts";
import type { Claim } from "../evidence/claim.ts";
import { groupBy } from "../group-by.ts";
import type { IsoDate } from "../units.ts";
import {
  inputKey,
  isComplete,
  keyOf,
  type ListedPrice,
  outputKey,
  type PriceList,
  priceListsOf,
  tierlessKey,
} from "./price-lists.ts";
import type { PriceRow, PriceSchedule } from "./price-row.ts";

/**
 * The prices of one route in force on a day, settled from what all sources claim.
 *
 * 1. A claim without a start counts from the model's release; of one source the newest start wins.
 * 2. The base is one source's whole list, so that prices of different sources do not mix: the nearest
 *    source that prices both input and output, then the newest day, then the majority of independent
 *    lineages; without a majority what differs is disputed.
 * 3. A nearer source that states only some prices (a contract for input) replaces just those.
 * 4. What the base is silent on comes from the next list that states it, if it fits the base: a
 *    longer context is not cheaper, a cache or a batch not dearer, hours only beside the same base
 *    price. Uplifts and prices of own weights stand for themselves. So a context tier is never lost because the nearest source did not mention it. The tiers
 *    of one price all come from one list, and begin where the base ends.
 *
 * @param claims prices of one route
 */
export function scheduleFromClaims(
  claims: readonly Claim[],
  asOf: IsoDate,
  releasedOn?: IsoDate,
): PriceSchedule {
  const lists = priceListsOf(claims.filter((claim) => isPriceInForce(claim, asOf, releasedOn)));
  const settled = settle(lists);
  const supporters = groupBy(
    lists.flatMap(({ prices }) => [...prices.values()]),
    claimedAmount,
  );
  return settled.map(({ price, rivals }) => {
    const conditions = withEnd(price, settled);
    return rowOf({ ...price, conditions }, rivals, supporters);
  });
}

function isPriceInForce(claim: Claim, asOf: IsoDate, releasedOn = ""): boolean {
  const { effectiveFrom = releasedOn, effectiveTo } = claim;
  return asOf >= effectiveFrom && (effectiveTo === undefined || asOf < effectiveTo);
}

/** A price ends where its source says unless another price goes on from there. */
function withEnd(price: ListedPrice, settled: readonly SettledPrice[]): Conditions {
  const { upToTokens: end, conditions } = price;
  const isContinued = settled.some(
    ({ price: other }) =>
      end !== undefined &&
      (other.conditions.minPromptTokensExclusive ?? 0) >= end &&
      tierlessKey(other) === tierlessKey(price),
  );
  return end === undefined || isContinued
    ? conditions
    : { ...conditions, maxPromptTokensInclusive: end };
}

interface SettledPrice {
  readonly price: ListedPrice;
  /** Other amounts with equal right. */
  readonly rivals: readonly ListedPrice[];
}

function settle(lists: readonly PriceList[]): readonly SettledPrice[] {
  const complete = lists.filter(isComplete);
  const [nearest] = complete;
  const bases = strongestOf(
    complete.filter(
      ({ rank, observedOn }) => rank === nearest?.rank && observedOn === nearest.observedOn,
    ),
  );
  const [base] = bases;
  const settled = new Map<string, SettledPrice>();
  const nearer = lists.filter(({ rank }) => base !== undefined && rank < base.rank);
  for (const list of nearer) fillFrom(list, [], settled, () => true);
  if (base !== undefined) fillFrom(base, bases, settled, () => true);
  const others = lists.filter((list) => list !== base && !nearer.includes(list));
  for (const list of others) {
    fillFrom(list, [], settled, (price) => base === undefined || fits(price, list, settled));
  }
  return [...settled.values()];
}

/** Takes from a list what is not settled yet. */
function fillFrom(
  list: PriceList,
  bases: readonly PriceList[],
  settled: Map<string, SettledPrice>,
  isFit: (price: ListedPrice) => boolean,
): void {
  const tiered = new Set(
    [...settled.values()]
      .filter(({ price }) => isTier(price))
      .map(({ price }) => tierlessKey(price)),
  );
  for (const stated of list.prices.values()) {
    if (isTier(stated) && tiered.has(tierlessKey(stated))) continue;
    const price = startingAtEnd(stated, settled.get(tierlessKey(stated))?.price.upToTokens);
    if (settled.has(price.key) || !isFit(price)) continue;
    settled.set(price.key, { price, rivals: rivalsOf(price, bases) });
  }
}

function isTier({ conditions }: ListedPrice): boolean {
  return conditions.minPromptTokensExclusive !== undefined;
}

/** Sources count a limit as the last token below or the first above it: the base knows its end. */
function startingAtEnd(price: ListedPrice, end: number | undefined): ListedPrice {
  const { minPromptTokensExclusive: start } = price.conditions;
  if (end === undefined || start === undefined || start >= end) return price;
  const conditions = { ...price.conditions, minPromptTokensExclusive: end };
  return { ...price, conditions, key: keyOf(price.meter, conditions) };
}

/** The lists of the pair of prices that most lineages state; all of them when there is no majority. */
function strongestOf(peers: readonly PriceList[]): readonly PriceList[] {
  const pairs = [...groupBy(peers, pairOf).values()].sort((a, b) => lineagesOf(b) - lineagesOf(a));
  const [first = [], second = []] = pairs;
  return second.length > 0 && lineagesOf(second) === lineagesOf(first) ? pairs.flat() : first;
}

function pairOf({ prices }: PriceList): string {
  return `${prices.get(inputKey)?.rate} ${prices.get(outputKey)?.rate}`;
}

function lineagesOf(lists: readonly PriceList[]): number {
  return new Set(lists.map(({ lineage }) => lineage)).size;
}

function rivalsOf(price: ListedPrice, bases: readonly PriceList[]): readonly ListedPrice[] {
  return bases.flatMap(({ prices }) => {
    const other = prices.get(price.key);
    return other === undefined || other.rate === price.rate ? [] : [other];
  });
}

/** Whether another list's price may stand beside the prices taken so far. */
function fits(
  { meter, rate, conditions }: ListedPrice,
  list: PriceList,
  settled: ReadonlyMap<string, SettledPrice>,
): boolean {
  if (meter === "price.regional_uplift" || conditions.fineTuned === true) return true;
  const plainKey = keyOf(meter, {});
  const base = settled.get(plainKey)?.price.rate;
  const input = settled.get(inputKey)?.price.rate;
  const isSameBase = base !== undefined && list.prices.get(plainKey)?.rate === base;
  if (conditions.utcWindow !== undefined || conditions.utcDays !== undefined) return isSameBase;
  if (conditions.region !== undefined || conditions.effort !== undefined) return isSameBase;
  if (conditions.serviceTier === "batch" || conditions.serviceTier === "flex") {
    return base === undefined || rate <= base;
  }
  if (conditions.minPromptTokensExclusive !== undefined) return base === undefined || rate >= base;
  return meter !== "price.cache_read" || input === undefined || rate <= input;
}

function rowOf(
  price: ListedPrice,
  rivals: readonly ListedPrice[],
  supporters: ReadonlyMap<string, readonly ListedPrice[]>,
): PriceRow {
  const { meter, amount, conditions } = price;
  const sourcesOf = (stated: ListedPrice) =>
    (supporters.get(claimedAmount(stated)) ?? []).map(({ claim }) => claim.source);
  const sources = new Set([price.claim.source, ...[price, ...rivals].flatMap(sourcesOf)]);
  const others = [...new Set(rivals.map((rival) => rival.amount))];
  return {
    meter,
    amount,
    ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
    sources: [...sources],
    ...(price.claim.listed === undefined ? {} : { listed: price.claim.listed }),
    ...(others.length === 0 ? {} : { disputedWith: others }),
  };
}

/** The same for all who claim the amount for the same case, however they count its limit. */
function claimedAmount({ meter, conditions, rate }: ListedPrice): string {
  return `${meter} ${comparableKey(conditions)} ${rate}`;
}
