import type { Ratio } from "../units.ts";
import { binomialTerm } from "./binomial-term.ts";

/**
 * The regularised incomplete beta function `I_x(a, b)`: the share of a beta distribution below x. The
 * continued fraction of DLMF 8.17.22, by Lentz's method (1976), on the side where it converges fast.
 */
export function betaCdf(x: Ratio, a: number, b: number): Ratio {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x < (a + 1) / (a + b + 2) ? lowerTail(x, a, b) : 1 - upperTail(x, a, b);
}

/** `1 - I_x(a, b)`, without losing what is left of a small tail. */
export function betaUpper(x: Ratio, a: number, b: number): Ratio {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 1;
  if (x >= 1) return 0;
  return x < (a + 1) / (a + b + 2) ? 1 - lowerTail(x, a, b) : upperTail(x, a, b);
}

/**
 * The x below which the share p of a beta distribution lies, as near as a number can be: Newton's steps,
 * kept between bounds.
 */
export function betaQuantile(p: Ratio, a: number, b: number): Ratio {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return p;
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let step = 0; step < 1100; step += 1) {
    const off = betaCdf(x, a, b) - p;
    if (off > 0) high = x;
    else low = x;
    const slope = prefactor(x, a, b) / (x * (1 - x));
    const newton = x - off / slope;
    // Halving also moves where the density is flat, and reaches the smallest numbers there are.
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (next === x || Math.abs(next - x) <= 1e-16 * x) return next;
    x = next;
  }
  return x;
}

function lowerTail(x: Ratio, a: number, b: number): number {
  return (prefactor(x, a, b) / a) * fraction(x, a, b);
}

function upperTail(x: Ratio, a: number, b: number): number {
  return (prefactor(x, a, b) / b) * fraction(1 - x, b, a);
}

/** `x^a (1 - x)^b / B(a, b)`. */
function prefactor(x: Ratio, a: number, b: number): number {
  return ((a * b) / (a + b)) * binomialTerm(a, a + b, x);
}

const tiny = 1e-300;

function fraction(x: Ratio, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < 1_000_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    product *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return product;
}

/** Lentz's method divides by what may be nothing. */
function away(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
