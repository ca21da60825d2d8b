import { describe, expect, test } from "vitest";
import { catalogOf } from "../../test/builders/catalog-of.ts";
import { depsOf } from "../../test/builders/deps-of.ts";
import { dossierOf } from "../../test/builders/dossier-of.ts";
import { sourceOf } from "../../test/builders/source-of.ts";
import type { Claim } from "../core/evidence/claim.ts";
import { documentToText } from "../core/report/text.ts";
import { cost } from "./cost.ts";

const source = sourceOf({ name: "Seller" });
const prices = (route: string, input: string, output: string): readonly Claim[] => [
  { subject: `route:${route}`, property: "price.input", value: input, source },
  { subject: `route:${route}`, property: "price.output", value: output, source },
];
const catalog = catalogOf(
  [
    dossierOf({ id: "openai/gpt-4.1", routes: [{ id: "openai/gpt-4.1" }] }),
    dossierOf({
      id: "qwen/qwen3.5-4b",
      routes: [{ id: "deepinfra/Qwen/Qwen3.5-4B" }, { id: "silent/qwen3.5-4b" }],
    }),
  ],
  [...prices("openai/gpt-4.1", "2", "8"), ...prices("deepinfra/Qwen/Qwen3.5-4B", "0.04", "0.07")],
);
const deps = depsOf({ catalog: async () => ({ ok: true, value: catalog }) });

async function answerTo(input: object): Promise<unknown> {
  const outcome = await cost.answer(input, deps);
  return outcome.ok ? outcome.value.value : outcome.problem;
}

async function textOf(input: object, brief = false): Promise<string> {
  const outcome = await cost.answer(input, deps);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return documentToText(outcome.value.report({ brief, withSources: true }), { width: 100 });
}

const mini = { inputUsdPerMtok: 0.75, outputUsdPerMtok: "4.5", cacheReadUsdPerMtok: 0.075 };

