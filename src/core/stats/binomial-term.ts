/**
 * `C(n, k) p^k (1 - p)^(n - k)` for real k and n, to about 1e-15 relative, also where the powers alone
 * would vanish: the saddle-point form of C. Loader, Fast and Accurate Computation of Binomial
 * Probabilities (2000).
 */
export function binomialTerm(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0;
  if (p <= 0) return k === 0 ? 1 : 0;
  if (p >= 1) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const errors = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const exponent = errors - deviance(k, n * p) - deviance(n - k, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** Natural logarithm of `B(a, b)`, from the same parts: at p = a / (a + b) both deviances vanish. */
export function logBeta(a: number, b: number): number {
  const n = a + b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const logTerm = errors + (Math.log(n / a) - Math.log(2 * Math.PI * b)) / 2;
  return a * Math.log(a / n) + b * Math.log(b / n) - logTerm - Math.log((a * b) / n);
}

/** What Stirling's formula leaves of `ln x!`: its series from 16 on, reached by steps of one. */
function stirlingError(x: number): number {
  let error = 0;
  let at = x;
  for (; at < 16; at += 1) error += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = 1 / (at * at);
  let series = 0;
  for (const coefficient of stirlingSeries) series = series * square + coefficient;
  return error + series / at;
}

/** From the highest power of 1 / x² down. */
const stirlingSeries = [-691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12] as const;

/** `x ln(x / m) + m - x`, by its series where x and m are close. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; ; j += 1) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return next;
    sum = next;
  }
}
