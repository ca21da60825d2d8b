import { describe, expect, test } from "vitest";
import type { Shortlist, ShortlistedModel, ShownQuality } from "../../shortlist/shortlist.ts";
import { qualityChart } from "./quality-chart.ts";

function quality(benchmark: string, score: number): ShownQuality {
  const interval95 = [score - 3, score + 3] as const;
  return {
    skill: "s",
    benchmark,
    benchmarkName: benchmark,
    score,
    items: 100,
    interval95,
    sources: [],
  };
}

function model(name: string, perTaskUsd: number, ...qualities: readonly ShownQuality[]) {
  return {
    model: `acme/${name}`,
    name,
    route: "r",
    provider: "p",
    monthlyUsd: 1000 * perTaskUsd,
    lowUsd: 1000 * perTaskUsd,
    highUsd: 2000 * perTaskUsd,
    perTaskUsd,
    conditionalOn: [],
    sources: [],
    qualities,
    because: "",
    breakEvenLossUsd: null,
  } satisfies ShortlistedModel;
}

function chartOf(...shortlist: readonly ShortlistedModel[]) {
  const found: Pick<Shortlist, "shortlist" | "traffic"> = {
    shortlist,
    traffic: { inputTokens: 1, outputTokens: 1, tasks: 1000, text: "", sources: [] },
  };
  return qualityChart(found);
}

describe("the chart of cost and quality", () => {
  test("has a point for each of the shortlist with the score, lettered as in the table", () => {
    const chart = chartOf(
      model("a", 0.1, quality("gpqa", 50)),
      model("b", 0.2, quality("mmlu", 60)),
      model("c", 0.4, quality("gpqa", 70)),
    );
    expect(chart?.points).toEqual([
      {
        label: "a",
        letter: "A",
        isFront: true,
        x: 0.1,
        xHigh: 0.2,
        y: { value: 50, low: 47, high: 53, text: "50" },
      },
      {
        label: "c",
        letter: "C",
        isFront: true,
        x: 0.4,
        xHigh: 0.8,
        y: { value: 70, low: 67, high: 73, text: "70" },
      },
    ]);
    expect(chart?.title).toBe("a reaches 50 % on gpqa at $0.10 a task, c 70 % at $0.40");
  });

  test("joins those that none is cheaper and better than, on this test", () => {
    const chart = chartOf(
      model("a", 0.1, quality("gpqa", 50)),
      model("b", 0.2, quality("gpqa", 40)),
      model("c", 0.3, quality("gpqa", 50)),
      model("d", 0.4, quality("gpqa", 60)),
    );
    expect(chart?.points.map(({ isFront }) => isFront)).toEqual([true, false, false, true]);
  });

  test("says when nothing dearer is better", () => {
    const chart = chartOf(model("a", 0.1, quality("q", 50)), model("b", 0.2, quality("q", 40)));
    expect(chart?.title).toBe("a reaches 50 % on q at $0.10 a task, and none of the list more");
  });

  test.each([
    { because: "one point is no picture", list: [model("a", 0.1, quality("q", 50))] },
    { because: "nobody states a score", list: [model("a", 0.1), model("b", 0.2)] },
    {
      because: "what costs nothing has no place on a logarithmic scale",
      list: [model("a", 0, quality("q", 50)), model("b", 0.2, quality("q", 60))],
    },
  ])("is left out: $because", ({ list }) => {
    expect(chartOf(...list)).toBeUndefined();
  });
});
