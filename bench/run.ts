import { benchChanges } from "./changes.ts";
import { benchComparisons } from "./comparisons.ts";
import { benchCoreSize } from "./core-size.ts";
import { benchCost, type CostBench } from "./cost.ts";
import { benchFind } from "./find.ts";
import { benchMemory } from "./memory.ts";
import { benchScan } from "./scan.ts";
import { benchSizing } from "./sizing.ts";
import { benchStart } from "./start.ts";

const benches = [
  benchMemory,
  benchStart,
  benchFind,
  benchComparisons,
  benchScan,
  benchSizing,
  benchChanges,
  benchCoreSize,
  async () => describeCosts(await benchCost()),
];

for (const bench of benches) {
  for (const line of await bench()) console.log(line);
}

function describeCosts(result: CostBench): readonly string[] {
  const { routes, tieredRoutes, datedRoutes, compared, equal, unreachable } = result;
  return [
    `cost of a request against genai-prices: ${equal} of ${compared} bills equal, on ${routes} routes (${tieredRoutes} with tiers, ${datedRoutes} with dates; ${unreachable} of its models no name leads to)`,
    ...result.differences.map(
      ({ because, count, example }) =>
        `  differs ${count} times: ${because}; for example ${example}`,
    ),
    `  ${result.ownNs.toFixed(0)} ns against ${result.otherNs.toFixed(0)} ns: ${result.speedRatio.toFixed(1)} times as fast (aim 10)`,
  ];
}
