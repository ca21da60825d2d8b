import type { DotChart } from "../../../core/report/chart.ts";
import { type Html, html } from "../html.ts";
import { axisBeneath, gridOf } from "./axes.ts";
import { figureOf, pathOf, px, stretched } from "./figure.ts";
import { fitted, shortened } from "./fitted.ts";
import { markLabels, markLines, markPitch, marksAtMost } from "./marks.ts";
import { across } from "./room.ts";
import { isDrawable, scaleOf } from "./scale.ts";
import { dotsOf, legendOf, lettersOf, type Place, seriesClass } from "./series.ts";

const top = 4;
const groupPitch = 26;
const widestPitch = 7;
const highestRow = 36;
const leastRowPitch = 22;
const axisHeight = 46;
const longestLabel = 28;
const longestRemark = 16;

/** A row a test: a dot a model, and a bar for what luck leaves open. */
export function dotsChart(chart: DotChart): Html {
  const pitch = Math.min(widestPitch, highestRow / chart.series.length);
  const rowPitch = Math.max(leastRowPitch, 8 + pitch * chart.series.length);
  const marks = (chart.marks ?? []).filter(({ x }) => isDrawable(chart.x, x)).slice(0, marksAtMost);
  const { rows, groups, bottom } = laidOut(chart, rowPitch, top + markPitch * marks.length);
  const values = [...rows.flatMap(valuesOf), ...marks.map(({ x }) => x)];
  const scale = scaleOf(chart.x, values, across, { isRound: true });
  const placed = marks.map(({ label, x }) => ({ label, at: scale.at(x) }));
  const series = chart.series.map((_, index) =>
    placesOf(chart, index, rows, { at: scale.at, pitch }),
  );
  const paths = [
    gridOf(scale.ticks, [], [top, bottom]),
    pathOf("row", rows.map(({ y }) => `M0 ${px(y)}H100`).join("")),
    pathOf("mark", markLines(placed, [top, bottom])),
    ...series.map(({ bars }, index) => pathOf(`band-line ${seriesClass(index)}`, bars)),
    ...series.flatMap(({ places }, index) => dotsOf(index, places)),
  ];
  const drawing = [
    stretched(
      bottom,
      paths.filter((path) => path !== undefined),
    ),
    ...series.flatMap(({ places }, index) => lettersOf(index, places) ?? []),
    html`<g class="end" transform="translate(-12 4)">${groups.map(({ label, y }) => html`<text class="group" y="${px(y)}">${fitted(label, longestLabel)}</text>`)}${rows.map(({ row, y }) => html`<text y="${px(y)}">${shortened(row.label, longestLabel)}</text>`)}</g>`,
    html`<svg x="100%"><g class="remark" transform="translate(12 4)">${rows.map(({ row, y }) => html`<text y="${px(y)}">${fitted(row.remark, longestRemark)}</text>`)}</g></svg>`,
    ...markLabels(placed, top),
    axisBeneath(scale, chart.x.label, bottom),
  ];
  return figureOf(chart, bottom + axisHeight, {
    /** One series alone needs no telling apart. */
    ...(chart.series.length > 1 ? { legend: legendOf(chart.series) } : {}),
    drawing,
  });
}

type Row = DotChart["groups"][number]["rows"][number];

interface Placed {
  readonly row: Row;
  readonly y: number;
}

function laidOut({ groups }: DotChart, rowPitch: number, from: number) {
  const rows: Placed[] = [];
  const headings: { readonly label: string; readonly y: number }[] = [];
  let y = from;
  for (const group of groups) {
    if (group.label !== "") {
      headings.push({ label: group.label, y: y + groupPitch / 2 + 2 });
      y += groupPitch;
    }
    for (const row of group.rows) {
      rows.push({ row, y: y + rowPitch / 2 });
      y += rowPitch;
    }
  }
  return { rows, groups: headings, bottom: y + 4 };
}

function valuesOf({ row }: Placed): readonly number[] {
  return row.dots.flatMap((dot) =>
    dot === null ? [] : [dot.value, dot.low ?? dot.value, dot.high ?? dot.value],
  );
}

/** Where a series has its dots, the series of a row beneath each other, and its bars as a path. */
function placesOf(
  { x: axis, series }: DotChart,
  index: number,
  rows: readonly Placed[],
  { at, pitch }: { readonly at: (value: number) => number; readonly pitch: number },
): { readonly places: readonly Place[]; readonly bars: string } {
  const shift = (index - (series.length - 1) / 2) * pitch;
  const places: Place[] = [];
  const bars: string[] = [];
  for (const { row, y } of rows) {
    const dot = row.dots[index] ?? null;
    if (dot === null || !isDrawable(axis, dot.value)) continue;
    const { value, low = value, high = value } = dot;
    places.push({ x: at(value), y: y + shift });
    if (low < high && isDrawable(axis, low) && isDrawable(axis, high)) {
      bars.push(`M${px(at(low))} ${px(y + shift)}H${px(at(high))}`);
    }
  }
  return { places, bars: bars.join("") };
}
