import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { contextOf } from "../../../test/builders/context-of.ts";
import { dossierOf, type GivenModel } from "../../../test/builders/dossier-of.ts";
import { fineTuningOf } from "./fine-tuning.ts";

const textsOf = (given: Partial<GivenModel>) => {
  const candidates = [dossierOf({ id: "a/one", ...given }), dossierOf({ id: "b/two" })];
  const [first] = fineTuningOf(contextOf(candidates.map((each) => candidateOf(each))));
  return first?.texts.map(({ text }) => text);
};

describe("fine-tuning", () => {
  test("what nobody states is unknown, and no price is promised", () => {
    expect(textsOf({})).toEqual([
      "Tuning offered, as said of the model: unknown, no source states it.",
    ]);
  });

  test("a route that says so itself is named; a silent one only hands on the model's word", () => {
    const texts = textsOf({
      facts: { "cap.fine_tuning": false },
      routes: [{ id: "host/one", facts: { "cap.fine_tuning": true } }, { id: "silent/one" }],
    });

    expect(texts).toEqual([
      "Tuning offered, as said of the model: no.",
      "Tuning offered on the route: yes, at host.",
      "The price of tuning is unknown: no source states it.",
    ]);
  });
});
