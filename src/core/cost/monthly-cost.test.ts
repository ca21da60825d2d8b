import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ListPrice, scheduleOf } from "./list-price.ts";
import { parseUsd } from "./money.ts";
import { type KnownCost, monthlyCost } from "./monthly-cost.ts";
import type { PriceSchedule } from "./price-row.ts";
import { defaultTraffic, type TrafficProfile } from "./traffic.ts";

function knownCost(schedule: PriceSchedule, traffic: TrafficProfile): KnownCost {
  const cost = monthlyCost(schedule, traffic);
  if (!cost.known) throw new Error(cost.because);
  return cost;
}

const mini: ListPrice = {
  inputUsdPerMtok: "0.75",
  outputUsdPerMtok: "4.5",
  cacheReadUsdPerMtok: "0.075",
};
const tiered: ListPrice = {
  inputUsdPerMtok: "2.5",
  outputUsdPerMtok: "15",
  tiers: [{ promptTokensAbove: 272_000, inputUsdPerMtok: "5", outputUsdPerMtok: "22.5" }],
};

describe("a month of 800 M tokens in and 250 M out", () => {
  test.each`
    input      | output    | usd
    ${"0.039"} | ${"0.18"} | ${76.2}
    ${"0.03"}  | ${"0.14"} | ${59}
    ${"2"}     | ${"8"}    | ${3600}
    ${"10"}    | ${"30"}   | ${15_500}
    ${"0.75"}  | ${"4.5"}  | ${1725}
  `("costs $usd at $input and $output", ({ input, output, usd }) => {
    const schedule = scheduleOf({ inputUsdPerMtok: input, outputUsdPerMtok: output });
    expect(knownCost(schedule, defaultTraffic).monthlyUsd).toBe(usd);
  });

  test("costs less when 60 % of the input is read from a cache", () => {
    const cost = knownCost(scheduleOf(mini), { ...defaultTraffic, cachedInputTokens: 480_000_000 });
    expect(cost.monthlyUsd).toBe(1401);
    expect(cost.items.map(({ what, tokens, usd }) => [what, tokens, usd])).toEqual([
      ["input", 320_000_000, 240],
      ["cached input", 480_000_000, 36],
      ["output", 250_000_000, 1125],
    ]);
  });

  test("runs as batches for half the price where one is stated", () => {
    const schedule = scheduleOf({ ...mini, batchFactor: 0.5 });
    expect(knownCost(schedule, { ...defaultTraffic, batchShare: 1 }).monthlyUsd).toBe(862.5);
    expect(knownCost(schedule, { ...defaultTraffic, batchShare: 0.5 }).monthlyUsd).toBe(1293.75);
  });

  test("says when no batch price is known", () => {
    const cost = knownCost(scheduleOf(mini), { ...defaultTraffic, batchShare: 1 });
    expect(cost.monthlyUsd).toBe(1725);
    expect(cost.notes).toEqual(["No batch price is known: the standard price stands in."]);
  });

  test("says when no price for cached input is known", () => {
    const schedule = scheduleOf({ inputUsdPerMtok: "1", outputUsdPerMtok: "1" });
    const cost = knownCost(schedule, { ...defaultTraffic, cachedInputTokens: 800_000_000 });
    expect(cost.monthlyUsd).toBe(1050);
    expect(cost.notes).toEqual([
      "No price for cached input is known: it is billed at the input price.",
    ]);
  });
});

test("a hundred calls on one cached prefix cost one write and ninety-nine reads", () => {
  const schedule = scheduleOf({
    inputUsdPerMtok: "5",
    outputUsdPerMtok: "25",
    cacheReadUsdPerMtok: "0.5",
    cacheWriteUsdPerMtok: "6.25",
  });
  const cost = knownCost(schedule, {
    requests: 100,
    inputTokens: 2_100_000,
    cacheWriteTokens: 20_000,
    cachedInputTokens: 1_980_000,
    outputTokens: 50_000,
  });
  expect(cost.monthlyUsd).toBe(2.865);
  expect(cost.perRequestUsd).toBe(0.02865);
});

