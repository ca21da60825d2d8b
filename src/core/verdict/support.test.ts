import { expect, test } from "vitest";
import { sourceOf } from "../../../test/builders/source-of.ts";
import { errorRateOf } from "./support.ts";

const aggregator = (lineage: string) =>
  sourceOf({ name: lineage, lineage, kind: "aggregator", confidence: "medium" });

test("a second independent source makes a figure surer", () => {
  const one = errorRateOf([aggregator("models.dev")]);
  const two = errorRateOf([aggregator("models.dev"), aggregator("LiteLLM")]);
  expect(one).toBeCloseTo(0.033, 9);
  expect(two).toBeCloseTo(0.033 ** 2, 9);
});

test("a copy of the same lineage adds nothing", () => {
  const copy = { ...aggregator("models.dev"), name: "a copy" };
  expect(errorRateOf([aggregator("models.dev"), copy])).toBeCloseTo(0.033, 9);
});

test("a doubtful source is wrong one time in four", () => {
  expect(errorRateOf([sourceOf({ confidence: "low" })])).toBe(0.25);
});

test("an assumption is stated, not wrong", () => {
  expect(errorRateOf([sourceOf({ kind: "assumption" })])).toBe(0);
});
