import { describe, expect, test } from "vitest";
import { frictions, soldModel } from "../../../test/builders/moved.ts";
import type { TrafficProfile } from "../cost/traffic.ts";

const wide = soldModel("a/one", {
  facts: { "limit.context": 1_000_000, "limit.output": 64_000 },
});
const narrow = soldModel("b/two", {
  facts: { "limit.context": 200_000, "limit.output": 8_000 },
});
const textWith = (code: string, traffic: TrafficProfile) =>
  frictions(wide, narrow, code, { traffic })[0]?.text;
const tier = { inputTokens: 1_000, outputTokens: 100 };

describe("what no longer fits of the team's own requests", () => {
  test("tiers above the window are lost, the tier that the window cuts may be", () => {
    const tiers = [
      { ...tier, promptTokensUpTo: 100_000, requests: 80 },
      { ...tier, promptTokensUpTo: 300_000, requests: 15 },
      { ...tier, requests: 5 },
    ];

    expect(textWith("context-shrinks", { ...tier, tiers })).toContain(
      " 5 % to 20 % of your requests no longer fit.",
    );
  });

  test("without tiers the mean prompt says what can be said", () => {
    const long = { inputTokens: 3_000_000, outputTokens: 100, requests: 10 };

    expect(textWith("context-shrinks", long)).toContain(
      "300,000 tokens on average: they do not fit.",
    );
    expect(textWith("context-shrinks", { ...long, requests: 1_000 })).toContain(
      "3,000 tokens on average; how many are above is not known",
    );
  });

  test("of answers the mean is held against the new limit", () => {
    const wordy = { inputTokens: 100, outputTokens: 100_000, requests: 10 };

    expect(textWith("output-limit-shrinks", wordy)).toContain(
      "Your answers have 10,000 tokens on average: they do not fit.",
    );
    expect(textWith("output-limit-shrinks", { ...wordy, requests: 100 })).toContain("they fit.");
  });
});
