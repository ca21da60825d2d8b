import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { frictions, soldModel } from "../../../test/builders/moved.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";

const [one, two] = [soldModel("a/one"), soldModel("b/two")];
const moving = { on: "2026-11-20", passPercent: 50, gapPoints: 10 };
const outputUsd = {
  what: "output",
  tokens: 1e6,
  rateUsdPerMtok: 40,
  usd: 40,
  side: "output",
} as const;
const priced = candidateOf(two.dossier, {
  cost: {
    known: true,
    ...{ monthlyUsd: 100, lowUsd: 100, highUsd: 100 },
    items: [outputUsd],
    because: "list prices",
    notes: [],
    sources: [],
  },
});

describe("what answers differently", () => {
  test("a retest is planned at the pass rate and the loss stated, alone and paired", () => {
    const [item] = frictions(one, two, "retest", { moving });

    expect(item?.text).toContain("a loss of 10 points where 50 % pass takes about 390 prompts");
    expect(item?.text).toContain("or 120 to 280 if both answer the same prompts");
    expect(item?.remedy).toContain("steelyard gap 50 40 --items 390 --group static");
  });

  test("each tenth of output more is told in money, as long as nobody counted it", () => {
    expect(frictions(one, priced, "verbosity")[0]).toMatchObject({
      severity: "check",
      text: expect.stringContaining("adds $4.00 a month"),
    });
  });

  test("a counted ratio becomes the new bill: 60 and 1.5 times 40", () => {
    const counted = { moving: { ...moving, outputRatio: 1.5 } };

    expect(frictions(one, priced, "verbosity", counted)[0]?.text).toContain(
      "the new bill is $120 a month instead of $100",
    );
  });

  test("a model that reasons may want another name for the limit of its answer", () => {
    const endpoints = [
      {
        ...{ speaks: "chat-completions", baseUrl: "https://b.example", apiKeyEnv: "B_KEY" },
        ...{ outputLimit: "max_completion_tokens", refuses: [], ignores: [] },
        source: sourceOf({ name: "B" }),
      },
    ];
    const thinking = soldModel("b/thinking", {
      facts: { "cap.reasoning": true },
      routes: [{ id: "b/thinking", prices: { input: "1", output: "2" }, provider: { endpoints } }],
    });

    expect(frictions(one, thinking, "reasoning")[0]?.text).toContain(
      "b bounds the answer of such a model by `max_completion_tokens`.",
    );
  });
});
