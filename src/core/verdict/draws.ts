import { normalCdf } from "../stats/normal.ts";
import type { Ratio, Usd } from "../units.ts";

/** When nobody says what a failed task costs, any loss in this range, each tenfold step alike. */
export const assumedLossUsd = { low: 0.01, high: 10 } as const;

/** The grid: so many losses, and so many points of the range of the extra cost. */
export const lossSteps = 16;
export const costSteps = 3;

/**
 * The share of draws in which the cheaper model is the better buy. Drawn are the quality gap (normal),
 * the cost gap (even over its range) and the loss of a failed task (given, else even in its logarithm).
 * The gap is integrated in closed form and the others on a fixed grid, so that there are no dice.
 *
 * The dearer model wins a draw when its advantage exceeds the extra cost divided by the loss.
 */
export function shareCheaperWins(draw: {
  /** Range of dearer minus cheaper a task. */
  readonly extraUsdPerTask: readonly [Usd, Usd];
  /** Of the dearer over the cheaper, as shares. */
  readonly advantage: { readonly mean: number; readonly spread: number };
  readonly failedTaskUsd: Usd | undefined;
}): Ratio {
  const losses = draw.failedTaskUsd === undefined ? assumedLosses : [draw.failedTaskUsd];
  const { mean, spread } = draw.advantage;
  let sum = 0;
  for (const extra of evenly(draw.extraUsdPerTask, costSteps)) {
    for (const loss of losses) sum += below(extra / loss, mean, spread);
  }
  return sum / (costSteps * losses.length);
}

function below(threshold: number, mean: number, spread: number): Ratio {
  if (spread > 0) return normalCdf((threshold - mean) / spread);
  return threshold > mean ? 1 : threshold === mean ? 0.5 : 0;
}

/** Midpoints of equal steps. */
function evenly([low, high]: readonly [number, number], steps: number): readonly number[] {
  return Array.from({ length: steps }, (_, i) => low + ((i + 0.5) * (high - low)) / steps);
}

const assumedLosses = evenly(
  [Math.log(assumedLossUsd.low), Math.log(assumedLossUsd.high)],
  lossSteps,
).map(Math.exp);

/**
 * The share of draws in which the cheaper wins when nobody says which skill is needed: every skill
 * that has a usable row weighs the same. Undefined without one.
 */
export function shareCheaperWinsOverSkills(
  advantages: readonly { readonly mean: number; readonly spread: number }[],
  extraUsdPerTask: readonly [Usd, Usd],
  failedTaskUsd: Usd | undefined,
): Ratio | undefined {
  if (advantages.length === 0) return undefined;
  const shares = advantages.map((advantage) =>
    shareCheaperWins({ extraUsdPerTask, advantage, failedTaskUsd }),
  );
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
