import { expect, test } from "vitest";
import { crossedCliffs } from "./cliff-shares.ts";
import type { TrafficProfile } from "./traffic.ts";

const cliff = {
  promptTokensAbove: 200_000,
  inputUsdPerMtok: 4,
  outputUsdPerMtok: 18,
  inputFactor: 2,
};
const shareOf = (traffic: TrafficProfile) => crossedCliffs([cliff], traffic)[0];
const tier = (promptTokensUpTo: number | undefined, requests: number) => ({
  ...(promptTokensUpTo === undefined ? {} : { promptTokensUpTo }),
  requests,
  inputTokens: 1,
  outputTokens: 1,
});
const month = { inputTokens: 100_000_000, outputTokens: 1 };

test("requests cut at the cliff give their share", () => {
  const cut = shareOf({ ...month, tiers: [tier(200_000, 75), tier(undefined, 25)] });
  expect(cut).toMatchObject({ requestsAbove: { low: 0.25, high: 0.25 }, basis: "tiers" });
  expect(cut?.text).toContain("25 % of your requests are above 200,000 tokens");
});

test("a part that the cliff cuts through may lie on either side", () => {
  const cut = shareOf({
    ...month,
    tiers: [tier(100_000, 60), tier(300_000, 30), tier(undefined, 10)],
  });
  expect(cut).toMatchObject({ requestsAbove: { low: 0.1, high: 0.4 } });
});

test("from the mean alone follows the most that can be above: mean over limit", () => {
  const cut = shareOf({ ...month, requests: 2000 });
  expect(cut).toMatchObject({ requestsAbove: { low: 0, high: 0.25 }, basis: "mean" });
  expect(cut?.text).toContain("at most 25 % of your requests");
});

test("a mean that is the limit is not below it", () => {
  const text = shareOf({ ...month, requests: 500 })?.text;
  expect(text).toContain("Your mean prompt of 200,000 tokens is at 200,000: at most 100 %");
});

test("without the number of requests nothing is said", () => {
  expect(shareOf(month)).toMatchObject({ requestsAbove: null, basis: "none" });
});