describe("context tiers in a month", () => {
  const traffic = { inputTokens: 800_000_000, outputTokens: 250_000_000 };

  test("are judged at the mean prompt length, and that is said", () => {
    const short = knownCost(scheduleOf(tiered), { ...traffic, requests: 10_000 });
    const long = knownCost(scheduleOf(tiered), { ...traffic, requests: 2_000 });
    expect(short.monthlyUsd).toBe(5750);
    expect(long.monthlyUsd).toBe(9625);
    expect(long.notes).toEqual([
      "Context tiers are judged at the mean prompt length, 400,000 tokens.",
    ]);
  });

  test("stay at the lowest without a number of requests, and that is said", () => {
    const cost = knownCost(scheduleOf(tiered), traffic);
    expect(cost.monthlyUsd).toBe(5750);
    expect(cost.notes[0]).toContain("the lowest context tier is assumed");
    expect(cost.cliffs).toEqual([
      { promptTokensAbove: 272_000, inputUsdPerMtok: 5, outputUsdPerMtok: 22.5, inputFactor: 2 },
    ]);
  });

  test("are billed part by part when the month is cut by prompt length", () => {
    const cost = knownCost(scheduleOf(tiered), {
      ...traffic,
      tiers: [
        { promptTokensUpTo: 272_000, inputTokens: 100_000_000, outputTokens: 10_000_000 },
        { inputTokens: 100_000_000, outputTokens: 10_000_000 },
      ],
    });
    expect(cost.items.map(({ what, usd }) => [what, usd])).toEqual([
      ["input", 250],
      ["output", 150],
      ["input, prompts above 272,000 tokens", 500],
      ["output, prompts above 272,000 tokens", 225],
    ]);
    expect(cost.monthlyUsd).toBe(1125);
  });

  test("take each part at its own mean prompt length when its requests are counted", () => {
    const tier = { promptTokensUpTo: 400_000, inputTokens: 1_000_000, outputTokens: 0 };
    const usdAt = (requests: number) =>
      knownCost(scheduleOf(tiered), { ...traffic, tiers: [{ ...tier, requests }] }).monthlyUsd;
    expect(usdAt(10)).toBe(2.5);
    expect(usdAt(3)).toBe(5);
  });
});

test("disputed prices are reckoned with the dearest and bounded by the cheapest", () => {
  const schedule: PriceSchedule = [
    { meter: "price.input", amount: "1", disputedWith: ["1.5"], sources: [] },
    { meter: "price.output", amount: "2", sources: [] },
  ];
  const cost = knownCost(schedule, { inputTokens: 1_000_000, outputTokens: 1_000_000 });
  expect(cost).toMatchObject({ monthlyUsd: 3.5, lowUsd: 3, highUsd: 3.5 });
  expect(cost.notes).toEqual([
    "Sources disagree about the price of input ($1, $1.5): the dearest is reckoned with.",
  ]);
});

test.each([
  ["input", [{ meter: "price.output", amount: "1", sources: [] }]],
  ["output", [{ meter: "price.input", amount: "1", sources: [] }]],
] as const)("without an %s price the cost is unknown, not zero", (side, schedule) => {
  expect(monthlyCost(schedule, defaultTraffic)).toEqual({
    known: false,
    because: `no ${side} price is known`,
  });
});

const anyTraffic: fc.Arbitrary<TrafficProfile> = fc
  .tuple(
    fc.nat({ max: 10_000_000 }),
    fc.nat({ max: 10_000_000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 10_000 }),
  )
  .map(([inputTokens, outputTokens, cachedShare, batchShare, requests]) => ({
    inputTokens,
    outputTokens,
    cachedInputTokens: Math.floor(inputTokens * cachedShare),
    reasoningTokens: Math.floor(outputTokens * cachedShare),
    batchShare,
    requests,
  }));
const full = scheduleOf({ ...mini, ...tiered, cacheReadUsdPerMtok: "0.3", batchFactor: "0.5" });

test("items add up to the total and to the tokens, digit by digit", () => {
  fc.assert(
    fc.property(anyTraffic, (traffic) => {
      const { items, monthlyUsd } = knownCost(full, traffic);
      const sum = items.reduce((total, { usd }) => total + (parseUsd(String(usd)) ?? 0n), 0n);
      expect(Number(sum) / 1e24).toBeCloseTo(monthlyUsd, 9);
      const tokens = items.reduce((total, item) => total + item.tokens, 0);
      expect(tokens).toBe(traffic.inputTokens + traffic.outputTokens);
    }),
  );
});

test("a month never gets cheaper by more output", () => {
  fc.assert(
    fc.property(anyTraffic, fc.nat({ max: 1_000_000 }), (traffic, more) => {
      const longer = { ...traffic, outputTokens: traffic.outputTokens + more };
      expect(knownCost(full, longer).monthlyUsd).toBeGreaterThanOrEqual(
        knownCost(full, traffic).monthlyUsd,
      );
    }),
  );
});

test("caching and batches never make a month dearer where their prices are lower", () => {
  fc.assert(
    fc.property(anyTraffic, (traffic) => {
      const { inputTokens, outputTokens, requests = 1 } = traffic;
      const plain = knownCost(full, { inputTokens, outputTokens, requests });
      expect(knownCost(full, traffic).monthlyUsd).toBeLessThanOrEqual(plain.monthlyUsd);
    }),
  );
});
