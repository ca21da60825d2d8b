import type { Ratio, Usd } from "../units.ts";
import type { Interval } from "./intervals.ts";
import { covarianceOf, meanOf, sumOf, varianceOf } from "./moments.ts";
import { around, zOfLevel } from "./paired-difference.ts";

/** What a correct answer costs, with the cost of the wrong ones in it. */
export interface CostPerCorrect {
  /** Null: none is correct. */
  readonly usd: Usd | null;
  readonly standardErrorUsd: Usd | null;
  /** By the delta method: around the cost, and too short for few correct answers. */
  readonly deltaInterval: Interval | null;
  /** By Fieller: the one to use; null where so few are correct that there is no upper end. */
  readonly fiellerInterval: Interval | null;
}

/**
 * Cost over correct answers of the same requests (Fieller 1954, JRSSB 16:175; Cochran 1977, chapter 6).
 *
 * @param costsUsd of each request, right or wrong
 * @param correct 1 or 0, or a part of a point, in the same order
 */
export function costPerCorrect(
  costsUsd: readonly Usd[],
  correct: readonly number[],
  level: Ratio = 0.95,
): CostPerCorrect {
  const n = costsUsd.length;
  const [meanCost, meanCorrect] = [meanOf(costsUsd), meanOf(correct)];
  if (!(meanCorrect > 0)) {
    return { usd: null, standardErrorUsd: null, deltaInterval: null, fiellerInterval: null };
  }
  const usd = sumOf(costsUsd) / sumOf(correct);
  const left = costsUsd.map((cost, i) => cost - usd * (correct[i] ?? 0));
  const standardErrorUsd = Math.sqrt(varianceOf(left) / n) / meanCorrect;
  const z = zOfLevel(level);
  const square = meanCorrect ** 2 - (z * z * varianceOf(correct)) / n;
  const linear = meanCost * meanCorrect - (z * z * covarianceOf(costsUsd, correct)) / n;
  const constant = meanCost ** 2 - (z * z * varianceOf(costsUsd)) / n;
  const root = Math.sqrt(Math.max(0, linear * linear - square * constant));
  return {
    usd,
    standardErrorUsd,
    deltaInterval: around(usd, z * standardErrorUsd),
    fiellerInterval: square > 0 ? [(linear - root) / square, (linear + root) / square] : null,
  };
}
