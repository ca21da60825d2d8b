import type { Ratio } from "../units.ts";
import type { Interval } from "./intervals.ts";

export interface EmpiricalBernstein {
  readonly center: number;
  /** What all looks until now leave together. */
  readonly running: Interval;
  /** What the last look says by itself. */
  readonly last: Interval;
}

/**
 * Where the mean of scores from 0 to 1 lies, for a reader who looks after every one and for any n: the
 * predictable plug-in empirical Bernstein sequence (Waudby-Smith and Ramdas 2023, JRSSB 86:1,
 * arXiv:2010.09686, theorem 2).
 *
 * @param most the largest bet; 1/2 is the paper's advice
 */
export function empiricalBernstein(
  scores: readonly Ratio[],
  { alpha = 0.05, most = 0.5 }: { readonly alpha?: Ratio; readonly most?: Ratio } = {},
): EmpiricalBernstein {
  const log = Math.log(2 / alpha);
  let [sum, squares, mean, variance] = [0.5, 0.25, 0.5, 0.25];
  let [bets, weighted, spent] = [0, 0, 0];
  let [low, high] = [0, 1];
  let last: Interval = [0, 1];
  for (const [i, score] of scores.entries()) {
    const t = i + 1;
    const bet = Math.min(Math.sqrt((2 * log) / (variance * t * Math.log(t + 1))), most);
    bets += bet;
    weighted += bet * score;
    spent += (score - mean) ** 2 * (-Math.log1p(-bet) - bet);
    const radius = (log + spent) / bets;
    last = [Math.max(0, weighted / bets - radius), Math.min(1, weighted / bets + radius)];
    [low, high] = [Math.max(low, last[0]), Math.min(high, last[1])];
    sum += score;
    mean = sum / (t + 1);
    squares += (score - mean) ** 2;
    variance = squares / (t + 1);
  }
  return { center: bets === 0 ? 0.5 : weighted / bets, running: [low, high], last };
}
