import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { contextOf } from "../../../test/builders/context-of.ts";
import { dossierOf, type GivenModel } from "../../../test/builders/dossier-of.ts";
import { scoreOf, scoreRowOf } from "../../../test/builders/score-of.ts";
import { twoModels } from "../../../test/builders/two-models.ts";
import type { Candidate } from "../compare/candidate.ts";
import type { ScoreRow } from "../compare/score-row.ts";
import { tradeoffsOf } from "./tradeoffs.ts";

const codesFor = (
  model: string,
  candidates: readonly Candidate[],
  rows: readonly ScoreRow[] = [],
) =>
  tradeoffsOf(contextOf(candidates, { rows }))
    .filter((each) => each.model === model)
    .map(({ code }) => code);

const model = (id: string, given: Partial<GivenModel> = {}, monthlyUsd = 100) =>
  candidateOf(
    dossierOf({
      id,
      routes: [{ id: `host/${id}`, prices: { input: "1", output: "2" } }],
      ...given,
    }),
    { monthlyUsd },
  );

describe("what speaks for a model against another", () => {
  test("a lead is named with its size, its items and how sure it is", () => {
    const [large, small] = twoModels();
    const rows = [
      scoreRowOf({
        scores: [
          scoreOf({ model: "acme/large", benchmark: "mmlu-pro", score: 82 }),
          scoreOf({ model: "bee/small", benchmark: "mmlu-pro", score: 79 }),
        ],
      }),
    ];

    const [lead] = tradeoffsOf(contextOf([large, small], { rows }));

    expect(lead).toMatchObject({
      model: "acme/large",
      code: "ahead-on-benchmark",
      label: "clear",
      text: "Ahead on MMLU-Pro: 82 against 79 (12,032 items).",
    });
    expect(lead?.sources).toHaveLength(1);
  });

  test.each(["within-noise", "unknown-n", "not-comparable"] as const)(
    "a gap that is %s speaks for nobody",
    (label) => {
      const candidates = [model("a/one"), model("b/two")];
      const scores = [
        scoreOf({ model: "a/one", benchmark: "gpqa", score: 80 }),
        scoreOf({ model: "b/two", benchmark: "gpqa", score: 70 }),
      ];
      const rows = [scoreRowOf({ scores, pair: { label } })];

      expect(codesFor("a/one", candidates, rows)).toEqual([]);
      expect(codesFor("b/two", candidates, rows)).toEqual([]);
    },
  );

  test.each`
    dearUsd | cheapUsd | highUsd | codes          | because
    ${100}  | ${50}    | ${60}   | ${["cheaper"]} | ${"half the bill is a reason"}
    ${100}  | ${50}    | ${120}  | ${[]}          | ${"ranges that overlap establish no saving"}
    ${100}  | ${95}    | ${95}   | ${[]}          | ${"less than a tenth is not a reason"}
  `("$because", ({ dearUsd, cheapUsd, highUsd, codes }) => {
    const cheap = model("a/cheap", {}, cheapUsd);
    const cost = cheap.cost.known ? { ...cheap.cost, highUsd } : cheap.cost;

    expect(codesFor("a/cheap", [{ ...cheap, cost }, model("b/dear", {}, dearUsd)])).toEqual(codes);
  });

  test("a saving names both routes and is measured on the bill", () => {
    const found = tradeoffsOf(contextOf(twoModels())).find(({ code }) => code === "cheaper");

    expect(found?.text).toBe(
      "Costs 98.2 % less at this traffic: $65.00 a month at Host against $3,600 at Acme.",
    );
  });

  test.each`
    mine       | theirs     | codes                        | because
    ${200_000} | ${100_000} | ${["larger-context-window"]} | ${"twice the window is a reason"}
    ${262_144} | ${256_000} | ${[]}                        | ${"two percent more is trivia"}
  `("$because", ({ mine, theirs, codes }) => {
    const candidates = [
      model("a/one", { facts: { "limit.context": mine } }),
      model("b/two", { facts: { "limit.context": theirs } }),
    ];

    expect(codesFor("a/one", candidates)).toEqual(codes);
  });

  test("a window beyond a stated need that both meet is no reason", () => {
    const met = { constraint: "context>=50k", result: "passes", because: "", sources: [] } as const;
    const candidates = [
      { ...model("a/one", { facts: { "limit.context": 200_000 } }), constraints: [met] },
      { ...model("b/two", { facts: { "limit.context": 100_000 } }), constraints: [met] },
    ];

    expect(codesFor("a/one", candidates)).toEqual([]);
  });

  test("what the other is not known to do is told apart from what it cannot do", () => {
    const texts = tradeoffsOf(contextOf(twoModels()))
      .filter(({ code, model: id }) => code === "capability" && id === "acme/large")
      .map(({ text, label }) => `${label}: ${text}`);

    expect(texts).toEqual([
      "not verified: Tool calls: yes; of Small 2 not known.",
      "stated: Code execution tool: yes; Small 2: no.",
    ]);
  });

  test("a model that stays speaks against one that retires", () => {
    const lifecycle = { status: "deprecated", retiresOn: "2026-12-11", daysLeft: 21 } as const;
    const found = tradeoffsOf(contextOf([model("a/one"), model("b/two", { lifecycle })]));

    expect(found.map(({ model: id, text }) => [id, text])).toEqual([
      ["a/one", "No retirement is announced; two retires on 2026-12-11."],
    ]);
  });
});
