import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { contextOf } from "../../../test/builders/context-of.ts";
import { dossierOf, type GivenModel } from "../../../test/builders/dossier-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import { known } from "../evidence/fact.ts";
import { specificationsOf } from "./specifications.ts";

const answerFor = (property: string, given: Partial<GivenModel>) => {
  const candidate = candidateOf(dossierOf({ id: "a/model", ...given }));
  const rows = specificationsOf(contextOf([candidate, candidateOf(dossierOf({ id: "b/two" }))]));
  return rows.find((row) => row.property === property)?.values[0];
};

describe("the specifications of a model", () => {
  test("an unknown value says so and why", () => {
    expect(answerFor("limit.output", {})).toEqual({
      state: "unknown",
      because: "no source states it",
      text: "unknown",
    });
  });

  test("a known value keeps its number and is spelled with its unit", () => {
    expect(answerFor("limit.context", { facts: { "limit.context": 262_144 } })).toMatchObject({
      state: "known",
      value: 262_144,
      text: "262,144 tokens",
      unit: "tokens",
      sources: ["s1"],
    });
  });

  test("a disputed value shows every side", () => {
    const sides = [
      { value: 128_000, sources: [sourceOf({ name: "One" })] },
      { value: 131_072, sources: [sourceOf({ name: "Two" })] },
    ];

    expect(
      answerFor("limit.context", {
        facts: { "limit.context": { state: "disputed", values: sides } },
      }),
    ).toMatchObject({ state: "disputed", text: "disputed: 128,000 tokens or 131,072 tokens" });
  });

  test.each([
    { source: sourceOf(), text: "4 B" },
    {
      source: sourceOf({ name: "Collector", kind: "aggregator" }),
      text: "4 B (third party: Collector)",
    },
    { source: sourceOf({ confidence: "low" }), text: "4 B (estimated)" },
  ])("parameters say whose figure they are: $text", ({ source, text }) => {
    const facts = { "model.params_total": known(4e9, [source]) };

    expect(answerFor("model.params_total", { facts })).toMatchObject({ text });
  });

  test("a retirement is dated, with the days left", () => {
    const lifecycle = { status: "deprecated", retiresOn: "2026-12-11", daysLeft: 21 } as const;

    expect(answerFor("model.status", { lifecycle })).toMatchObject({
      text: "deprecated, retires 2026-12-11 (21 days left)",
    });
  });
});
