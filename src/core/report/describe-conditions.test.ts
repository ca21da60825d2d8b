import { expect, test } from "vitest";
import { describeConditions } from "./describe-conditions.ts";

test.each([
  { conditions: {}, phrases: [], because: "no condition needs no words" },
  {
    conditions: { minPromptTokensExclusive: 200_000 },
    phrases: ["prompts above 200,000 tokens"],
    because: "a context tier names its limit",
  },
  {
    conditions: { serviceTier: "batch", region: "eu" },
    phrases: ["service tier batch", "region eu"],
    because: "conditions add up",
  },
  {
    conditions: { utcWindow: ["1630", "0030"] },
    phrases: ["16:30 to 00:30 UTC"],
    because: "hours are read as hours",
  },
] as const)("$because", ({ conditions, phrases }) => {
  expect(describeConditions(conditions)).toEqual(phrases);
});
