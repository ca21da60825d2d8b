import { describe, expect, test } from "vitest";
import { catalog } from "../../../test/properties/whole-catalog.ts";
import { benchmarkDocument } from "../report/benchmark-document.ts";
import { benchmarkOverview } from "./benchmark-overview.ts";

const overviews = catalog.benchmarks.map((each) => benchmarkOverview(catalog, each));
const byId = new Map(overviews.map((each) => [each.benchmark.id, each]));

describe("the overview of a benchmark", () => {
  test("holds each published score once", () => {
    const all = catalog.models.flatMap(({ id }) => catalog.scoresOf(id));
    const known = all.filter(({ benchmark }) => byId.has(benchmark));
    const told = overviews.flatMap(({ results }) => results.flatMap(({ scores }) => scores));
    expect(told.length).toBe(known.length);
  });

  test("keeps reporters and exact tests apart, the best score of each first", () => {
    for (const { results } of overviews) {
      const groups = results.map(({ test: name, reporter }) => `${name}|${reporter}`);
      expect(new Set(groups).size).toBe(groups.length);
      for (const { scores } of results) {
        const points = scores.map(({ score }) => score);
        expect(points).toEqual([...points].sort((a, b) => b - a));
      }
    }
  });

  test("says what a score can resolve only where somebody counted the items", () => {
    expect(byId.get("mmlu-pro")?.resolutions).toMatchObject([
      { items: 12032, levels: [{ atScore: 50 }, { atScore: 90 }] },
    ]);
    const uncounted = overviews.filter(({ resolutions }) => resolutions.length === 0);
    expect(uncounted.length).toBeGreaterThan(0);
    for (const { benchmark } of uncounted) {
      expect(benchmark.items).toBeNull();
      expect(benchmark.variants.every(({ items }) => items === null)).toBe(true);
    }
  });

  test("puts every score within its interval", () => {
    for (const { results } of overviews) {
      for (const { score, interval95 } of results.flatMap(({ scores }) => scores)) {
        if (interval95 === null) continue;
        expect(interval95[0]).toBeLessThanOrEqual(score + 1e-9);
        expect(interval95[1]).toBeGreaterThanOrEqual(score - 1e-9);
      }
    }
  });

  test("can be printed for every test of the catalog", () => {
    for (const overview of overviews) {
      const { blocks } = benchmarkDocument(overview, { brief: false, withSources: true });
      expect(blocks.length).toBeGreaterThan(4);
    }
  });
});
