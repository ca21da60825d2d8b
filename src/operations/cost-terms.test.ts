import { describe, expect, test } from "vitest";
import { catalogOf } from "../../test/builders/catalog-of.ts";
import { depsOf } from "../../test/builders/deps-of.ts";
import { dossierOf } from "../../test/builders/dossier-of.ts";
import { sourceOf } from "../../test/builders/source-of.ts";
import type { Claim } from "../core/evidence/claim.ts";
import { documentToText } from "../core/report/text.ts";
import { cost } from "./cost.ts";

const source = sourceOf({ name: "Seller" });
const price = (property: Claim["property"], value: string, rest: Partial<Claim> = {}): Claim => ({
  subject: "route:acme/large",
  property,
  value,
  source,
  ...rest,
});
const above = { conditions: { minPromptTokensExclusive: 7 } };
const catalog = catalogOf(
  [
    dossierOf({ id: "acme/large", routes: [{ id: "acme/large" }] }),
    dossierOf({ id: "acme/small", routes: [{ id: "acme/small" }] }),
  ],
  [
    price("price.input", "1", { effectiveTo: "2026-12-11" }),
    price("price.input", "3.1", { effectiveFrom: "2026-12-11" }),
    price("price.output", "0"),
    price("price.input", "1", { subject: "route:acme/small" }),
    price("price.output", "1", { subject: "route:acme/small" }),
    price("price.input", "2", { subject: "route:acme/small", ...above }),
    price("price.output", "1", { subject: "route:acme/small", ...above }),
    price("price.regional_uplift", "1.1", {
      subject: "route:acme/small",
      conditions: { region: "eu" },
    }),
    price("price.input", "5", { subject: "route:acme/small", conditions: { fineTuned: true } }),
    price("price.output", "5", { subject: "route:acme/small", conditions: { fineTuned: true } }),
  ],
);
const prompts = [
  { promptTokens: 4, completionTokens: 1 },
  { promptTokens: 8, completionTokens: 1 },
];
const deps = depsOf({
  catalog: async () => ({ ok: true, value: catalog }),
  countPrompts: async () => ({ ok: true, value: prompts }),
});

async function answerTo(input: object): Promise<unknown> {
  const outcome = await cost.answer({ routes: ["acme/small"], ...input }, deps);
  return outcome.ok ? outcome.value.value : outcome.problem;
}

describe("the month asked about", () => {
  const month = { routes: ["acme/large"], traffic: "in=31M,out=0" };

  test("is split by days where a price changes in it", async () => {
    expect(await answerTo({ ...month, month: "2026-12" })).toMatchObject({
      month: "2026-12",
      monthlyUsd: 75.1,
      items: [{ what: "input, before 2026-12-11" }, { what: "input, from 2026-12-11" }],
    });
  });

  test("is the month at today's prices when none is named, with what is announced", async () => {
    expect(await answerTo(month)).toMatchObject({
      month: null,
      monthlyUsd: 31,
      priceChanges: [{ from: "2026-12-11", monthlyUsd: 96.1 }],
    });
  });
});

describe("counted prompts", () => {
  test("are a month, cut at the tiers of the route", async () => {
    expect(await answerTo({ text: "prompts.jsonl" })).toMatchObject({
      counted: { file: "prompts.jsonl", prompts: 2, meanTokens: 6, longestTokens: 8 },
      monthlyUsd: 4e-6 + 16e-6 + 2e-6,
      cliffs: [{ promptTokensAbove: 7, requestsAbove: { low: 0.5, high: 0.5 } }],
    });
  });

  test("are scaled to the requests stated, and percentages are of what was counted", async () => {
    const input = { text: "prompts.jsonl", traffic: "requests=2M,cached=50%" };
    expect(await answerTo(input)).toMatchObject({
      traffic: { requests: 2_000_000, inputTokens: 12_000_000, cachedInputTokens: 6_000_000 },
    });
  });

  test("widen the bill of a model that cannot be counted with", async () => {
    const answer = await answerTo({ text: "prompts.jsonl", traffic: "requests=2M" });
    expect(answer).toMatchObject({ monthlyUsd: 22, highUsd: 29.7 });
  });

  test("that hold pictures are said not to be counted in full", async () => {
    const [first, ...others] = prompts;
    const value = [{ ...first, promptTokens: 4, hasOtherParts: true }, ...others];
    const countPrompts = async () => ({ ok: true, value }) as const;
    const input = { routes: ["acme/small"], text: "p.jsonl", traffic: "out=1M" };
    const outcome = await cost.answer(input, { ...deps, countPrompts });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    expect(outcome.value.value).toMatchObject({ counted: { promptsWithOtherParts: 1 } });
    const text = documentToText(outcome.value.report({ brief: true, withSources: false }), {
      width: 300,
    });
    expect(text).toContain("prompt holds pictures or other parts that are not counted");
  });

  test.each`
    traffic          | where
    ${"in=5M"}       | ${"traffic.inputTokens"}
    ${"requests=0"}  | ${"traffic.requests"}
    ${"requests=-1"} | ${"traffic.requests"}
    ${"nonsense=1"}  | ${"traffic.nonsense"}
    ${"out=1,out=2"} | ${"traffic.outputTokens"}
  `("refuse $traffic beside them", async ({ traffic, where }) => {
    expect(await answerTo({ text: "p.jsonl", traffic })).toMatchObject({
      code: "invalid-input",
      where,
    });
  });
});

