import type { Ratio } from "../units.ts";
import { signTestP } from "./mcnemar.ts";
import { normalCdf } from "./normal.ts";
import { medianOfWalshAverages } from "./walsh.ts";

export interface Wilcoxon {
  /** Sum of the ranks of the differences above 0. */
  readonly wPlus: number;
  /** Two-sided. */
  readonly p: Ratio;
  /** By all patterns of signs, or by the normal distribution where there are too many. */
  readonly method: "exact" | "normal";
  /** The typical difference: the median of all means of two. */
  readonly hodgesLehmann: number;
  /** Two-sided exact p from the signs alone. */
  readonly signTestP: Ratio;
}

/** Up to so many differences every pattern of signs is counted. */
const exactUpTo = 200;

/**
 * Whether paired differences, of latencies say, lean to one side (Wilcoxon 1945; Hollander, Wolfe and
 * Chicken 2014). Equal sizes share their rank; differences of 0 have no sign and are left out of ranks.
 */
export function wilcoxonSignedRank(differences: readonly number[]): Wilcoxon {
  const signed = differences.filter((difference) => difference !== 0);
  const doubled = doubledRanks(signed.map(Math.abs));
  const total = doubled.reduce((sum, rank) => sum + rank, 0);
  const plus = doubled.reduce((sum, rank, i) => ((signed[i] ?? 0) > 0 ? sum + rank : sum), 0);
  const above = signed.filter((difference) => difference > 0).length;
  const isExact = signed.length <= exactUpTo;
  const off = Math.abs(2 * plus - total);
  return {
    wPlus: plus / 2,
    p: isExact ? exactP(doubled, total, off) : normalP(doubled, off),
    method: isExact ? "exact" : "normal",
    hodgesLehmann: medianOfWalshAverages(differences),
    signTestP: signTestP(above, signed.length - above),
  };
}

/** Twice the mean rank, so that shared ranks stay whole. */
function doubledRanks(sizes: readonly number[]): readonly number[] {
  const order = sizes.map((size, place) => ({ size, place })).sort((x, y) => x.size - y.size);
  const ranks = new Array<number>(sizes.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (order[to + 1]?.size === order[from]?.size) to += 1;
    for (const { place } of order.slice(from, to + 1)) ranks[place] = from + to + 2;
    from = to + 1;
  }
  return ranks;
}

/** The share of all patterns of signs whose sum lies at least so far from its middle. */
function exactP(doubled: readonly number[], total: number, off: number): Ratio {
  const shares = new Float64Array(total + 1);
  shares[0] = 1;
  let reached = 0;
  for (const rank of doubled) {
    reached += rank;
    for (let sum = reached; sum >= 0; sum -= 1) {
      const without = shares[sum] ?? 0;
      const withIt = sum >= rank ? (shares[sum - rank] ?? 0) : 0;
      shares[sum] = (without + withIt) / 2;
    }
  }
  let p = 0;
  for (const [sum, share] of shares.entries()) if (Math.abs(2 * sum - total) >= off) p += share;
  return Math.min(1, p);
}

function normalP(doubled: readonly number[], off: number): Ratio {
  const spread = Math.sqrt(doubled.reduce((sum, rank) => sum + rank * rank, 0));
  return 2 * normalCdf(-off / spread);
}
