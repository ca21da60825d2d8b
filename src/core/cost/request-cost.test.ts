import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scheduleOf } from "./list-price.ts";
import type { PriceSchedule } from "./price-row.ts";
import { type RequestConditions, requestCost, type TokenUsage } from "./request-cost.ts";

const tiered = scheduleOf({
  inputUsdPerMtok: "2.5",
  outputUsdPerMtok: "15",
  cacheReadUsdPerMtok: "0.25",
  tiers: [{ promptTokensAbove: 272_000, inputUsdPerMtok: "5", outputUsdPerMtok: "22.5" }],
});

function usdOf(schedule: PriceSchedule, usage: TokenUsage, at: RequestConditions = {}): number {
  const cost = requestCost(schedule, usage, at);
  if (!cost.known) throw new Error(cost.because);
  return cost.usd;
}

describe("a request with context tiers", () => {
  test.each`
    inputTokens | cachedInputTokens | usd         | because
    ${270_000}  | ${0}              | ${0.735}    | ${"below the cliff the base prices hold"}
    ${272_000}  | ${0}              | ${0.74}     | ${"the limit itself still is below it"}
    ${272_001}  | ${0}              | ${1.450005} | ${"one token more moves the whole request"}
    ${300_000}  | ${0}              | ${1.59}     | ${"a ninth more input costs 2.16 times as much"}
    ${300_000}  | ${290_000}        | ${0.2125}   | ${"cached tokens count towards the limit"}
  `("costs $usd at $inputTokens tokens: $because", ({ inputTokens, cachedInputTokens, usd }) => {
    expect(usdOf(tiered, { inputTokens, cachedInputTokens, outputTokens: 4_000 })).toBe(usd);
  });
});

describe("prices by the hour", () => {
  const peak = (amount: string, meter: "price.input" | "price.output") => ({
    meter,
    amount,
    sources: [],
    conditions: { utcWindow: ["2200", "0400"], utcDays: ["mon", "tue"] } as const,
  });
  const schedule: PriceSchedule = [
    ...scheduleOf({ inputUsdPerMtok: "1", outputUsdPerMtok: "2" }),
    peak("2", "price.input"),
    peak("4", "price.output"),
  ];
  const usage = { inputTokens: 1_000_000, outputTokens: 1_000_000 };

  test.each`
    utcTime   | utcDay   | usd  | because
    ${"1200"} | ${"mon"} | ${3} | ${"noon is no peak"}
    ${"2200"} | ${"mon"} | ${6} | ${"a window holds from its start"}
    ${"0359"} | ${"tue"} | ${6} | ${"it may wrap midnight"}
    ${"0400"} | ${"tue"} | ${3} | ${"its end is outside"}
    ${"2200"} | ${"sun"} | ${3} | ${"on other days there is none"}
  `("$utcDay $utcTime costs $usd: $because", ({ utcTime, utcDay, usd }) => {
    expect(usdOf(schedule, usage, { utcTime, utcDay })).toBe(usd);
  });

  test("without a time the hours count by their share of the week", () => {
    const share = 12 / (24 * 7);
    expect(usdOf(schedule, usage)).toBeCloseTo(3 * (1 - share) + 6 * share, 12);
  });
});

describe("a price nobody states", () => {
  const plain = scheduleOf({ inputUsdPerMtok: "1", outputUsdPerMtok: "4" });

  test("never makes cached tokens free: they cost what input costs", () => {
    const usage = { inputTokens: 1_000_000, outputTokens: 0, cachedInputTokens: 900_000 };
    expect(usdOf(plain, usage)).toBe(1);
  });

  test("never makes a batch cheaper", () => {
    const usage = { inputTokens: 1_000_000, outputTokens: 1_000_000 };
    expect(usdOf(plain, usage, { serviceTier: "batch" })).toBe(5);
  });

  test("for input or output leaves the cost unknown", () => {
    const outputOnly = scheduleOf({ outputUsdPerMtok: "4" });
    expect(requestCost(outputOnly, { inputTokens: 10, outputTokens: 1 })).toEqual({
      known: false,
      because: "no input price for prompts of 10 tokens is known",
    });
    expect(requestCost([], { inputTokens: 0, outputTokens: 1 }).known).toBe(false);
  });

  test("for longer prompts leaves their cost unknown", () => {
    const limited: PriceSchedule = plain.map((row) => ({
      ...row,
      conditions: { maxPromptTokensInclusive: 1000 },
    }));
    expect(usdOf(limited, { inputTokens: 1000, outputTokens: 0 })).toBe(0.001);
    expect(requestCost(limited, { inputTokens: 1001, outputTokens: 0 }).known).toBe(false);
  });

  test("in words is as good as none", () => {
    const strange: PriceSchedule = [{ meter: "price.input", amount: "on request", sources: [] }];
    expect(requestCost(strange, { inputTokens: 1, outputTokens: 0 }).known).toBe(false);
  });
});

test("a hidden reasoning token has its own price only where one is stated", () => {
  const usage = { inputTokens: 0, outputTokens: 1_000_000, reasoningTokens: 600_000 };
  const prices = { inputUsdPerMtok: "1", outputUsdPerMtok: "10" };
  expect(usdOf(scheduleOf(prices), usage)).toBe(10);
  expect(usdOf(scheduleOf({ ...prices, reasoningUsdPerMtok: "5" }), usage)).toBe(7);
});

test("a cache entry that lives an hour has its own write price", () => {
  const schedule = scheduleOf({
    inputUsdPerMtok: "5",
    outputUsdPerMtok: "25",
    cacheWriteUsdPerMtok: "6.25",
    cacheWrite1hUsdPerMtok: "10",
  });
  const usage = { inputTokens: 1_000_000, outputTokens: 0, cacheWriteTokens: 1_000_000 };
  expect(usdOf(schedule, usage)).toBe(6.25);
  expect(usdOf(schedule, usage, { cacheTtl: "1h" })).toBe(10);
});

test("a fee for each request is added", () => {
  const schedule: PriceSchedule = [
    ...scheduleOf({ inputUsdPerMtok: "1", outputUsdPerMtok: "1" }),
    { meter: "price.request", amount: "0.005", sources: [] },
  ];
  expect(usdOf(schedule, { inputTokens: 1000, outputTokens: 1000 })).toBe(0.007);
});

test("the cost never falls when tokens are added", () => {
  const tokens = fc.nat({ max: 500_000 });
  fc.assert(
    fc.property(tokens, tokens, tokens, tokens, (inputTokens, outputTokens, more, written) => {
      const before = usdOf(tiered, { inputTokens, outputTokens });
      expect(
        usdOf(tiered, { inputTokens: inputTokens + more, outputTokens }),
      ).toBeGreaterThanOrEqual(before);
      expect(
        usdOf(tiered, { inputTokens, outputTokens: outputTokens + written }),
      ).toBeGreaterThanOrEqual(before);
    }),
  );
});