test("prompts of unstated length may cost what the longest do, and that is said", async () => {
  const answer = await answerTo({ traffic: "in=1M,out=1M" });
  expect(answer).toMatchObject({ monthlyUsd: 2, highUsd: 3 });
  expect(JSON.stringify(answer)).toContain("up to the prices for prompts above 7 tokens");
  expect(await answerTo({ traffic: "in=1M,out=1M,requests=1M" })).toMatchObject({ highUsd: 2 });
});

describe("a region", () => {
  test("with an uplift costs so many times as much", async () => {
    const answer = await answerTo({ traffic: "in=1M,out=1M,requests=1M,region=eu" });
    expect(answer).toMatchObject({ monthlyUsd: 2.2, highUsd: 2.2 });
  });

  test("without one costs the ordinary price, with a tenth more allowed for", async () => {
    const answer = await answerTo({ traffic: "in=1M,out=1M,requests=1M,region=us" });
    expect(answer).toMatchObject({ monthlyUsd: 2, highUsd: 2.2 });
    expect(JSON.stringify(answer)).toContain("assumed regional uplift");
  });
});

test("own weights pay their own prices, and the base model never theirs", async () => {
  expect(await answerTo({ traffic: "in=1M,out=1M,fine-tuned=yes" })).toMatchObject({
    monthlyUsd: 10,
  });
  expect(await answerTo({ traffic: "in=1M,out=1M" })).toMatchObject({ monthlyUsd: 2 });
  const other = { routes: ["acme/large"], traffic: "in=1M,out=1M,fine-tuned=yes" };
  expect(await answerTo(other)).toMatchObject({
    code: "price-unknown",
    because: "no input price of fine-tuned weights is known",
  });
});

test("a fee for each of an unknown number of requests leaves a bill that is only a lower end", async () => {
  const fee = price("price.request", "0.01", { subject: "route:acme/large" });
  const claims = [price("price.input", "1"), price("price.output", "1"), fee];
  const priced = catalogOf(
    [dossierOf({ id: "acme/large", routes: [{ id: "acme/large" }] })],
    claims,
  );
  const own = { ...deps, catalog: async () => ({ ok: true, value: priced }) as const };
  const textOf = async (traffic: string) => {
    const outcome = await cost.answer({ routes: ["acme/large"], traffic }, own);
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return documentToText(outcome.value.report({ brief: false, withSources: false }), {
      width: 100,
    });
  };
  expect(await textOf("in=1M,out=1M")).toContain("At least $2.00 a month, without a fee");
  expect(await textOf("in=1M,out=1M,requests=100")).toContain("$3.00 a month.");
});

test("a tier that costs more has no stand-in", async () => {
  expect(await answerTo({ traffic: "in=1M,out=1M,tier=priority" })).toMatchObject({
    code: "price-unknown",
    because: "no priority input price is known",
  });
});

test("rates of success by route say from which loss on the one that fails less is cheaper", async () => {
  const answer = await answerTo({
    routes: ["acme/large", "acme/small"],
    traffic: "in=1M,out=1M,requests=1000k",
    successRate: { "acme/large": 0.5, "acme/small": 0.9 },
    failedTaskUsd: 1,
  });
  expect(answer).toMatchObject({
    routes: [
      { route: "acme/large", perSolvedTaskUsd: 2e-6, perTaskWithFailuresUsd: 0.500001 },
      { route: "acme/small" },
    ],
  });
  expect(JSON.stringify(answer)).toContain("loss of a failed task");
});

test.each`
  input                                                           | where
  ${{ month: "2026-13" }}                                         | ${"month"}
  ${{ month: "next" }}                                            | ${"month"}
  ${{ successRate: 0 }}                                           | ${"successRate"}
  ${{ successRate: 1.1 }}                                         | ${"successRate"}
  ${{ failedTaskUsd: -1 }}                                        | ${"failedTaskUsd"}
  ${{ text: "" }}                                                 | ${"text"}
  ${{ currency: { code: "euro", perUsd: 1, day: "2026-11-20" } }} | ${"currency.code"}
  ${{ currency: { code: "EUR", perUsd: 0, day: "2026-11-20" } }}  | ${"currency.perUsd"}
  ${{ currency: { code: "EUR", perUsd: 1, day: "today" } }}       | ${"currency.day"}
  ${{ currency: { code: "EUR", perUsd: 1, day: "2026-11-21" } }}  | ${"currency.day"}
  ${{ successRate: { zzz: 0.5 } }}                                | ${"successRate.zzz"}
  ${{ currency: "EUR" }}                                          | ${"currency"}
  ${{ traffic: "in=1,out=1,batch=0.6,flex=0.6" }}                 | ${"traffic.flexShare"}
  ${{ traffic: "in=1,out=1,tier=turbo" }}                         | ${"traffic.serviceTier"}
  ${{ traffic: "in=1,out=1,retries=21" }}                         | ${"traffic.maxRetries"}
  ${{ traffic: "in=1,out=1,failures=2" }}                         | ${"traffic.failureShare"}
  ${{ traffic: "in=1,out=1,hours=always" }}                       | ${"traffic.hours"}
  ${{ traffic: "in=1,out=1,images=1,image-size=big" }}            | ${"traffic.imageSize"}
  ${{ traffic: "in=1,out=1,audio-hours=-2" }}                     | ${"traffic.audioInputHours"}
  ${{ traffic: "in=1,out=1,searches=1.5" }}                       | ${"traffic.webSearches"}
  ${{ traffic: "in=1,out=1,fine-tuned=maybe" }}                   | ${"traffic.fineTuned"}
`("refuses a wrong $where by its name", async ({ input, where }) => {
  expect(await answerTo(input)).toMatchObject({ code: "invalid-input", where });
});
