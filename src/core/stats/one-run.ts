import type { Points } from "../units.ts";

/**
 * Whether a printed score can be k right answers out of `items`. If not, it is a mean of several
 * runs, a weighted score, or of another subset. A number has lost its trailing zeros, so at least
 * one decimal is taken as printed unless `decimals` says otherwise.
 */
export function isPossibleInOneRun(score: Points, items: number, decimals?: number): boolean {
  const printed = decimals ?? Math.max(1, decimalsOf(score));
  const nearest = (100 * Math.round((score * items) / 100)) / items;
  return Math.abs(nearest - score) <= 0.5 * 10 ** -printed + 1e-9;
}

function decimalsOf(score: number): number {
  const text = String(score);
  const point = text.indexOf(".");
  return point < 0 || text.includes("e") ? 0 : text.length - point - 1;
}
