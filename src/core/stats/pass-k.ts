import type { Ratio } from "../units.ts";

/** One task that was tried n times. */
export interface Tries {
  readonly n: number;
  readonly correct: number;
}

/**
 * The chance that at least one of k tries is right, without bias: `1 - C(n - c, k) / C(n, k)` (Chen et
 * al. 2021, arXiv:2107.03374). Null for more tries than were made.
 */
export function passAtK({ n, correct }: Tries, k: number): Ratio | null {
  return k > n ? null : 1 - allOf(n - correct, n, k);
}

/**
 * The chance that all of k tries are right: `C(c, k) / C(n, k)` (Yao et al. 2024, arXiv:2406.12045).
 * Null for more tries than were made.
 */
export function passHatK({ n, correct }: Tries, k: number): Ratio | null {
  return k > n ? null : allOf(correct, n, k);
}

/** Over several tasks: the mean; null where one of them was tried too seldom. */
export function meanOverTasks(shares: readonly (Ratio | null)[]): Ratio | null {
  let sum = 0;
  for (const share of shares) {
    if (share === null) return null;
    sum += share;
  }
  return shares.length === 0 ? null : sum / shares.length;
}

/** Chance that k drawn of n without putting back are all among the marked ones. */
function allOf(marked: number, n: number, k: number): Ratio {
  if (k > marked) return 0;
  let chance = 1;
  for (let i = 0; i < k; i += 1) chance *= (marked - i) / (n - i);
  return chance;
}
