/**
 * The median of all means of two values, each also with itself (Hodges and Lehmann 1963), without
 * writing down the n (n + 1) / 2 of them: they are counted below a bound that halving moves.
 */
export function medianOfWalshAverages(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const count = (n * (n + 1)) / 2;
  const lower = nth(sorted, Math.ceil(count / 2));
  return count % 2 === 1 ? lower : (lower + nth(sorted, count / 2 + 1)) / 2;
}

/** The k-th smallest mean of two, from 1. */
function nth(sorted: Float64Array, k: number): number {
  let low = 2 * (sorted[0] ?? 0);
  let high = 2 * (sorted.at(-1) ?? 0);
  if (countUpTo(sorted, low) >= k) return low / 2;
  // Sums up to `low` are fewer than k, sums up to `high` are enough.
  for (let step = 0; step < 2100; step += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (countUpTo(sorted, middle) >= k) high = middle;
    else low = middle;
  }
  return high / 2;
}

/** Pairs, each value also with itself, whose sum is at most a bound. */
function countUpTo(sorted: Float64Array, bound: number): number {
  let count = 0;
  let j = sorted.length - 1;
  for (let i = 0; i < sorted.length; i += 1) {
    while (j >= 0 && (sorted[i] ?? 0) + (sorted[j] ?? 0) > bound) j -= 1;
    if (j < i) break;
    count += j - i + 1;
  }
  return count;
}
