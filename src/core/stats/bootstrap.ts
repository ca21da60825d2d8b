import { groupBy } from "../group-by.ts";
import type { Ratio } from "../units.ts";
import type { Interval } from "./intervals.ts";
import { meanOf, varianceOf } from "./moments.ts";
import type { Random } from "./random.ts";

export interface Bootstrap {
  readonly mean: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/**
 * Where the mean lies, by drawing prompts anew with replacement, or whole clusters of them: the
 * percentile interval (Efron and Tibshirani 1993; clusters: Field and Welsh 2007).
 *
 * @param draws at least 10,000, for limits that hold to about a hundredth of their spread
 */
export function bootstrapMean(
  values: readonly number[],
  {
    random,
    clusterOf,
    level = 0.95,
    draws = 10_000,
  }: {
    readonly random: Random;
    readonly clusterOf?: readonly (string | number)[];
    readonly level?: Ratio;
    readonly draws?: number;
  },
): Bootstrap {
  const groups = groupsOf(values, clusterOf);
  const [sums, sizes] = [groups.map(({ sum }) => sum), groups.map(({ size }) => size)];
  const means = Float64Array.from({ length: draws }, () => {
    let [sum, size] = [0, 0];
    for (let i = 0; i < groups.length; i += 1) {
      const drawn = Math.floor(random() * groups.length);
      sum += sums[drawn] ?? 0;
      size += sizes[drawn] ?? 0;
    }
    return sum / size;
  }).sort();
  return {
    mean: meanOf(values),
    standardError: Math.sqrt(varianceOf([...means])),
    interval: [quantileOf(means, (1 - level) / 2), quantileOf(means, (1 + level) / 2)],
  };
}

function groupsOf(values: readonly number[], clusterOf?: readonly (string | number)[]) {
  const placed = values.map((value, i) => ({ value, cluster: clusterOf?.[i] ?? i }));
  return [...groupBy(placed, ({ cluster }) => cluster).values()].map((group) => ({
    sum: group.reduce((sum, { value }) => sum + value, 0),
    size: group.length,
  }));
}

/** Of values in rising order, between two neighbours where it falls between them. */
function quantileOf(sorted: Float64Array, share: Ratio): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (at - Math.floor(at)) * (above - below);
}
