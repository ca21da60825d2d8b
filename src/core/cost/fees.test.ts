import { describe, expect, test } from "vitest";
import { monthlyCost } from "./monthly-cost.ts";
import type { PriceSchedule } from "./price-row.ts";

const schedule: PriceSchedule = [
  { meter: "price.input", amount: "0", sources: [] },
  { meter: "price.output", amount: "0", sources: [] },
  { meter: "price.web_search", amount: "0.014", sources: [] },
  { meter: "price.free_web_searches", amount: "5000", sources: [] },
];

function searchesOf(webSearches: number) {
  const retries = { failureShare: 0.03, maxRetries: 2 };
  const traffic = { inputTokens: 1, outputTokens: 1, webSearches, ...retries };
  const cost = monthlyCost(schedule, traffic);
  if (!cost.known) throw new Error(cost.because);
  const counts = cost.items.flatMap(({ count }) => (count === undefined ? [] : [count]));
  return { counts, usd: cost.monthlyUsd };
}

describe("5,000 free searches a month, 1.0309 attempts a search", () => {
  test("are taken off once, so that retries of what is billed are billed in full", () => {
    expect(searchesOf(6000)).toEqual({ counts: [1000, 185.4], usd: 16.5956 });
  });

  test("take in retries where the first attempts leave some", () => {
    const { counts, usd } = searchesOf(4900);
    expect(counts[0]).toBe(0);
    expect(counts[1]).toBeCloseTo(51.41, 9);
    expect(usd).toBeCloseTo(51.41 * 0.014, 12);
    expect(searchesOf(4000)).toEqual({ counts: [0], usd: 0 });
  });
});
