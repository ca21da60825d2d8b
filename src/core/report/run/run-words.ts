import type { Interval } from "../../stats/intervals.ts";
import { formatNumber, formatPoints } from "../format.ts";

/** A share as signed points: `+2.5`. */
export function signedPoints(share: number): string {
  return formatPoints(share * 100);
}

export function intervalPoints([low, high]: Interval): string {
  return `${signedPoints(low)} to ${signedPoints(high)}`;
}

export function pText(p: number): string {
  return p < 0.0001 ? "p < 0.0001" : `p ${formatNumber(p, 4)}`;
}

/** Milliseconds, with a decimal where they are few. */
export function msText(ms: number): string {
  return formatNumber(ms, ms < 10 ? 1 : 0);
}
