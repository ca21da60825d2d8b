import { describe, expect, test } from "vitest";
import { relatedListsOf } from "../src/core/compare/related.ts";
import { usualPairCount, usualPairs } from "../src/core/compare/usual-pairs.ts";
import { dossiersOf } from "../src/core/evidence/dossiers.ts";
import { openCatalog } from "../src/store/compiled-catalog.ts";

const asOf = "2026-11-20";
const catalog = await openCatalog();
const pairs = usualPairs(catalog, { asOf });
const keys = new Set(pairs.map((pair) => pair.join(" ")));

describe("the comparisons a site shows by itself", () => {
  test("are as many as were asked for, each once and of two models", () => {
    expect(pairs).toHaveLength(usualPairCount);
    expect(keys.size).toBe(usualPairCount);
    expect(pairs.filter(([one, other]) => one >= other)).toEqual([]);
  });

  test("hold every model with all it is related to, so that no page leads out of the site", () => {
    const dossiers = dossiersOf(catalog, asOf);
    const missing = catalog.models.flatMap(({ id }) =>
      relatedListsOf(dossiers.of(id), catalog, asOf)
        .flat()
        .filter(({ model }) => !keys.has([id, model].sort().join(" ")))
        .map(({ model }) => [id, model]),
    );
    expect(missing).toEqual([]);
  });

  test("hold models of one family", () => {
    const families = new Map(catalog.models.map(({ id, family }) => [id, family]));
    const inFamily = pairs.filter(
      ([one, other]) =>
        families.get(one) !== undefined && families.get(one) === families.get(other),
    );
    expect(inFamily.length).toBeGreaterThan(100);
  });

  test("are the same in every run, and fewer of them are the first of more", () => {
    expect(usualPairs(catalog, { asOf })).toEqual(pairs);
    expect(usualPairs(catalog, { asOf, atMost: 500 })).toEqual(pairs.slice(0, 500));
  });

  test("are none where there is nothing to compare", () => {
    const empty = { ...catalog, models: [], routes: [] };
    expect(usualPairs(empty, { asOf })).toEqual([]);
  });
});
