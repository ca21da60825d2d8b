import type { Ratio } from "../units.ts";

/** p values of several comparisons made at once, adjusted, each in the place of its own. */
export interface Adjusted {
  readonly bonferroni: readonly Ratio[];
  /** Keeps the chance of any false finding (Holm 1979, Scand J Stat 6:65). */
  readonly holm: readonly Ratio[];
  /** Keeps the share of false findings (Benjamini and Hochberg 1995, JRSSB 57:289). */
  readonly benjaminiHochberg: readonly Ratio[];
  /** The same however the comparisons hang together (Benjamini and Yekutieli 2001). */
  readonly benjaminiYekutieli: readonly Ratio[];
}

/** What the p values are worth when so many were looked at. */
export function adjusted(p: readonly Ratio[]): Adjusted {
  const m = p.length;
  const order = p.map((value, place) => ({ value, place })).sort((x, y) => x.value - y.value);
  const harmonic = order.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
  const inPlace = (ranked: readonly number[]): readonly number[] => {
    const result = new Array<number>(m).fill(1);
    for (const [rank, { place }] of order.entries()) {
      result[place] = Math.min(1, ranked[rank] ?? 1);
    }
    return result;
  };
  const rising = runningMaximum(order.map(({ value }, i) => (m - i) * value));
  const stepUp = (factor: number) =>
    runningMinimumFromEnd(order.map(({ value }, i) => (factor * m * value) / (i + 1)));
  return {
    bonferroni: inPlace(order.map(({ value }) => m * value)),
    holm: inPlace(rising),
    benjaminiHochberg: inPlace(stepUp(1)),
    benjaminiYekutieli: inPlace(stepUp(harmonic)),
  };
}

function runningMaximum(values: readonly number[]): readonly number[] {
  let most = 0;
  return values.map((value) => {
    most = Math.max(most, value);
    return most;
  });
}

function runningMinimumFromEnd(values: readonly number[]): readonly number[] {
  let least = Number.POSITIVE_INFINITY;
  return values
    .toReversed()
    .map((value) => {
      least = Math.min(least, value);
      return least;
    })
    .toReversed();
}