describe("the cost at a price", () => {
  test("needs no catalog, and prints the traffic it assumed", async () => {
    expect(await answerTo({ price: mini })).toMatchObject({
      asOf: "2026-11-20",
      traffic: { inputTokens: 800_000_000, outputTokens: 250_000_000, isAssumed: true },
      monthlyUsd: 1725,
      perRequestUsd: null,
      items: [
        { what: "input", tokens: 800_000_000, rateUsdPerMtok: 0.75, usd: 600 },
        { what: "output", tokens: 250_000_000, rateUsdPerMtok: 4.5, usd: 1125 },
      ],
    });
    const text = await textOf({ price: mini });
    expect(text).toContain("$1,725 a month.");
    expect(text).toContain("This is assumed: nobody stated the traffic.");
  });

  test("takes the traffic as people write it", async () => {
    const answer = await answerTo({
      price: mini,
      traffic: {
        inputTokens: "800M",
        outputTokens: "250M",
        cachedInputTokens: "60%",
        requests: "100k",
      },
    });
    expect(answer).toMatchObject({ monthlyUsd: 1401, perRequestUsd: 0.01401 });
    expect(answer).toEqual(
      await answerTo({ price: mini, traffic: "in=800M,out=250M,cached=60%,requests=100k" }),
    );
  });

  test("survives the way through JSON", async () => {
    const answer = await answerTo({ price: { ...mini, batchFactor: 0.5 } });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  test("flips at a context tier", async () => {
    const tiers = [{ promptTokensAbove: 272_000, inputUsdPerMtok: 1.5 }];
    expect(await answerTo({ price: { ...mini, tiers } })).toMatchObject({
      flips: [{ variable: "prompt length", value: 272_000, unit: "tokens" }],
    });
  });
});

describe("the cost on routes", () => {
  test("on one is its bill with its sources", async () => {
    expect(await answerTo({ routes: ["OpenAI/GPT-4.1"] })).toMatchObject({
      route: "openai/gpt-4.1",
      monthlyUsd: 3600,
      sourceIds: ["s1"],
      trafficSourceIds: ["s2"],
      sources: [
        { id: "s1", name: "Seller" },
        { id: "s2", kind: "assumption" },
      ],
    });
  });

  test("on several are bills from the cheapest on, their gap and what would turn the order", async () => {
    const routes = ["openai/gpt-4.1", "deepinfra/Qwen/Qwen3.5-4B"];
    expect(await answerTo({ routes })).toMatchObject({
      routes: [
        { route: "deepinfra/Qwen/Qwen3.5-4B", monthlyUsd: 49.5 },
        { route: "openai/gpt-4.1", monthlyUsd: 3600 },
      ],
      gapUsd: 3550.5,
      flips: [
        { variable: "output tokens" },
        { variable: "output price" },
        { variable: "input price" },
      ],
    });
    expect(await textOf({ routes }, true)).toContain(
      "Cheapest: deepinfra/Qwen/Qwen3.5-4B, $49.50 a month. The dearest costs $3,551 more.",
    );
  });

  test("of a model's name is that of the route a comparison would choose", async () => {
    expect(await answerTo({ routes: ["gpt-4.1"] })).toMatchObject({
      route: "openai/gpt-4.1",
      model: "openai/gpt-4.1",
      monthlyUsd: 3600,
    });
  });

  test("is unknown once the route is retired, though its rows stay", async () => {
    const end: Claim = {
      subject: "route:openai/gpt-4.1",
      property: "route.retires_on",
      value: "2026-10-23",
      source,
    };
    const claims = [end, ...prices("openai/gpt-4.1", "2", "8")];
    const retired = catalogOf(
      [dossierOf({ id: "openai/gpt-4.1", routes: [{ id: "openai/gpt-4.1" }] })],
      claims,
    );
    const answer = (asOf: string) =>
      cost.answer(
        { routes: ["openai/gpt-4.1"], asOf },
        { ...deps, catalog: async () => ({ ok: true, value: retired }) },
      );
    expect(await answer("2026-10-22")).toMatchObject({
      ok: true,
      value: { value: { monthlyUsd: 3600 } },
    });
    expect(await answer("2026-10-23")).toMatchObject({
      ok: false,
      problem: { code: "price-unknown", because: "it was retired on 2026-10-23" },
    });
  });

  test("is unknown, not zero, where no price is stated", async () => {
    const unpriced = "silent/qwen3.5-4b";
    expect(await answerTo({ routes: [unpriced] })).toEqual({
      code: "price-unknown",
      route: unpriced,
      because: "no input price is known",
    });
    const routes = ["openai/gpt-4.1", unpriced];
    expect(await answerTo({ routes })).toMatchObject({
      routes: [
        { route: "openai/gpt-4.1" },
        { route: unpriced, monthlyUsd: null, because: "no input price is known" },
      ],
      gapUsd: null,
    });
    expect(await textOf({ routes })).toContain("Cost unknown: no input price is known.");
  });

  test("names the closest ones when there is none of that name", async () => {
    expect(await answerTo({ routes: ["openai/gpt-4.2"] })).toMatchObject({
      code: "not-found",
      what: "route",
      closest: ["openai/gpt-4.1"],
    });
  });
});

test.each`
  input                                                             | where
  ${{}}                                                             | ${"routes"}
  ${{ price: mini, routes: ["openai/gpt-4.1"] }}                    | ${"routes"}
  ${{ routes: [] }}                                                 | ${"routes"}
  ${{ price: { inputUsdPerMtok: 1 } }}                              | ${"price.outputUsdPerMtok"}
  ${{ price: { ...mini, inputUsdPerMtok: -1 } }}                    | ${"price.inputUsdPerMtok"}
  ${{ price: { ...mini, inputUsdPerMtok: "" } }}                    | ${"price.inputUsdPerMtok"}
  ${{ price: { ...mini, batchFactor: 2 } }}                         | ${"price.batchFactor"}
  ${{ price: { ...mini, tiers: [{ inputUsdPerMtok: 1 }] } }}        | ${"price.tiers.0.promptTokensAbove"}
  ${{ price: mini, traffic: { inputTokens: -1, outputTokens: 1 } }} | ${"traffic.inputTokens"}
  ${{ price: mini, traffic: "much" }}                               | ${"traffic.much"}
  ${{ price: mini, traffic: 5 }}                                    | ${"traffic"}
  ${{ price: mini, asOf: "2026-02-30" }}                            | ${"asOf"}
`("refuses a wrong $where by its name", async ({ input, where }) => {
  expect(await answerTo(input)).toMatchObject({ code: "invalid-input", where });
});

test("a model is reckoned on the route that a comparison would choose for it", async () => {
  expect(await answerTo({ models: ["gpt-4.1", "qwen3.5-4b"] })).toMatchObject({
    routes: [
      { route: "deepinfra/Qwen/Qwen3.5-4B", model: "qwen/qwen3.5-4b", monthlyUsd: 49.5 },
      { route: "openai/gpt-4.1", model: "openai/gpt-4.1", monthlyUsd: 3600 },
    ],
  });
});
