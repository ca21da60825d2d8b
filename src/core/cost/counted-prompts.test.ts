import fc from "fast-check";
import { expect, test } from "vitest";
import { lengthsOf, useOf } from "./counted-prompts.ts";

const prompts = [
  { promptTokens: 100, completionTokens: 10 },
  { promptTokens: 200, completionTokens: 20 },
  { promptTokens: 900, completionTokens: 60 },
];

test("prompts that were counted are a month of as many requests, cut at the cliffs", () => {
  expect(useOf({ prompts }, [500])).toEqual({
    requests: 3,
    inputTokens: 1200,
    outputTokens: 90,
    tiers: [
      { promptTokensUpTo: 500, requests: 2, inputTokens: 300, outputTokens: 30 },
      { requests: 1, inputTokens: 900, outputTokens: 60 },
    ],
  });
});

test("a stated number of requests scales them", () => {
  expect(useOf({ prompts, requests: 300 }, [])).toEqual({
    requests: 300,
    inputTokens: 120_000,
    outputTokens: 9000,
  });
});

test("where the prompts do not hold what came back, a stated output follows the requests", () => {
  const open = prompts.map(({ promptTokens }) => ({ promptTokens }));
  expect(useOf({ prompts: open }, [500])).toEqual({ requests: 3, inputTokens: 1200 });
  expect(useOf({ prompts: open, outputTokens: 300 }, [500]).tiers).toMatchObject([
    { outputTokens: 200 },
    { outputTokens: 100 },
  ]);
});

test("no request and no token of the output is lost in the cut", () => {
  const prompt = fc.record({
    promptTokens: fc.integer({ min: 0, max: 500_000 }),
    completionTokens: fc.integer({ min: 0, max: 5000 }),
  });
  fc.assert(
    fc.property(
      fc.array(prompt, { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (counted, requests) => {
        const use = useOf({ prompts: counted, requests }, [128_000, 200_000]);
        const sum = (field: "requests" | "outputTokens") =>
          (use.tiers ?? []).reduce((total, tier) => total + (tier[field] ?? 0), 0);
        expect(sum("requests")).toBe(requests);
        expect(sum("outputTokens")).toBe(use.outputTokens);
      },
    ),
  );
});

test("lengths are told by mean, median, nine in ten and longest", () => {
  expect(lengthsOf(prompts)).toEqual({
    meanTokens: 400,
    medianTokens: 200,
    p90Tokens: 900,
    longestTokens: 900,
  });
});
