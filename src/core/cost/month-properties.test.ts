import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ListPrice, scheduleOf } from "./list-price.ts";
import { parseUsd } from "./money.ts";
import { type KnownCost, monthlyCost } from "./monthly-cost.ts";
import type { TrafficProfile } from "./traffic.ts";

const price = fc.integer({ min: 0, max: 100_000 }).map((mills) => (mills / 1000).toFixed(3));
const cheaper = fc.integer({ min: 0, max: 1000 }).map((parts) => (parts / 1000).toFixed(3));

/** A longer prompt is not cheaper, a batch not dearer: as price pages have it. */
const list: fc.Arbitrary<ListPrice> = fc
  .record({ input: price, output: price, batch: cheaper, search: cheaper, request: cheaper })
  .map(({ input, output, batch, search, request }) => ({
    inputUsdPerMtok: input,
    outputUsdPerMtok: output,
    audioInputUsdPerMtok: output,
    imageInputUsdPerMtok: input,
    batchFactor: batch,
    flexFactor: batch,
    priorityFactor: 2,
    webSearchUsd: search,
    requestUsd: request,
    tiers: [
      {
        promptTokensAbove: 200_000,
        inputUsdPerMtok: String(2 * Number(input)),
        outputUsdPerMtok: String(1.5 * Number(output)),
      },
    ],
  }));

/** Thousands of tokens and shares of a hundredth, so that every part is whole. */
const thousands = fc.integer({ min: 0, max: 10_000_000 }).map((count) => count * 1000);
const month = fc
  .record({
    inputTokens: thousands,
    outputTokens: thousands,
    audioInputTokens: thousands,
    imageTokens: thousands,
    webSearches: fc.integer({ min: 0, max: 100_000 }),
    requests: fc.integer({ min: 1, max: 1_000_000 }),
    batch: fc.integer({ min: 0, max: 30 }),
    flex: fc.integer({ min: 0, max: 30 }),
    priority: fc.integer({ min: 0, max: 30 }),
    failures: fc.integer({ min: 0, max: 50 }),
    maxRetries: fc.integer({ min: 0, max: 4 }),
  })
  .map(
    ({ batch, flex, priority, failures, ...rest }): TrafficProfile => ({
      ...rest,
      batchShare: batch / 100,
      flexShare: flex / 100,
      priorityShare: priority / 100,
      failureShare: failures / 100,
    }),
  );

function billOf(prices: ListPrice, traffic: TrafficProfile): KnownCost {
  const bill = monthlyCost(scheduleOf(prices), traffic);
  if (!bill.known) throw new Error(bill.because);
  return bill;
}

describe("a month", () => {
  test("never costs less for more tokens", () => {
    const more = fc.record({
      inputTokens: fc.integer({ min: 0, max: 1_000_000 }),
      outputTokens: fc.integer({ min: 0, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(list, month, more, (prices, traffic, added) => {
        const before = billOf(prices, traffic).monthlyUsd;
        const after = billOf(prices, {
          ...traffic,
          inputTokens: traffic.inputTokens + added.inputTokens,
          outputTokens: traffic.outputTokens + added.outputTokens,
        }).monthlyUsd;
        expect(after).toBeGreaterThanOrEqual(before - 1e-3);
      }),
    );
  });

  test("is the sum of its parts to the micro-dollar", () => {
    fc.assert(
      fc.property(list, month, (prices, traffic) => {
        const { items, monthlyUsd } = billOf(prices, traffic);
        const sum = items.reduce((total, { usd }) => total + (parseUsd(usd.toFixed(12)) ?? 0n), 0n);
        const whole = parseUsd(monthlyUsd.toFixed(12)) ?? 0n;
        const apart = sum > whole ? sum - whole : whole - sum;
        expect(apart < 10n ** 18n || Number(apart) / 1e24 < 1e-14 * monthlyUsd).toBe(true);
      }),
    );
  });

  test("of k times the use costs k times as much, where no fee stands by the month", () => {
    fc.assert(
      fc.property(list, month, fc.integer({ min: 2, max: 50 }), (prices, traffic, times) => {
        const once = billOf(prices, traffic).monthlyUsd;
        const often = billOf(prices, {
          ...traffic,
          inputTokens: times * traffic.inputTokens,
          outputTokens: times * traffic.outputTokens,
          audioInputTokens: times * (traffic.audioInputTokens ?? 0),
          imageTokens: times * (traffic.imageTokens ?? 0),
          webSearches: times * (traffic.webSearches ?? 0),
          requests: times * (traffic.requests ?? 0),
        }).monthlyUsd;
        expect(Math.abs(often - times * once)).toBeLessThanOrEqual(1e-6 + 1e-12 * often);
      }),
    );
  });

  test("costs no less with a failure more, and nothing more where failures are not billed", () => {
    fc.assert(
      fc.property(list, month, (prices, traffic) => {
        const plain = billOf(prices, { ...traffic, failureShare: 0 }).monthlyUsd;
        expect(billOf(prices, traffic).monthlyUsd).toBeGreaterThanOrEqual(plain - 1e-9);
        const free = billOf(prices, { ...traffic, failuresBilled: false }).monthlyUsd;
        expect(free).toBe(plain);
      }),
    );
  });
});
