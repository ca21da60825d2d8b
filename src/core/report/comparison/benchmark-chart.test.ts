import { describe, expect, test } from "vitest";
import { comparisonOf } from "../../../../test/builders/comparison-of.ts";
import { twoModels } from "../../../../test/builders/two-models.ts";
import type { ComparedBenchmark } from "../../compare/comparison.ts";
import type { DotChart } from "../chart.ts";
import { benchmarkChart } from "./benchmark-chart.ts";
import { settingOf } from "./setting.ts";

function rowOf(
  benchmark: string,
  label: ComparedBenchmark["label"],
  scores: readonly (number | null)[],
): ComparedBenchmark {
  return {
    benchmark,
    name: benchmark.toUpperCase(),
    category: "c",
    measures: "",
    test: "",
    items: 100,
    itemsBecause: "",
    scores: scores.map((score) =>
      score === null
        ? null
        : { score, setting: null, reporter: "r", interval95: [score - 5, score + 5], sources: [] },
    ),
    deltaPoints: 1,
    label,
    samplingLabel: label,
    sameSignProbability: 0.9,
    tauPoints: 1,
    comparability: "same-table",
    text: "",
    sources: [],
  };
}

function chartOf(...benchmarks: readonly ComparedBenchmark[]): DotChart | undefined {
  const comparison = { ...comparisonOf(twoModels()), benchmarks };
  const [block] = benchmarkChart(settingOf(comparison, { brief: false, withSources: false }));
  return block?.kind === "chart" && block.chart.kind === "dots" ? block.chart : undefined;
}

describe("the chart of the benchmarks", () => {
  test("has a row a test, grouped by skill, the most trusted first", () => {
    const chart = chartOf(
      rowOf("unheard", "clear", [10, 20]),
      rowOf("mmlu", "within-noise", [80, 81]),
      rowOf("mmlu-pro", "likely", [70, 75]),
      rowOf("livecodebench", "clear", [60, 40]),
    );
    expect(chart?.groups.map(({ label, rows }) => [label, rows.map((row) => row.label)])).toEqual([
      ["writing code", ["LIVECODEBENCH"]],
      ["knowledge", ["MMLU-PRO", "MMLU"]],
      ["other tests", ["UNHEARD"]],
    ]);
    expect(chart?.groups[1]?.rows[0]).toEqual({
      label: "MMLU-PRO",
      remark: "likely, P 0.90",
      dots: [
        { value: 70, low: 65, high: 75, text: "70" },
        { value: 75, low: 70, high: 80, text: "75" },
      ],
    });
  });

  test.each([
    {
      title: "Of 3 tests that can be compared, Small 2 is ahead on 2, Large 1 on 1",
      rows: [
        rowOf("a", "clear", [1, 9]),
        rowOf("b", "likely", [1, 9]),
        rowOf("c", "clear", [9, 1]),
      ],
    },
    {
      title: "Of 2 tests that can be compared, Large 1 is ahead on 1; 1 settles nothing",
      rows: [rowOf("a", "clear", [9, 1]), rowOf("b", "within-noise", [1, 9])],
    },
    {
      title: "No difference is established on 1 test that can be compared",
      rows: [rowOf("a", "unknown-n", [9, 1])],
    },
  ])("is titled by its finding: $title", ({ rows, title }) => {
    expect(chartOf(...rows)?.title).toBe(title);
  });

  test.each([
    { because: "two different tests", row: rowOf("a", "not-comparable", [9, 1]) },
    { because: "ratings, which are no percentages", row: rowOf("arena", "clear", [1400, 1300]) },
  ])("leaves out $because", ({ row }) => {
    expect(chartOf(row)).toBeUndefined();
  });

  test("draws twenty of many tests, some of each skill, and says so", () => {
    const many = Array.from({ length: 30 }, (_, index) => rowOf(`t${index}`, "clear", [9, 1]));
    const chart = chartOf(...many, rowOf("mmlu-pro", "clear", [9, 1]));
    expect(chart?.groups.flatMap(({ rows }) => rows)).toHaveLength(20);
    expect(chart?.groups[0]?.label).toBe("knowledge");
    expect(chart?.title).toContain("Of 31 tests that can be compared (20 drawn)");
  });
});
