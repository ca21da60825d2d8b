import { curveStepAfter, line } from "d3-shape";
import { daysBetween } from "../../../core/calendar.ts";
import type { StepChart } from "../../../core/report/chart.ts";
import { dayTicks } from "../../../core/report/day-ticks.ts";
import { type Html, html } from "../html.ts";
import { axisBeneath, axisBeside, gridOf } from "./axes.ts";
import { endLabels } from "./end-labels.ts";
import { figureOf, pathOf, px, stretched } from "./figure.ts";
import { fitted } from "./fitted.ts";
import { down } from "./room.ts";
import { isDrawable, scaleOf } from "./scale.ts";
import { dotsOf, seriesClass } from "./series.ts";

const height = 200;
const axisHeight = 26;
const top = 36;
const left = 64;
const ticksAtMost = 4;
const longestMark = 40;

/** Each value from its day to the next one's, the last to the end, with name and value there. */
export function stepsChart(chart: StepChart): Html {
  const bottom = top + height;
  const days = Math.max(1, daysBetween(chart.from, chart.to));
  const at = (day: string) =>
    Math.min(100, Math.max(0, (100 * daysBetween(chart.from, day)) / days));
  const lines = chart.lines.map(({ label, steps }) => ({
    label,
    steps: steps
      .filter(({ day, value }) => isDrawable(chart.y, value) && day <= chart.to)
      .map((step) => ({ ...step, x: at(step.day) })),
  }));
  const values = lines.flatMap(({ steps }) => steps.map(({ value }) => value));
  const y = scaleOf(chart.y, values, down(top, bottom), { isRound: true, withZero: true });
  const stairs = line<{ readonly x: number; readonly value: number }>(
    (step) => step.x,
    (step) => y.at(step.value),
  )
    .curve(curveStepAfter)
    .digits(1);
  const ticks = dayTicks(chart.from, chart.to, ticksAtMost).map(({ day, text }) => ({
    at: at(day),
    text,
  }));
  const { mark } = chart;
  const markAt = mark === undefined ? undefined : px(at(mark.day));
  const paths = [
    gridOf([], y.ticks, [top, bottom]),
    pathOf("mark", markAt === undefined ? null : `M${markAt} ${top - 8}V${bottom}`),
    ...lines.map(({ steps }, index) => {
      const last = steps.at(-1);
      const held = last === undefined ? steps : [...steps, { ...last, x: 100 }];
      return pathOf(`line ${seriesClass(index)}`, stairs(held));
    }),
    ...lines.flatMap(({ steps }, index) =>
      dotsOf(
        index,
        steps.map(({ x, value }) => ({ x, y: y.at(value) })),
      ),
    ),
  ];
  const drawing = [
    stretched(
      bottom,
      paths.filter((path) => path !== undefined),
    ),
    axisBeside(y, chart.y.label, left),
    axisBeneath({ ticks }, "", bottom),
    html`${mark && html`<text class="note mid" x="${markAt}%" y="${top - 14}">${fitted(mark.label, longestMark)}</text>`}`,
    endLabels(
      lines.map(({ label, steps }) => {
        const last = steps.at(-1);
        return { label, text: last?.text, y: last === undefined ? Number.NaN : y.at(last.value) };
      }),
      [top, bottom],
    ),
  ];
  return figureOf(chart, bottom + axisHeight, { drawing });
}
