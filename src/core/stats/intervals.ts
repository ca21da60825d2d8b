import type { Ratio } from "../units.ts";
import { betaQuantile } from "./beta.ts";
import { z95 } from "./normal.ts";

/** From, to. */
export type Interval = readonly [low: number, high: number];

/**
 * Where the true share lies when `share` of `items` were right (Wilson 1927). It stays inside 0 and
 * 1 and is honest at 0 % and 100 %; items may be a fraction, as an effective count is.
 */
export function wilsonInterval(share: Ratio, items: number, z = z95): Interval {
  const zSquaredPerItem = (z * z) / items;
  const centre = (share + zSquaredPerItem / 2) / (1 + zSquaredPerItem);
  const half =
    (z / (1 + zSquaredPerItem)) *
    Math.sqrt((share * (1 - share)) / items + zSquaredPerItem / (4 * items));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/**
 * The same by the exact test (Clopper and Pearson 1934): never too short, and often too long. From the
 * quantiles of the beta distribution.
 */
export function clopperPearsonInterval(
  successes: number,
  n: number,
  level: Ratio = 0.95,
): Interval {
  const tail = (1 - level) / 2;
  return [
    successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
  ];
}

export interface Proportion {
  readonly share: Ratio;
  readonly items: number;
}

/** Where B minus A lies: Newcombe's hybrid of the two Wilson intervals (1998, method 10). */
export function newcombeInterval(a: Proportion, b: Proportion, z = z95): Interval {
  const [lowA, highA] = wilsonInterval(a.share, a.items, z);
  const [lowB, highB] = wilsonInterval(b.share, b.items, z);
  const delta = b.share - a.share;
  return [
    delta - Math.hypot(b.share - lowB, highA - a.share),
    delta + Math.hypot(highB - b.share, a.share - lowA),
  ];
}
