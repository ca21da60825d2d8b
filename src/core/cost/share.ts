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

export function toRatio({ parts, of }: Share): number {
  return parts === of ? 1 : Number((parts * 10n ** 15n) / of) / 1e15;
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
