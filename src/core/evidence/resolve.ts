import type { Property, PropertyValue } from "../catalog/property.ts";
import { compareText } from "../ordering.ts";
import type { IsoDate } from "../units.ts";
import type { Claim } from "./claim.ts";
import { type ClaimedValue, type Fact, known, unknown } from "./fact.ts";
import { rankOf } from "./rank.ts";
import type { Source } from "./source.ts";

/** A settled question: the fact, and in one sentence why it came out so. */
export interface Resolution {
  readonly fact: Fact<PropertyValue>;
  readonly because: string;
}

/** True when the claim's value is in force on the day. Without a start it always was. */
export function isInForce(claim: Claim, asOf: IsoDate): boolean {
  if (claim.effectiveFrom !== undefined && asOf < claim.effectiveFrom) return false;
  return claim.effectiveTo === undefined || asOf < claim.effectiveTo;
}

/**
 * Settles what claims about one property of one subject amount to on a day: the nearest source
 * wins, then the newest day, then the majority of independent lineages; else it stays disputed.
 *
 * @param claims of one subject and property under the same conditions
 */
export function resolve(claims: readonly Claim[], property: Property, asOf: IsoDate): Resolution {
  const inForce = claims.filter((claim) => isInForce(claim, asOf));
  if (inForce.length === 0) {
    const because =
      claims.length === 0 ? "no source states it" : `no stated value is in force on ${asOf}`;
    return { fact: unknown(because), because };
  }
  const ranks = inForce.map((claim) => rankOf(claim.source, property));
  const bestRank = Math.min(...ranks);
  const nearest = inForce.filter((_, index) => ranks[index] === bestRank);
  const newestTime = nearest.reduce(
    (time, claim) => (timeOf(claim) > time ? timeOf(claim) : time),
    "",
  );
  const newest = nearest.filter((claim) => timeOf(claim) === newestTime);
  const winner = winnerOf(newest);
  const all = groupByValue(inForce, property);
  if (winner === undefined) {
    const values = groupByValue(newest, property);
    return {
      fact: { state: "disputed", values },
      because: `${values.length} values stand side by side, equally near and of the same day`,
    };
  }
  const [supporters, overruled] = partition(all, (each) => each.value === winner);
  return {
    fact: known(
      winner,
      supporters.flatMap((each) => each.sources),
      overruled,
    ),
    because: reason({ all, winner, inForce, nearest, newest }),
  };
}

/** What orders claims in time: the day they were seen, then the day they began. */
function timeOf(claim: Claim): string {
  return `${claim.source.observedOn} ${claim.effectiveFrom ?? ""}`;
}

/** The only value, or the one most lineages share; undefined when there is no majority. */
function winnerOf(claims: readonly Claim[]): PropertyValue | undefined {
  const votes = new Map<PropertyValue, Set<string>>();
  for (const claim of claims) {
    const lineages = votes.get(claim.value) ?? new Set();
    votes.set(claim.value, lineages.add(claim.source.lineage));
  }
  const ranked = [...votes].sort((a, b) => b[1].size - a[1].size);
  const [first, second] = ranked;
  if (first === undefined) return undefined;
  return second === undefined || first[1].size > second[1].size ? first[0] : undefined;
}

/** Each value with its sources, strongest value first and strongest source first. */
function groupByValue(
  claims: readonly Claim[],
  property: Property,
): readonly ClaimedValue<PropertyValue>[] {
  const strongestFirst = [...claims].sort(
    (a, b) =>
      rankOf(a.source, property) - rankOf(b.source, property) ||
      compareText(b.source.observedOn, a.source.observedOn) ||
      compareText(a.source.name, b.source.name),
  );
  const groups = new Map<PropertyValue, Source[]>();
  for (const claim of strongestFirst) {
    const sources = groups.get(claim.value) ?? [];
    sources.push(claim.source);
    groups.set(claim.value, sources);
  }
  return [...groups].map(([value, sources]) => ({ value, sources }));
}

function reason(how: {
  readonly all: readonly ClaimedValue<PropertyValue>[];
  readonly winner: PropertyValue;
  readonly inForce: readonly Claim[];
  readonly nearest: readonly Claim[];
  readonly newest: readonly Claim[];
}): string {
  const { all, inForce, nearest, newest } = how;
  const [chosen] = newest.filter((claim) => claim.value === how.winner);
  if (chosen === undefined || all.length === 1) {
    return inForce.length === 1 ? "the only source" : `all ${inForce.length} sources agree`;
  }
  const { name, kind, observedOn } = chosen.source;
  if (differ(newest)) return "most independent sources of the newest day say so";
  if (differ(nearest)) return `${name} is the newest of the nearest sources (${observedOn})`;
  return `${name} is the nearest source (${kind.replace("-", " ")})`;
}

function differ(claims: readonly Claim[]): boolean {
  return claims.some((claim) => claim.value !== claims[0]?.value);
}

function partition<T>(
  list: readonly T[],
  test: (each: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [list.filter(test), list.filter((each) => !test(each))];
}
