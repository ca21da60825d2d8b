import type { Money } from "./money.ts";

/** An exact factor: parts of a whole, or times of it. */
export interface Share {
  readonly parts: bigint;
  readonly of: bigint;
}

export const wholeShare: Share = { parts: 1n, of: 1n };

/** The amount times the share, to the nearest unit of money. */
export function shareOf(amount: Money, { parts, of }: Share): Money {
  return parts === of ? amount : (amount * parts + of / 2n) / of;
}

export function productOf(a: Share, b: Share): Share {
  return { parts: a.parts * b.parts, of: a.of * b.of };
}

/** So much of a count, as near as a number can be. */
export function countOf(count: number, { parts, of }: Share): number {
  const common = commonDivisor(parts, of);
  return (count * Number(parts / common)) / Number(of / common);
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

/**
 * The attempts that are billed beside the first, for each request: f + f² + … + f^k. Exact, since a
 * share is a decimal.
 */
export function retriesShare(failureShare: number, maxRetries: number): Share {
  const [whole = "0", fraction = ""] = failureShare.toFixed(15).split(".");
  const failed = BigInt(whole + fraction);
  const one = 10n ** BigInt(fraction.length);
  let parts = 0n;
  let of = 1n;
  for (let tries = 1; tries <= maxRetries; tries += 1) {
    of *= one;
    parts = parts * one + failed ** BigInt(tries);
  }
  return { parts, of };
}
