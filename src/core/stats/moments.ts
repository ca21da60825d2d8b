/** Mean of the values; not a number for none. */
export function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length;
}

/**
 * Sum that keeps what plain addition drops (Neumaier 1974): a long list of small differences shall
 * not depend on its order.
 */
export function sumOf(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Variance of the sample, with n - 1; not a number below two values. */
export function varianceOf(values: readonly number[]): number {
  return covarianceOf(values, values);
}

/** Covariance of two lists of one length, with n - 1; not a number below two values. */
export function covarianceOf(left: readonly number[], right: readonly number[]): number {
  if (left.length < 2) return Number.NaN;
  const [meanLeft, meanRight] = [meanOf(left), meanOf(right)];
  const products = left.map((value, i) => (value - meanLeft) * ((right[i] ?? 0) - meanRight));
  return sumOf(products) / (left.length - 1);
}

/** Pearson's correlation; null where one of the two never varies. */
export function correlationOf(left: readonly number[], right: readonly number[]): number | null {
  const spread = Math.sqrt(varianceOf(left) * varianceOf(right));
  return spread > 0 ? covarianceOf(left, right) / spread : null;
}
