import type { BenchmarkGroup } from "../catalog/entries.ts";
import type { Points } from "../units.ts";
import { gapBetween } from "./gap.ts";
import { wilsonInterval } from "./intervals.ts";
import type { Comparability } from "./tau.ts";

/** What a test of a size can tell apart at one level of scores. */
export interface Resolution {
  /** Percent. */
  readonly atScore: Points;
  /** Half the width of the 95 % interval of one score: the luck of the items. */
  readonly halfWidthPoints: Points;
  /** How far a second score must lie above the first to be ahead by more than that luck. */
  readonly samplingPoints: Points | null;
  /** The same with the usual spread of set-ups; null: not even 100 percent is clearly ahead. */
  readonly clearPoints: Readonly<Record<Exclude<Comparability, "mismatch">, Points | null>>;
}

/** In tenths of a point, as scores are printed. */
export function resolutionAt(
  atScore: Points,
  test: { readonly items: number; readonly group: BenchmarkGroup },
): Resolution {
  const [low, high] = wilsonInterval(atScore / 100, test.items);
  const clear = (comparability: Exclude<Comparability, "mismatch">) =>
    leastGap(atScore, (scoreB) => {
      const { label } = gapBetween({ ...test, scoreA: atScore, scoreB, comparability });
      return label === "clear";
    });
  return {
    atScore,
    halfWidthPoints: 50 * (high - low),
    samplingPoints: leastGap(atScore, (scoreB) => {
      const gap = gapBetween({ ...test, scoreA: atScore, scoreB, comparability: "same-run" });
      return gap.samplingLabel === "clear";
    }),
    clearPoints: {
      "same-run": clear("same-run"),
      "same-table": clear("same-table"),
      "cross-source": clear("cross-source"),
    },
  };
}

/** The larger the gap the surer, so that halving finds the least one. */
function leastGap(from: Points, isEnough: (score: Points) => boolean): Points | null {
  let enough = Math.round((100 - from) * 10);
  if (!isEnough(from + enough / 10)) return null;
  let tooLittle = 0;
  while (enough - tooLittle > 1) {
    const middle = Math.floor((enough + tooLittle) / 2);
    if (isEnough(from + middle / 10)) enough = middle;
    else tooLittle = middle;
  }
  return enough / 10;
}
