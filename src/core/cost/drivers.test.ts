import { expect, test } from "vitest";
import { driversOf } from "./drivers.ts";
import { scheduleOf } from "./list-price.ts";
import { monthlyCost } from "./monthly-cost.ts";
import type { TrafficProfile } from "./traffic.ts";

const schedule = scheduleOf({
  inputUsdPerMtok: "2",
  outputUsdPerMtok: "8",
  cacheReadUsdPerMtok: "0.5",
  tiers: [{ promptTokensAbove: 200_000, inputUsdPerMtok: "4", outputUsdPerMtok: "8" }],
});

function driversAt(traffic: TrafficProfile) {
  const cost = monthlyCost(schedule, traffic);
  if (!cost.known) throw new Error(cost.because);
  return driversOf(cost, traffic, (changed) => monthlyCost(schedule, changed));
}

test("the strongest stands first, with its share and what a tenth of it does", () => {
  const traffic = { inputTokens: 800_000_000, outputTokens: 250_000_000 };
  const [first, second] = driversAt(traffic);
  expect(first).toMatchObject({
    what: "tokens out",
    plusTenPercentUsd: 200,
    minusTenPercentUsd: -200,
  });
  expect(second).toMatchObject({ what: "tokens in", plusTenPercentUsd: 160 });
  expect((first?.share ?? 0) + (second?.share ?? 0)).toBeCloseTo(1, 12);
});

test("a tenth more of what is read from a cache lowers the bill", () => {
  const cached = { inputTokens: 100_000_000, outputTokens: 0, cachedInputTokens: 50_000_000 };
  const driver = driversAt(cached).find(({ what }) => what === "tokens read from a cache");
  expect(driver).toMatchObject({ share: null, plusTenPercentUsd: -7.5, minusTenPercentUsd: 7.5 });
});

test("a tenth more that crosses a context tier costs the jump", () => {
  const [driver] = driversAt({ inputTokens: 1_900_000, outputTokens: 0, requests: 10 });
  expect(driver?.minusTenPercentUsd).toBeCloseTo(-0.38, 12);
  expect(driver?.plusTenPercentUsd).toBeCloseTo(2.09 * 4 - 3.8, 12);
});
