import type { Benchmark, BenchmarkVariant, Score } from "../catalog/entries.ts";
import { testOf } from "./test-of.ts";

export interface ItemCount {
  /** Absent: nobody says how many items this test has. */
  readonly items?: number;
  /** The smallest variant with a published count: a bound for an unknown one. */
  readonly smallestVariant?: number;
  readonly because: string;
}

/** How many items a score was taken on: as reported, else of the variant named, else of the benchmark. */
export function itemsOf(benchmark: Benchmark, score: Score | undefined): ItemCount {
  if (score === undefined) return countItems(benchmark, score);
  const counted = counts.get(score) ?? countItems(benchmark, score);
  counts.set(score, counted);
  return counted;
}

/** A score belongs to one benchmark, so its count never changes. */
const counts = new WeakMap<Score, ItemCount>();

function countItems(benchmark: Benchmark, score: Score | undefined): ItemCount {
  if (score?.items !== undefined) {
    return { items: score.items, because: `as ${score.reporter} states` };
  }
  const test = score === undefined ? "" : testOf(score);
  const named = benchmark.variants.filter(({ label }) => test !== "" && isNamed(label, test));
  const meant = countsOf(named);
  const [only, ...others] = meant;
  if (only !== undefined && others.length === 0) {
    return { items: only, because: named[0]?.label ?? test };
  }
  const candidates = meant.length > 1 ? meant : countsOf(benchmark.variants);
  const smallest = candidates.length === 0 ? {} : { smallestVariant: Math.min(...candidates) };
  if (benchmark.items !== undefined && meant.length === 0 && !hasEditions(benchmark, test)) {
    return { items: benchmark.items, ...smallest, because: benchmark.itemsNote ?? "all items" };
  }
  return {
    ...smallest,
    because:
      candidates.length > 1
        ? `the reporter does not say which of ${candidates.join(", ")} items`
        : "nobody states the number of items",
  };
}

/** The different item counts of the variants. */
function countsOf(variants: readonly BenchmarkVariant[]): readonly number[] {
  return [...new Set(variants.flatMap(({ items }) => items ?? []))];
}

/** A variant label names a test when it holds all its words. */
function isNamed(label: string, test: string): boolean {
  const words = new Set(
    label
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, " ")
      .split(" "),
  );
  return test.split(/[^a-z0-9.]+/).every((word) => words.has(word));
}

/** A named test that is none of the counted variants may have any number of items. */
function hasEditions(benchmark: Benchmark, test: string): boolean {
  const edition = test.replace(/with tools|native calls|prompted calls|[, ]+/g, "");
  return edition !== "" && benchmark.variants.length > 1;
}
