import { expect, test } from "vitest";
import { skills } from "../src/core/verdict/skills.ts";
import { openCatalog } from "../src/store/compiled-catalog.ts";

test("every benchmark that speaks for a skill is in the catalog, and speaks for one alone", async () => {
  const catalog = await openCatalog();
  const known = new Set(catalog.benchmarks.map(({ id }) => id));
  const named = skills.flatMap(({ benchmarks }) => benchmarks);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
  expect(named.filter((id, index) => named.indexOf(id) !== index)).toEqual([]);
});
