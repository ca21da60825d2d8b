import { expect, test } from "vitest";
import { scheduleOf } from "./list-price.ts";
import { longestPrompts } from "./longest-prompts.ts";
import { monthlyCost } from "./monthly-cost.ts";
import type { TrafficProfile } from "./traffic.ts";

const schedule = scheduleOf({
  inputUsdPerMtok: "2",
  outputUsdPerMtok: "0",
  tiers: [{ promptTokensAbove: 200_000, inputUsdPerMtok: "4" }],
});
const tokens = { inputTokens: 1_000_000, outputTokens: 0 };

function mostOf(traffic: TrafficProfile): number | undefined {
  const longest = longestPrompts(traffic, [200_000]);
  if (longest === undefined) return undefined;
  const cost = monthlyCost(schedule, longest.traffic);
  return cost.known ? cost.monthlyUsd : undefined;
}

test.each`
  traffic                                                                          | usd          | because
  ${tokens}                                                                        | ${4}         | ${"nobody states the lengths"}
  ${{ ...tokens, requests: 10 }}                                                   | ${undefined} | ${"the mean stands for all"}
  ${{ ...tokens, tiers: [{ ...tokens, promptTokensUpTo: 200_000, requests: 9 }] }} | ${undefined} | ${"all is below the jump"}
  ${{ ...tokens, tiers: [{ ...tokens, promptTokensUpTo: 300_000, requests: 9 }] }} | ${4}         | ${"the jump cuts through"}
  ${{ ...tokens, tiers: [{ ...tokens, promptTokensUpTo: 100_000 }, tokens] }}      | ${6}         | ${"the last part has no end"}
  ${{ ...tokens, tiers: [{ ...tokens, promptTokensUpTo: 200_000 }, tokens] }}      | ${undefined} | ${"the last part starts above"}
  ${{ ...tokens, tiers: [{ ...tokens, promptTokensUpTo: 100_000 }, { ...tokens, requests: 4 }] }} | ${undefined} | ${"its mean is above already"}
`("prompts as long as may be cost $usd: $because", ({ traffic, usd }) => {
  expect(mostOf(traffic)).toBe(usd);
});
