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
 *    price. So a context tier is never lost because the nearest source did not mention it.
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
    ({ key, rate }) => `${key} ${rate}`,
  );
  return settled.map(({ price, rivals }) => rowOf(price, rivals, supporters));
}

function isPriceInForce(claim: Claim, asOf: IsoDate, releasedOn = ""): boolean {
  const { effectiveFrom = releasedOn, effectiveTo } = claim;
  return asOf >= effectiveFrom && (effectiveTo === undefined || asOf < effectiveTo);
}

interface SettledPrice {
  readonly price: ListedPrice;
  /** Other amounts with equal right. */
  readonly rivals: readonly ListedPrice[];
}

function settle(lists: readonly PriceList[]): readonly SettledPrice[] {
  const complete = lists.filter(isComplete);
  const [nearest] = complete;
  const peers = complete.filter(
    ({ rank, observedOn }) => rank === nearest?.rank && observedOn === nearest.observedOn,
  );
  const bases = strongestOf(peers);
  const [base] = bases;
  const isNearer = (list: PriceList) => base !== undefined && list.rank < base.rank;
  const settled = new Map<string, SettledPrice>();
  const take = (price: ListedPrice) => {
    if (!settled.has(price.key)) settled.set(price.key, { price, rivals: rivalsOf(price, bases) });
  };
  for (const list of lists.filter(isNearer)) {
    for (const price of list.prices.values())
      settled.set(price.key, settled.get(price.key) ?? { price, rivals: [] });
  }
  for (const price of base?.prices.values() ?? []) take(price);
  for (const list of lists) {
    if (list === base) continue;
    for (const price of list.prices.values()) {
      if (base === undefined || fits(price, list, settled)) take(price);
    }
  }
  return [...settled.values()];
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
  const sourcesOf = ({ key, rate }: ListedPrice) =>
    (supporters.get(`${key} ${rate}`) ?? []).map(({ claim }) => claim.source);
  const sources = new Set([price.claim.source, ...[price, ...rivals].flatMap(sourcesOf)]);
  const others = [...new Set(rivals.map((rival) => rival.amount))];
  return {
    meter,
    amount,
    ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
    sources: [...sources],
    ...(others.length === 0 ? {} : { disputedWith: others }),
  };
}
