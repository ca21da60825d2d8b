import { describe, expect, test } from "vitest";
import { endpointOf, promptOf, suiteOf } from "../../../test/builders/suite-of.ts";
import { scheduleOf } from "../cost/list-price.ts";
import { plannedRun } from "./planned-run.ts";
import type { StatedDecision } from "./suite.ts";

const price = scheduleOf({ inputUsdPerMtok: "1", outputUsdPerMtok: "10" });
const prices = new Map([["mini", price]]);
const hundred = Array.from({ length: 100 }, (_, index) =>
  promptOf(`p${index}`, "x".repeat(396), { cluster: `document ${index % 20}` }),
);
const limited = endpointOf("mini", { parameters: { max_tokens: 100 } });
const big = endpointOf("big");

describe("a dry run", () => {
  test("counts cells, tokens and money of each endpoint whose prices are known", () => {
    const suite = suiteOf({
      prompts: hundred,
      endpoints: [limited, big],
      repetitions: 2,
      warmUpRequests: 10,
    });
    const planned = plannedRun(suite, { prices });
    expect(planned).toMatchObject({
      prompts: 100,
      clusters: 20,
      cells: 400,
      unpriced: ["big"],
      minutes: null,
      promptsNeeded: null,
      reached: [],
    });
    /** 396 bytes are 66, 99 or 264 tokens, and 0, 4 or 8 around the message; 210 requests of each. */
    expect(planned.endpoints[0]).toEqual({
      endpoint: "mini",
      cells: 200,
      requests: { low: 210, usual: 210, high: 840 },
      inputTokens: { low: 13_860, usual: 21_630, high: 57_120 },
      outputTokens: { low: 4200, usual: 21_000, high: 21_000 },
      usd: { low: 0.055_86, usual: 0.231_63, high: 0.267_12 },
    });
    expect(planned.endpoints[1]).toMatchObject({ usd: null, outputTokens: { high: 840_000 } });
  });

  test("takes counted tokens for granted, and widens them upwards alone", () => {
    const suite = suiteOf({ prompts: hundred, endpoints: [limited] });
    const planned = plannedRun(suite, { prices, countedTokens: () => 100 });
    const { inputTokens } = planned.endpoints[0] ?? {};
    expect(inputTokens).toEqual({ low: 10_000, usual: 10_400, high: 14_300 });
  });

  test("says which limits it may reach, and which it must", () => {
    const suite = suiteOf({
      prompts: hundred,
      endpoints: [limited],
      load: { kind: "open", requestsPerSecond: 1, spacing: "even", concurrency: 1 },
      limits: { usd: 0.1, minutes: 1, perEndpoint: { mini: { requests: 50 } } },
    });
    const { minutes, reached } = plannedRun(suite, { prices });
    expect(minutes).toBeCloseTo(100 / 60);
    expect(reached.map(({ endpoint, limit, isCertain }) => [endpoint, limit, isCertain])).toEqual([
      [null, "usd", false],
      [null, "minutes", true],
      ["mini", "requests", true],
    ]);
  });

  test("counts what graders ask of others", () => {
    const judge = { id: "judge", kind: "judge", judge: big, rubric: "", atLeast: 0.5 } as const;
    const graders = [
      { ...judge, mode: "rubric" },
      { ...judge, id: "pair", mode: "pairwise" },
      { id: "near", kind: "similarity", embeddings: big, atLeast: 0.8 },
      { id: "exact", kind: "exact", isTrimmed: true },
    ] as const;
    const { graders: asked } = plannedRun(suiteOf({ prompts: hundred, graders }), { prices });
    expect(asked).toEqual([
      { grader: "judge", requests: 100 },
      { grader: "pair", requests: 200 },
      { grader: "near", requests: 100 },
    ]);
  });
});

describe("the prompts a decision needs", () => {
  const decision: StatedDecision = {
    baseline: "big",
    candidates: ["mini"],
    grader: "exact",
    marginPoints: 5,
    isCheaperAsked: true,
    alpha: 0.05,
    power: 0.8,
  };
  const neededFor = (more: Partial<StatedDecision>) =>
    plannedRun(suiteOf({ decision: { ...decision, ...more } }), { prices }).promptsNeeded;

  test("are more for a smaller margin, a stricter level, a surer test, and more candidates", () => {
    const usual = neededFor({});
    for (const more of [
      { marginPoints: 3 },
      { alpha: 0.025 },
      { power: 0.9 },
      { candidates: ["mini", "tiny"] },
    ]) {
      expect(neededFor(more)?.low).toBeGreaterThan(usual?.low ?? Number.POSITIVE_INFINITY);
    }
    expect(usual?.high).toBeGreaterThan(usual?.low ?? Number.POSITIVE_INFINITY);
  });

  test("may be told by whoever knows better", () => {
    const suite = suiteOf({ decision });
    const promptsNeeded = () => ({ low: 469, high: 938 });
    expect(plannedRun(suite, { prices, promptsNeeded }).promptsNeeded).toEqual(promptsNeeded());
  });
});
