import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { contextOf } from "../../../test/builders/context-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import type { GivenFacts } from "../../../test/builders/facts-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import type { PropertyValue } from "../catalog/property.ts";
import { known } from "../evidence/fact.ts";
import { conflictsOf } from "./conflicts.ts";

const settled = (value: PropertyValue, other: PropertyValue) =>
  known(
    value,
    [sourceOf({ name: "Winner" })],
    [{ value: other, sources: [sourceOf({ name: "Loser", observedOn: "2026-08-01" })] }],
  );

const conflictsIn = (facts: GivenFacts) => {
  const candidates = [dossierOf({ id: "a/one", facts }), dossierOf({ id: "b/two" })];
  return conflictsOf(contextOf(candidates.map((each) => candidateOf(each)))).map(
    ({ text }) => text,
  );
};

describe("conflicts between sources", () => {
  test("name the value that stands, what was overruled, and how to see all of it", () => {
    expect(conflictsIn({ "limit.output": settled(32_768, 16_384) })).toEqual([
      "one, output limit: 32,768 tokens (Winner, 2026-11-01) stands; overruled: 16,384 tokens (Loser, 2026-08-01). steelyard explain a/one limit.output",
    ]);
  });

  test.each`
    value        | other        | because
    ${1_047_576} | ${1_000_000} | ${"a figure rounded by less than a tenth is no conflict"}
  `("$because", ({ value, other }) => {
    expect(conflictsIn({ "limit.context": settled(value, other) })).toEqual([]);
  });

  test.each`
    value           | other           | because
    ${"2025-01-31"} | ${"2025-01"}    | ${"a month is not against a day of it"}
    ${"2025-01-31"} | ${"2025-01-15"} | ${"two days of one month are near enough"}
  `("$because", ({ value, other }) => {
    expect(conflictsIn({ "model.knowledge_cutoff": settled(value, other) })).toEqual([]);
  });

  test("a quarrel that nobody wins shows every side", () => {
    const values = [
      { value: true, sources: [sourceOf({ name: "One" })] },
      { value: false, sources: [sourceOf({ name: "Two" })] },
    ];

    expect(conflictsIn({ "cap.tools": { state: "disputed", values } })).toEqual([
      "one, tool calls: yes (One, 2026-11-01) or no (Two, 2026-11-01), undecided. steelyard explain a/one cap.tools",
    ]);
  });
});
