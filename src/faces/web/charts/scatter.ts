import { curveStepAfter, line } from "d3-shape";
import type { ScatterChart } from "../../../core/report/chart.ts";
import { type Html, html } from "../html.ts";
import { axisBeneath, axisBeside, gridOf } from "./axes.ts";
import { figureOf, pathOf, px, stretched } from "./figure.ts";
import { placeLabels } from "./place-labels.ts";
import { across, down } from "./room.ts";
import { isDrawable, scaleOf } from "./scale.ts";
import { dotsOf } from "./series.ts";

const height = 320;
const axisHeight = 46;
const top = 28;
const left = 48;
/** Rings. */
const restSeries = 2;

/** Cost against quality: the front joined, its letters beside its points, bars for what is open. */
export function scatterChart(chart: ScatterChart): Html {
  const bottom = top + height;
  const points = chart.points.filter(
    (point) => isDrawable(chart.x, point.x) && isDrawable(chart.y, point.y.value),
  );
  const x = scaleOf(
    chart.x,
    points.flatMap((point) => [point.x, point.xHigh ?? point.x]),
    across,
    {
      share: 0.06,
    },
  );
  const reach = points.flatMap(({ y: { value, low = value, high = value } }) => [value, low, high]);
  const y = scaleOf(chart.y, reach, down(top, bottom), { isRound: true });
  const placed = points.map((point) => ({
    ...point,
    at: { x: x.at(point.x), y: y.at(point.y.value) },
  }));
  const front = placed.filter(({ isFront }) => isFront).sort((a, b) => a.at.x - b.at.x);
  const rest = placed.filter(({ isFront }) => !isFront);
  const joined = line<{ readonly at: { readonly x: number; readonly y: number } }>(
    ({ at }) => at.x,
    ({ at }) => at.y,
  )
    .curve(curveStepAfter)
    .digits(1);
  const bars = placed.map((point) => barsOf(point, x.at, y.at)).join("");
  const paths = [
    gridOf(x.ticks, y.ticks, [top, bottom]),
    pathOf("front", front.length < 2 ? null : joined(front)),
    pathOf("band-line s0", bars),
    ...dotsOf(
      restSeries,
      rest.map(({ at }) => at),
    ),
    ...dotsOf(
      0,
      front.map(({ at }) => at),
    ),
  ];
  const labels = placeLabels(
    [...front, ...rest].map(({ letter, label, at }) => ({ letter, label, ...at })),
    [top, bottom],
  );
  const drawing = [
    stretched(
      bottom,
      paths.filter((path) => path !== undefined),
    ),
    axisBeside(y, chart.y.label, left),
    axisBeneath(x, chart.x.label, bottom),
    html`<g class="letters">${labels}</g>`,
  ];
  return figureOf(chart, bottom + axisHeight, { drawing });
}

type Point = ScatterChart["points"][number];

function barsOf(
  { x, xHigh = x, y: { value, low = value, high = value } }: Point,
  xAt: (value: number) => number,
  yAt: (value: number) => number,
): string {
  const upright = low < high ? `M${px(xAt(x))} ${px(yAt(low))}V${px(yAt(high))}` : "";
  const level = xHigh > x ? `M${px(xAt(x))} ${px(yAt(value))}H${px(xAt(xHigh))}` : "";
  return upright + level;
}
