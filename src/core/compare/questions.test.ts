import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { contextOf } from "../../../test/builders/context-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { largeAheadRow, twoModels } from "../../../test/builders/two-models.ts";
import type { Candidate } from "./candidate.ts";
import { questionsOf } from "./questions.ts";

const answerTo = (question: string, candidates: readonly Candidate[]) =>
  questionsOf(contextOf(candidates, { rows: [largeAheadRow()] })).find(
    (each) => each.question === question,
  )?.answer;

const cheaper = "Which is cheaper at this traffic?";

describe("questions people ask", () => {
  test("the cheaper one is named with both bills and the true saving", () => {
    expect(answerTo(cheaper, twoModels())).toBe(
      "Small 2: $65.00 a month against $3,600 for Large 1, 98.2 % less.",
    );
  });

  test("ranges that overlap are said to settle nothing", () => {
    const [large, small] = twoModels();
    const cost = small.cost.known ? { ...small.cost, highUsd: 5_000 } : small.cost;

    expect(answerTo(cheaper, [large, { ...small, cost }])).toContain("this is not settled");
  });

  test("one known bill alone makes no model the cheaper", () => {
    const [large] = twoModels();

    expect(answerTo(cheaper, [large, candidateOf(dossierOf({ id: "cee/none" }))])).toBe(
      "Unknown: only Large 1 has a known cost ($3,600 a month).",
    );
  });

  test("an unknown ability is answered with unknown and why", () => {
    expect(answerTo("Which can call tools?", twoModels())).toBe(
      "Large 1: yes; Small 2: unknown: no source states it.",
    );
  });

  test("a lead beyond noise is called one, with the test it was seen on", () => {
    expect(answerTo("Is the difference in quality more than noise?", twoModels())).toBe(
      "Large 1 and Small 2 share one test, MMLU-Pro: Large 1 is ahead.",
    );
  });
});
