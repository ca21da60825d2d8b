import { describe, expect, test } from "vitest";
import { sizingFacts } from "../../../../test/builders/sizing-of.ts";
import { sourceBook } from "../../evidence/source-book.ts";
import { type SizeAnswer, sizeAnswer } from "../../sizing/size-answer.ts";
import type { Rival, SizeQuestion } from "../../sizing/size-question.ts";
import { sizedModelOf } from "../../sizing/sized-model.ts";
import type { LineChart } from "../chart.ts";
import { sizeChart } from "./size-chart.ts";

const rival = (model: string, usdPerMtok: number): Rival => ({
  model,
  route: `${model}-route`,
  usdPerMtok,
  because: "",
  isSameModel: false,
  sources: [],
});

function answerOf(rivals: readonly Rival[]): SizeAnswer {
  const [engine] = sizingFacts.engines;
  const architecture = sizingFacts.architectures.find(({ id }) => id === "qwen3.5-9b");
  const gpu = sizingFacts.gpus.find(({ id }) => id === "l40s");
  if (engine === undefined || architecture === undefined || gpu === undefined) {
    throw new Error("data is missing");
  }
  const question: SizeQuestion = {
    facts: sizingFacts,
    subject: { model: sizedModelOf(architecture), modelId: null, missing: [], sources: [] },
    kvPrecision: "bf16",
    gpu,
    engine,
    contextTokens: 8192,
    inputTokens: 2048,
    outputTokens: 512,
    concurrency: 32,
    demand: 32,
    utilisation: 0.4,
    hourlyUsd: 1.861,
    replicas: 2,
    operationsUsd: 0,
    rivals,
    trainingTokens: 1e7,
  };
  return sizeAnswer(question, sourceBook());
}

function chartOf(rivals: readonly Rival[]): LineChart | undefined {
  const [block] = sizeChart(answerOf(rivals));
  return block?.kind === "chart" && block.chart.kind === "lines" ? block.chart : undefined;
}

describe("the chart of machines against bought tokens", () => {
  test("shows steps, and where they pay", () => {
    const chart = chartOf([rival("acme/dear", 1.6429)]);
    expect(chart?.title).toBe(
      "Machines of your own pay from about 1.7B tokens a month on, against acme/dear",
    );
    const [machines] = chart?.lines ?? [];
    expect(machines?.points.slice(0, 2).map(({ y }) => y)).toEqual([2717.06, 2717.06]);
    expect(machines?.points[2]?.y).toBeCloseTo(3 * 1.861 * 730, 6);
    expect(chart?.marks[0]?.x).toBeCloseTo(1653.8e6, -6);
  });

  test("says in its title when they never do", () => {
    const chart = chartOf([rival("acme/cheap", 0.0662)]);
    expect(chart?.title).toBe("Machines of your own do not pay at any traffic");
    expect(chart?.marks).toEqual([]);
  });

  test("is left out where nothing is weighed against", () => {
    expect(chartOf([])).toBeUndefined();
  });
});
