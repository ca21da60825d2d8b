import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import type { Chart } from "../../../core/report/chart.ts";
import { chartOf } from "./chart-of.ts";

const entry = fileURLToPath(new URL("./chart-of.ts", import.meta.url));

const axis = { label: "cost", scale: "log", format: "usd" } as const;
const chart: Chart = {
  kind: "lines",
  title: "Brick is the cheaper",
  words: "Two lines.",
  x: axis,
  y: axis,
  lines: [
    { label: "Brick", points: [0.3, 7, 4000].map((x) => ({ x, y: 3 * x, low: x, high: 4 * x })) },
    { label: "Stone & Co", points: [0.3, 7, 4000].map((x) => ({ x, y: x + 900 })) },
  ],
  marks: [{ x: 450, label: "equal" }],
};

test("a browser draws the same bytes as the server", async () => {
  const bundle = await rolldown({ input: entry, platform: "browser" });
  const { output } = await bundle.generate({ format: "iife", name: "charts" });
  await bundle.close();
  const world: { drawn?: string; chart: Chart } = { chart };
  runInNewContext(`${output[0].code}; drawn = String(charts.chartOf(chart));`, world);
  expect(world.drawn).toBe(String(chartOf(chart)));
});
