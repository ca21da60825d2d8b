import { describe, expect, test } from "vitest";
import { comparisonOf } from "../../../../test/builders/comparison-of.ts";
import { twoModels } from "../../../../test/builders/two-models.ts";
import type { ComparedCost, Comparison } from "../../compare/comparison.ts";
import type { LineChart } from "../chart.ts";
import { costCharts } from "./cost-chart.ts";
import { settingOf } from "./setting.ts";

type Bill = ComparedCost["models"][number];

function billOf(model: string, inputUsd: number, outputUsd: number): Bill {
  const monthlyUsd = inputUsd + outputUsd;
  const item = { tokens: 1, rateUsdPerMtok: 1 };
  return {
    model,
    route: "r",
    provider: "p",
    monthlyUsd,
    lowUsd: monthlyUsd,
    highUsd: 2 * monthlyUsd,
    perTaskUsd: 1,
    items: [
      { what: "input", side: "input", usd: inputUsd, ...item },
      { what: "output", side: "output", usd: outputUsd, ...item },
    ],
    because: "",
    notes: [],
    sources: [],
  };
}

const traffic = { inputTokens: 800, outputTokens: 200, tasks: 1, text: "", sources: [] };

function chartsOf(given: Partial<ComparedCost>, flips: Comparison["verdict"]["flips"] = []) {
  const comparison = comparisonOf(twoModels());
  const asked = {
    ...comparison,
    traffic,
    cost: { ...comparison.cost, ...given },
    verdict: { ...comparison.verdict, flips },
  };
  const setting = settingOf(asked, { brief: false, withSources: false });
  return costCharts(setting).flatMap((block): readonly LineChart[] =>
    block.kind === "chart" && block.chart.kind === "lines" ? [block.chart] : [],
  );
}

const large = billOf("acme/large", 60, 40);
const small = billOf("bee/small", 15, 10);

describe("the chart of the cost", () => {
  test("goes from a hundredth to a hundred times the traffic, with a band where a bill has a range", () => {
    const [chart] = chartsOf({ models: [large, small] });
    expect(chart?.lines.map(({ label }) => label)).toEqual(["Large 1", "Small 2"]);
    expect(chart?.lines[0]?.points).toEqual([
      { x: 10, y: 1, low: 1, high: 2 },
      { x: 1000, y: 100, low: 100, high: 200, text: "$100" },
      { x: 100_000, y: 10_000, low: 10_000, high: 20_000 },
    ]);
    expect(chart?.marks).toEqual([{ x: 1000, label: "this traffic: 1k" }]);
  });

  const at = (times: number, first: number, second: number) => ({
    times,
    bills: [first, second].map((monthlyUsd) => ({
      monthlyUsd,
      lowUsd: monthlyUsd,
      highUsd: monthlyUsd,
    })),
  });
  const turning = {
    points: [at(0.01, 1, 5), at(1, 100, 25)],
    breakEvens: [{ times: 0.1, monthlyUsd: 7, models: ["acme/large", "bee/small"] }],
  } as const;
  test.each([
    {
      because: "grow in step",
      given: {},
      title: "Small 2 costs 75 % less than Large 1, and no amount of traffic changes the order",
    },
    {
      because: "grow in step and are uncertain",
      given: { relation: "undecided" },
      title:
        "Small 2 costs 75 % less than Large 1, and no amount of traffic changes the order, though their ranges overlap",
    },
    {
      because: "are equal",
      given: { models: [large, { ...large, model: "bee/small" }] },
      title: "The bills of Large 1 and Small 2 are equal, whatever the traffic",
    },
    {
      because: "cross",
      given: { overTraffic: turning },
      title: "Up to 100 tokens a month Large 1 is the cheaper, beyond it Small 2",
    },
    {
      because: "do not cross though one has a fee",
      given: { overTraffic: { points: [at(0.01, 9, 5), at(1, 100, 25)], breakEvens: [] } },
      title: "Small 2 is the cheapest at 10 tokens a month and at 1k",
    },
  ] as const)("says as its title how bills that $because stand", ({ given, title }) => {
    expect(chartsOf({ models: [large, small], ...given })[0]?.title).toBe(title);
  });

  test("marks where bills cross", () => {
    const [chart] = chartsOf({ models: [large, small], overTraffic: turning });
    expect(chart?.marks[1]).toEqual({ x: 100, label: "equal at 100: $7.00" });
  });

  test("with a free model is on plain scales, as a logarithmic one has no place for it", () => {
    const free = billOf("bee/small", 0, 0);
    const [chart] = chartsOf({ models: [large, free] });
    expect([chart?.x.scale, chart?.y.scale]).toEqual(["linear", "linear"]);
    expect(chart?.lines[1]?.points.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [1000, 0],
      [2000, 0],
    ]);
  });

  test.each([
    { because: "one bill is no comparison", models: [large] },
    { because: "there is no bill", models: [] },
  ])("is left out where $because", ({ models }) => {
    expect(chartsOf({ models })).toEqual([]);
  });

  test("of a mix that turns the order goes from all output to all input", () => {
    const flip = {
      variable: "share of input in all tokens",
      unit: "share",
      current: 0.8,
      value: 0.5,
      distancePercent: null,
      changesTo: "acme/large",
      text: "",
      sources: [],
    };
    const [, mix] = chartsOf(
      { models: [billOf("acme/large", 80, 10), billOf("bee/small", 40, 20)] },
      [flip],
    );
    expect(mix?.title).toBe(
      "Large 1 is the cheaper where input is less than 50 % of all tokens; here it is 80 %",
    );
    // 80 for 800 tokens in: 100 for 1000 of them; 10 for 200 out: 50 for 1000
    expect(mix?.lines[0]?.points.map(({ x, y }) => [x, y])).toEqual([
      [0, 50],
      [80, 90],
      [100, 100],
    ]);
  });
});
