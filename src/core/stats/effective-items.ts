import type { Ratio } from "../units.ts";

/**
 * By how much items that come in clusters (questions about one video, steps of one problem) count
 * less: 1 + (m - 1) × icc for m items a cluster with intra-class correlation icc (Kish).
 */
export function designEffect(itemsPerCluster: number, intraClassCorrelation: Ratio): number {
  return 1 + (itemsPerCluster - 1) * intraClassCorrelation;
}

/** How many independent items the clustered ones are worth. */
export function effectiveItems(items: number, effect: number): number {
  return items / effect;
}

/**
 * What repeated runs leave of the variance: r + (1 - r) / K, where r is the share of the variance
 * that lies between items. 1 when either is unknown, because repeats then prove nothing.
 */
export function varianceFactor(repeats?: number, itemVarianceShare?: Ratio): number {
  if (repeats === undefined || itemVarianceShare === undefined) return 1;
  return itemVarianceShare + (1 - itemVarianceShare) / repeats;
}

/**
 * The share of the variance between items, from the chance to pass once and to pass twice in two
 * tries; undefined where every try passes or none does.
 */
export function itemVarianceShareOf(passOnce: Ratio, passTwice: Ratio): Ratio | undefined {
  const variance = passOnce * (1 - passOnce);
  if (variance <= 0) return undefined;
  return Math.min(1, Math.max(0, (passTwice - passOnce * passOnce) / variance));
}
