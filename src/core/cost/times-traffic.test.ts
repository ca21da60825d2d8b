import { expect, test } from "vitest";
import { timesTraffic } from "./times-traffic.ts";

test("what grows with use is multiplied, and stays whole", () => {
  const traffic = {
    requests: 15,
    inputTokens: 1000,
    outputTokens: 500,
    cachedInputTokens: 333,
    webSearches: 7,
  };
  expect(timesTraffic(traffic, 0.1)).toEqual({
    requests: 1,
    inputTokens: 100,
    outputTokens: 50,
    cachedInputTokens: 33,
    webSearches: 0,
  });
});

test("shares, and weights that are trained once, stay as they are", () => {
  const traffic = { inputTokens: 10, outputTokens: 5, batchShare: 0.5, trainingTokens: 900 };
  expect(timesTraffic(traffic, 3)).toEqual({ ...traffic, inputTokens: 30, outputTokens: 15 });
});

test("every part of a month that is cut by prompt length grows alike", () => {
  const tiers = [
    { promptTokensUpTo: 1000, requests: 2, inputTokens: 20, outputTokens: 10 },
    { inputTokens: 40, outputTokens: 10 },
  ];
  expect(timesTraffic({ inputTokens: 60, outputTokens: 20, tiers }, 10).tiers).toEqual([
    { promptTokensUpTo: 1000, requests: 20, inputTokens: 200, outputTokens: 100 },
    { inputTokens: 400, outputTokens: 100 },
  ]);
});
