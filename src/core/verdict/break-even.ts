import { breakEvenLossRangeUsd } from "../cost/flips.ts";
import { z95 } from "../stats/normal.ts";
import type { Usd } from "../units.ts";

/** The loss of one failed task at which a better and dearer model pays for itself. */
export interface BreakEvenLoss {
  readonly usd: Usd;
  /** Over the 95 % range of the quality gap; null above: no loss is surely large enough. */
  readonly rangeUsd: readonly [Usd, Usd | null];
}

/**
 * The break-even loss with its range; undefined where the dearer is no better, or not dearer.
 *
 * @param extraUsdPerTask what the dearer costs more a task
 * @param advantage share of tasks it solves more, with its spread (sampling and set-up together)
 */
export function breakEvenLoss(
  extraUsdPerTask: Usd,
  advantage: { readonly mean: number; readonly spread: number },
): BreakEvenLoss | undefined {
  const { mean, spread } = advantage;
  const reach = z95 * spread;
  const range = breakEvenLossRangeUsd(extraUsdPerTask, [
    100 * (mean - reach),
    100 * (mean + reach),
  ]);
  if (mean <= 0 || range === undefined) return undefined;
  const [low, high] = range;
  return {
    usd: extraUsdPerTask / mean,
    rangeUsd: [low, Number.isFinite(high) ? high : null],
  };
}
