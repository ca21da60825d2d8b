import type { Shortlist } from "../../shortlist/shortlist.ts";
import type { ScatterChart } from "../chart.ts";
import { formatNumber, formatUsd } from "../format.ts";
import { letterOf } from "./shortlist-table.ts";

type Point = ScatterChart["points"][number];

/** Cost a task against the first score that counts, of the shortlist, with what is open in both. */
export function qualityChart({
  shortlist,
  traffic,
}: Pick<Shortlist, "shortlist" | "traffic">): ScatterChart | undefined {
  const benchmark = shortlist.flatMap(({ qualities }) => qualities)[0];
  if (benchmark === undefined) return undefined;
  const points = shortlist.flatMap((model, index): readonly Point[] => {
    const quality = model.qualities.find((each) => each.benchmark === benchmark.benchmark);
    if (quality === undefined || model.perTaskUsd <= 0) return [];
    const { score, interval95 } = quality;
    const [low, high] = interval95 ?? [undefined, undefined];
    return [
      {
        label: model.name,
        letter: letterOf(index),
        isFront: false,
        x: model.perTaskUsd,
        xHigh: model.highUsd / traffic.tasks,
        y: { value: score, low, high, text: formatNumber(score, 1) },
      },
    ];
  });
  const byCost = [...points].sort((a, b) => a.x - b.x);
  const [cheapest, dearest] = [byCost[0], byCost.at(-1)];
  if (cheapest === undefined || dearest === undefined || points.length < 2) return undefined;
  const name = benchmark.benchmarkName;
  const best = points.reduce((top, point) => (point.y.value > top.y.value ? point : top));
  const first = `${cheapest.label} reaches ${cheapest.y.text} % on ${name} at ${formatUsd(cheapest.x)} a task`;
  return {
    kind: "scatter",
    title:
      best === cheapest
        ? `${first}, and none of the list more`
        : `${first}, ${best.label} ${best.y.text} % at ${formatUsd(best.x)}`,
    words: `Points for ${points.length} models of the shortlist: cost a task on a logarithmic scale, from ${formatUsd(cheapest.x)} to ${formatUsd(dearest.x)}, against ${name} in percent. Bars: what the bill may reach, and 95 % of the luck of the items. The table has the figures.`,
    x: { label: "cost a task", scale: "log", format: "usd" },
    y: { label: `${name}, percent`, scale: "linear", format: "percent" },
    points: points.map((point) => ({ ...point, isFront: isFrontOf(point, points) })),
  };
}

/** On this one test: the list holds what leads on another too. */
function isFrontOf(point: Point, all: readonly Point[]): boolean {
  return !all.some(
    ({ x, y }) =>
      (x < point.x && y.value >= point.y.value) || (x === point.x && y.value > point.y.value),
  );
}
