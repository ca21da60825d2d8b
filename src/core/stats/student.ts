import type { Ratio } from "../units.ts";
import { betaCdf, betaQuantile, betaUpper } from "./beta.ts";

/** Two-sided p of a t statistic: the share of Student's distribution at least so far from 0. */
export function studentP(t: number, degrees: number): Ratio {
  if (!Number.isFinite(t)) return Number.isNaN(t) ? Number.NaN : 0;
  const whole = degrees + t * t;
  // The share that is small is the one to reckon with: the other has lost its digits.
  return t * t < degrees
    ? betaUpper((t * t) / whole, 0.5, degrees / 2)
    : betaCdf(degrees / whole, degrees / 2, 0.5);
}

/** Share of Student's distribution with so many degrees of freedom below t. */
export function studentCdf(t: number, degrees: number): Ratio {
  const outside = studentP(t, degrees) / 2;
  return t > 0 ? 1 - outside : outside;
}

/** The t below which the share p lies: the inverse of `studentCdf`. */
export function studentQuantile(p: Ratio, degrees: number): number {
  if (!(p > 0 && p < 1))
    return p === 0 || p === 1 ? (p - 0.5) * Number.POSITIVE_INFINITY : Number.NaN;
  const outside = 2 * Math.min(p, 1 - p);
  const sign = Math.sign(p - 0.5);
  // Each share is taken from the side where it is small, so that neither loses digits.
  if (outside < 0.5) {
    const far = betaQuantile(outside, degrees / 2, 0.5);
    return sign * Math.sqrt((degrees * (1 - far)) / far);
  }
  const near = betaQuantile(1 - outside, 0.5, degrees / 2);
  return sign * Math.sqrt((degrees * near) / (1 - near));
}
