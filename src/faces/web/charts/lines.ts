import { area, line } from "d3-shape";
import type { LineChart } from "../../../core/report/chart.ts";
import type { Html } from "../html.ts";
import { axisBeneath, axisBeside, gridOf } from "./axes.ts";
import { endLabels } from "./end-labels.ts";
import { figureOf, pathOf, stretched } from "./figure.ts";
import { markLabels, markLines, markPitch, marksAtMost } from "./marks.ts";
import { across, down } from "./room.ts";
import { isDrawable, scaleOf } from "./scale.ts";
import { dotsOf, seriesClass } from "./series.ts";
import { valueLabels } from "./value-labels.ts";

const height = 250;
const axisHeight = 46;
const labelHeight = 24;
const left = 64;

/** A line a model with its name at its end, bands where a range is known, and named places. */
export function linesChart(chart: LineChart): Html {
  const lines = chart.lines.map(({ label, points }) => ({
    label,
    points: points.filter((at) => isDrawable(chart.x, at.x) && isDrawable(chart.y, at.y)),
  }));
  const points = lines.flatMap((each) => each.points);
  const marks = chart.marks.filter(({ x }) => isDrawable(chart.x, x)).slice(0, marksAtMost);
  const top = labelHeight + markPitch * marks.length + 4;
  const bottom = top + height;
  const xs = [...points.map(({ x }) => x), ...marks.map(({ x }) => x)];
  const x = scaleOf(chart.x, xs, across);
  const placed = marks.map(({ label, x: at }) => ({ label, at: x.at(at) }));
  const ends = points.flatMap(({ y, low = y, high = y }) => [y, low, high]);
  const y = scaleOf(chart.y, ends, down(top, bottom), { isRound: true, withZero: true });
  const bandOf = area<Point>()
    .x((at) => x.at(at.x))
    .y0((at) => y.at(at.low ?? at.y))
    .y1((at) => y.at(at.high ?? at.y))
    .digits(1);
  const lineOf = line<Point>(
    (at) => x.at(at.x),
    (at) => y.at(at.y),
  ).digits(1);
  const isBand = ({ low, high }: Point) =>
    low !== undefined &&
    high !== undefined &&
    isDrawable(chart.y, low) &&
    isDrawable(chart.y, high);
  const named = lines.map((each) => each.points.filter(({ text }) => text !== undefined));
  const paths = [
    gridOf(x.ticks, y.ticks, [top, bottom]),
    ...lines.map((each, index) =>
      pathOf(`band ${seriesClass(index)}`, bandOf(each.points.filter(isBand))),
    ),
    pathOf("mark", markLines(placed, [labelHeight, bottom])),
    ...lines.map((each, index) => pathOf(`line ${seriesClass(index)}`, lineOf(each.points))),
    ...named.flatMap((of, index) =>
      dotsOf(
        index,
        of.map((at) => ({ x: x.at(at.x), y: y.at(at.y) })),
      ),
    ),
  ];
  const drawing = [
    stretched(
      bottom,
      paths.filter((path) => path !== undefined),
    ),
    axisBeside(y, chart.y.label, left),
    axisBeneath(x, chart.x.label, bottom),
    ...markLabels(placed, labelHeight),
    ...valueLabels(
      named.flatMap((of, series) =>
        of.map(({ x: at, y: value, text = "" }) => ({
          series,
          text,
          isFalling: isFalling(lines[series]?.points ?? [], at),
          x: x.at(at),
          y: y.at(value),
        })),
      ),
      [labelHeight, bottom],
    ),
    endLabels(
      lines.map(({ label, points: of }) => ({ label, y: y.at(of.at(-1)?.y ?? Number.NaN) })),
      [top, bottom],
    ),
  ];
  return figureOf(chart, bottom + axisHeight, { drawing });
}

/** Whether less is to the right of a place. */
function isFalling(points: readonly Point[], x: number): boolean {
  const before = points.findLast((at) => at.x < x);
  const here = points.find((at) => at.x >= x);
  return before !== undefined && here !== undefined && here.y < before.y;
}

type Point = LineChart["lines"][number]["points"][number];
