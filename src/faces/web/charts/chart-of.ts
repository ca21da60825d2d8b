import type { Chart } from "../../../core/report/chart.ts";
import type { Html } from "../html.ts";
import { dotsChart } from "./dots.ts";
import { linesChart } from "./lines.ts";
import { scatterChart } from "./scatter.ts";
import { stepsChart } from "./steps.ts";

/** A chart as a figure with an SVG drawing. The same bytes on a server and in a browser. */
export function chartOf(chart: Chart): Html {
  switch (chart.kind) {
    case "dots":
      return dotsChart(chart);
    case "lines":
      return linesChart(chart);
    case "scatter":
      return scatterChart(chart);
    case "steps":
      return stepsChart(chart);
  }
}
