import { comparerOf } from "../src/core/compare/compare.ts";
import { defaultTraffic } from "../src/core/cost/traffic.ts";
import { openCatalog } from "../src/store/compiled-catalog.ts";
import { median } from "./median.ts";

/** A prime, so that the sample of pairs walks through all makers. */
const stride = 97;
const rounds = 5;
const repeats = 300;

/** How many comparisons a second one core answers, words and all, over pairs of the whole catalog. */
export async function benchComparisons(): Promise<readonly string[]> {
  const catalog = await openCatalog();
  const compare = comparerOf(catalog, {
    asOf: "2026-11-20",
    askedOn: "2026-11-20",
    traffic: defaultTraffic,
    constraints: [],
  });
  const ids = catalog.models.map(({ id }) => id);
  const pairs = sampledPairs(ids);
  const rates = Array.from({ length: rounds }, () => {
    const milliseconds = timed(() => {
      for (const pair of pairs) compare(pair);
    });
    return (1_000 * pairs.length) / milliseconds;
  });
  const [rich, shared] = richestPair(
    catalog.models.filter(({ isAuthored }) => isAuthored).map(({ id }) => id),
    compare,
  );
  const each = Array.from(
    { length: rounds },
    () =>
      timed(() => {
        for (let i = 0; i < repeats; i++) compare(rich);
      }) / repeats,
  );
  const all = (ids.length * (ids.length - 1)) / 2;
  return [
    `comparisons a second: ${median(rates).toFixed(0)} (${pairs.length} of all ${all} pairs, median of ${rounds} rounds; aim 5,000)`,
    `one comparison with ${shared} shared benchmarks, ${rich.join(" and ")}: ${median(each).toFixed(3)} ms (aim 0.2)`,
  ];
}

function sampledPairs(ids: readonly string[]): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = [];
  let count = 0;
  for (const [i, a] of ids.entries()) {
    for (const b of ids.slice(i + 1)) if (count++ % stride === 0) pairs.push([a, b]);
  }
  return pairs;
}

/** The pair of described models with about thirty shared benchmarks, the first with the most up to that. */
function richestPair(
  ids: readonly string[],
  compare: ReturnType<typeof comparerOf>,
): readonly [readonly [string, string], number] {
  let best: readonly [readonly [string, string], number] = [[ids[0] ?? "", ids[1] ?? ""], 0];
  for (const [i, a] of ids.entries()) {
    for (const b of ids.slice(i + 1)) {
      const shared = compare([a, b]).benchmarks.length;
      if (shared > best[1] && shared <= 30) best = [[a, b], shared];
    }
  }
  return best;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
