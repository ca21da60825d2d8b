import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { contextOf } from "../../../test/builders/context-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { largeAheadRow, twoModels } from "../../../test/builders/two-models.ts";
import { movesOf } from "../switching/moves.ts";
import { tradeoffsOf } from "../tradeoffs/tradeoffs.ts";
import type { Candidate } from "./candidate.ts";
import { capabilitiesOf } from "./capabilities.ts";
import { routesOf } from "./compared-routes.ts";
import { conflictsOf } from "./conflicts.ts";
import type { ComparisonContext } from "./context.ts";
import { deepDiveOf } from "./deep-dive.ts";
import { fineTuningOf } from "./fine-tuning.ts";
import { portraitsOf } from "./portraits.ts";
import { questionsOf } from "./questions.ts";
import { relatedOf } from "./related.ts";
import { scorecardOf } from "./scorecard.ts";
import { selfHostingOf } from "./self-hosting.ts";
import { specificationsOf } from "./specifications.ts";
import { summaryOf } from "./summary.ts";

const parts = [
  ["summary", summaryOf],
  ["scorecard", scorecardOf],
  ["tradeoffs", tradeoffsOf],
  ["switching", movesOf],
  ["specifications", specificationsOf],
  ["routes", routesOf],
  ["capabilities", capabilitiesOf],
  ["portraits", portraitsOf],
  ["self-hosting", selfHostingOf],
  ["fine-tuning", fineTuningOf],
  ["deep dive", deepDiveOf],
  ["questions", questionsOf],
  ["related", relatedOf],
  ["conflicts", conflictsOf],
] as const;

/** All words of a part, source names in place of ids: what is left when order is forgotten. */
function wordsOf(part: unknown, context: ComparisonContext): readonly string[] {
  const names = new Map(context.book.list().map(({ id, name }) => [id, name]));
  const isSource = (value: unknown): value is string =>
    typeof value === "string" && names.has(value);
  return JSON.stringify(part, (_, value) => (isSource(value) ? names.get(value) : value))
    .split(/[^\w$%.-]+/)
    .map((word) => word.replace(/\.$/, ""))
    .sort();
}

const third = () =>
  candidateOf(dossierOf({ id: "cee/none", entry: { name: "None 3", makerName: "Cee" } }));

function asked(candidates: readonly Candidate[]): ComparisonContext {
  return contextOf(candidates, { rows: [largeAheadRow()] });
}

describe.each(parts)("the %s of a comparison", (_, partOf) => {
  test("does not depend on the order in which the models are named", () => {
    const [large, small] = twoModels();
    const one = asked([large, small]);
    const other = asked([small, large]);

    expect(wordsOf(partOf(one), one)).toEqual(wordsOf(partOf(other), other));
  });

  test("is written for three models as well, one of them without any fact", () => {
    expect(() => partOf(asked([...twoModels(), third()]))).not.toThrow();
  });

  test("never prints a missing value as a dash, a zero or undefined", () => {
    const text = JSON.stringify(partOf(asked([...twoModels(), third()])));

    expect(text).not.toMatch(/undefined|NaN|Infinity|"-"|"–"|\$0\b(?!\.)/);
  });
});

describe("what a reader meets in more than one part", () => {
  test("every figure of a known value points into the list of sources", () => {
    const context = asked(twoModels());
    const specifications = specificationsOf(context);
    const listed = new Set(context.book.list().map(({ id }) => id));

    const cited = specifications.flatMap(({ values }) =>
      values.flatMap((value) => (value.state === "known" ? [value.sources] : [])),
    );
    const unsourced = cited.filter((ids) => ids.some((id) => !listed.has(id)));
    expect(unsourced).toEqual([]);
  });

  test("shared benchmarks are counted by what they establish", () => {
    expect(summaryOf(asked(twoModels())).at(-1)?.text).toBe(
      "Large 1 and Small 2 share one test, MMLU-Pro: Large 1 is ahead.",
    );
  });

  test("no shared benchmark means that nothing is known of the difference", () => {
    expect(summaryOf(contextOf(twoModels())).at(-1)?.text).toContain("share no benchmark");
  });

  test("a model without a price is said to have none, with the reason", () => {
    const [large] = twoModels();
    const texts = summaryOf(contextOf([large, third()])).map(({ text }) => text);

    expect(texts).toContain(
      "A month of this traffic costs with Large 1 $3,600 through Acme. No cost is known for None 3: no price is known.",
    );
  });

  test("weights are weighed alone: parameters times bits over eight, in GiB", () => {
    const texts = selfHostingOf(asked(twoModels())).flatMap((each) => each.texts);

    expect(texts.map(({ text }) => text)).toContain(
      "The weights alone take 7.5 GiB at 16 bits, 3.7 GiB at 8 bits, 1.9 GiB at 4 bits; the cache of the conversations and the engine come on top.",
    );
  });

  test("a model is best for a field only where a lead is more than noise", () => {
    const best = scorecardOf(asked(twoModels())).find(({ signal }) => signal === "Best for");

    expect(best?.values.map(({ text }) => text)).toEqual([
      "knowledge",
      "nothing established by scores",
    ]);
  });
});
