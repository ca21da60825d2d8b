import { expect, test } from "vitest";
import { sourceOf } from "../../../test/builders/source-of.ts";
import type { Property, PropertyValue } from "../catalog/property.ts";
import { type Fact, known, unknown } from "../evidence/fact.ts";
import { monthlyCost } from "./monthly-cost.ts";
import { ownTraffic } from "./own-traffic.ts";
import { factorBetween, textClasses } from "./tokenizer-factors.ts";
import { measuredTokenizer } from "./tokenizer-names.ts";

const stated = (facts: Partial<Record<Property, string>>, model = "acme/small") => ({
  model,
  fact: (property: Property): Fact<PropertyValue> => {
    const value = facts[property];
    return value === undefined
      ? unknown("nobody says")
      : known(value, [sourceOf({ name: "Acme" })]);
  },
});
const month = {
  inputTokens: 1000,
  outputTokens: 100,
  tokenizer: "cl100k_base",
  textClass: "hindi",
};

test("Hindi counted by cl100k is 1 / 2.29 times as many tokens of o200k", () => {
  const own = ownTraffic(month, stated({ "model.tokenizer": "o200k_base" }));
  expect(own.traffic).toMatchObject({ inputTokens: 437, outputTokens: 44 });
  expect(own.isTokenizerOpen).toBe(false);
  expect(own.sources).toHaveLength(1);
});

test("what is part of a count stays within it", () => {
  const cached = { ...month, cachedInputTokens: 999, cacheWriteTokens: 1, reasoningTokens: 100 };
  const { traffic } = ownTraffic(cached, stated({ "model.tokenizer": "o200k_base" }));
  const { inputTokens, cachedInputTokens = 0, cacheWriteTokens = 0, reasoningTokens } = traffic;
  expect(cachedInputTokens + cacheWriteTokens).toBeLessThanOrEqual(inputTokens);
  expect(reasoningTokens).toBe(traffic.outputTokens);
});

test.each`
  tokenizer        | textClass    | own             | isOpen   | because
  ${"o200k_base"}  | ${undefined} | ${"o200k_base"} | ${false} | ${"it is its own"}
  ${"o200k"}       | ${undefined} | ${"o200k_base"} | ${false} | ${"another name of the same"}
  ${"cl100k_base"} | ${undefined} | ${"o200k_base"} | ${true}  | ${"the kind of text is not known"}
  ${"cl100k_base"} | ${"english"} | ${"Claude"}     | ${true}  | ${"nobody can count with it"}
  ${"mine"}        | ${"english"} | ${"o200k_base"} | ${true}  | ${"nobody measured the first"}
  ${undefined}     | ${"english"} | ${"Claude"}     | ${false} | ${"the counts are the route's own"}
`("$tokenizer on $own: $because", ({ tokenizer, textClass, own, isOpen }) => {
  const traffic = { ...month, tokenizer, textClass };
  const counted = ownTraffic(traffic, stated({ "model.tokenizer": own }));
  expect(counted.isTokenizerOpen).toBe(isOpen);
  expect(counted.traffic).toEqual(traffic);
});

test("a name that newer models share means the measured tokenizer only for the measured ones", () => {
  expect(measuredTokenizer(["Qwen3"], "qwen/qwen3-8b")).toBe("qwen3");
  expect(measuredTokenizer(["Qwen3"], "qwen/qwen3.5-9b")).toBeUndefined();
});

test("there and back again is the same count", () => {
  for (const textClass of textClasses) {
    const there = factorBetween("o200k_base", "gemma-3", textClass) ?? 0;
    const back = factorBetween("gemma-3", "o200k_base", textClass) ?? 0;
    expect(there * back).toBeCloseTo(1, 12);
  }
});

test("hours of sound become tokens by the model's count for a second", () => {
  const sound = { inputTokens: 0, outputTokens: 0, audioInputHours: 2.5 };
  const own = ownTraffic(sound, stated({ "model.audio_tokens_per_second": "32" }));
  expect(own.traffic).toEqual({ inputTokens: 0, outputTokens: 0, audioInputTokens: 288_000 });
});

test("sound and pictures that no rule counts leave the cost unknown", () => {
  const sound = { inputTokens: 0, outputTokens: 0, audioInputHours: 2.5 };
  const { traffic } = ownTraffic(sound, stated({}));
  expect(monthlyCost([], traffic)).toEqual({
    known: false,
    because: "how many tokens a second of sound takes is not known",
  });
  const pictures = ownTraffic({ inputTokens: 0, outputTokens: 0, images: 2 }, stated({}));
  expect(monthlyCost([], pictures.traffic)).toEqual({
    known: false,
    because: "how many tokens a picture takes is not known",
  });
});
