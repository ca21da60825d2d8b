import { describe, expect, test } from "vitest";
import { flipsBetween, flipsOf, type PricedOption } from "./cost-flips.ts";
import { type ListPrice, scheduleOf } from "./list-price.ts";
import { monthlyCost } from "./monthly-cost.ts";
import { defaultTraffic, type TrafficProfile } from "./traffic.ts";

function option(name: string, price: ListPrice, traffic: TrafficProfile): PricedOption {
  const schedule = scheduleOf(price);
  const cost = monthlyCost(schedule, traffic);
  if (!cost.known) throw new Error(cost.because);
  return { name, schedule, cost };
}

describe("what must change until two options cost the same", () => {
  const cheap = option("Q", { inputUsdPerMtok: "0.04", outputUsdPerMtok: "0.07" }, defaultTraffic);
  const dear = option("G", { inputUsdPerMtok: "0.039", outputUsdPerMtok: "0.18" }, defaultTraffic);

  test("is the words the cheaper one writes, its output price or its input price", () => {
    const flips = flipsBetween(cheap, dear, defaultTraffic);
    expect(flips.map(({ variable, value }) => [variable, Number(value.toFixed(4))])).toEqual([
      ["output tokens", 2.5257],
      ["output price", 0.1768],
      ["input price", 0.0734],
    ]);
    expect(flips.every(({ changesTo }) => changesTo === "G")).toBe(true);
    expect(flips[0]?.distancePercent).toBeCloseTo(152.57, 2);
  });

  test("is nothing when the first is not the cheaper one", () => {
    expect(flipsBetween(dear, cheap, defaultTraffic)).toEqual([]);
  });

  test("may be the share of the input that is cached", () => {
    const traffic = { inputTokens: 1_000_000, outputTokens: 0 };
    const plain = option("plain", { inputUsdPerMtok: "1", outputUsdPerMtok: "1" }, traffic);
    const cached = option(
      "cached",
      { inputUsdPerMtok: "2", outputUsdPerMtok: "1", cacheReadUsdPerMtok: "0.2" },
      traffic,
    );
    const flip = flipsBetween(plain, cached, traffic).find(
      ({ variable }) => variable === "cached share",
    );
    expect(flip?.value).toBeCloseTo(1 / 1.8, 12);
  });
});

test("one option flips at its context tiers and where its cache pays", () => {
  const traffic = { ...defaultTraffic, requests: 10_000 };
  const flips = flipsOf(
    option(
      "it",
      {
        inputUsdPerMtok: "3",
        outputUsdPerMtok: "15",
        cacheReadUsdPerMtok: "0.3",
        cacheWriteUsdPerMtok: "3.75",
        tiers: [{ promptTokensAbove: 200_000, inputUsdPerMtok: "6", outputUsdPerMtok: "22.5" }],
      },
      traffic,
    ),
    traffic,
  );
  expect(flips).toMatchObject([
    {
      variable: "prompt length",
      current: 80_000,
      value: 200_000,
      distancePercent: 150,
      text: "A prompt above 200,000 tokens is billed whole at $6.00 in and $22.50 out.",
    },
    { variable: "cache hit rate", current: 0 },
  ]);
  expect(flips[1]?.value).toBeCloseTo(0.2174, 4);
});

test.each`
  shares                 | words
  ${{}}                  | ${"$6.00 in and $22.50 out."}
  ${{ batchShare: 1 }}   | ${"$3.00 in and $11.25 out."}
  ${{ batchShare: 0.5 }} | ${"$6.00 in and $22.50 out, at standard prices."}
`("a jump is told at the prices that $shares pays: $words", ({ shares, words }) => {
  const traffic = { ...defaultTraffic, ...shares };
  const price: ListPrice = {
    inputUsdPerMtok: "3",
    outputUsdPerMtok: "15",
    batchFactor: "0.5",
    tiers: [{ promptTokensAbove: 200_000, inputUsdPerMtok: "6", outputUsdPerMtok: "22.5" }],
  };
  const [jump] = flipsOf(option("it", price, traffic), traffic);
  expect(jump?.text).toBe(`A prompt above 200,000 tokens is billed whole at ${words}`);
});
