import { expect, test } from "vitest";
import { benchmarkOf } from "../../../test/builders/benchmark-of.ts";
import { scoreOf } from "../../../test/builders/score-of.ts";
import type { Benchmark } from "../catalog/entries.ts";
import { itemsOf } from "./items-of.ts";

/** Without `items` in what is given nobody states a count. */
const benchmark = ({ items, ...given }: Partial<Benchmark>): Benchmark => {
  const { items: _all, ...bare } = benchmarkOf(given);
  return items === undefined ? bare : { ...bare, items };
};

const windows = benchmark({
  items: 1055,
  variants: [
    { label: "release_v6 (all)", items: 1055 },
    { label: "v6 window Feb-May 2025", items: 131 },
    { label: "release_v5", items: 880 },
  ],
});
const score = (variant?: string, items?: number) =>
  scoreOf({
    model: "a/b",
    benchmark: "x",
    score: 50,
    ...(variant === undefined ? {} : { variant }),
    ...(items === undefined ? {} : { items }),
  });

test("the reporter's own count comes first", () => {
  expect(itemsOf(windows, score("v6", 454))).toMatchObject({ items: 454 });
});

test("a variant with one counted meaning has its count", () => {
  expect(itemsOf(windows, score("v5"))).toMatchObject({ items: 880 });
});

test("a name that means several variants has no count, but a smallest one", () => {
  expect(itemsOf(windows, score("v6"))).toEqual({
    smallestVariant: 131,
    because: "the reporter does not say which of 1055, 131 items",
  });
});

test("the plain test has all items", () => {
  expect(itemsOf(benchmark({ items: 198 }), score())).toMatchObject({ items: 198 });
});

test("an edition nobody counted is unknown, not the default", () => {
  expect(itemsOf(windows, score("v7")).items).toBeUndefined();
});

test("without any count it says so", () => {
  expect(itemsOf(benchmark({}), score())).toEqual({
    because: "nobody states the number of items",
  });
});
