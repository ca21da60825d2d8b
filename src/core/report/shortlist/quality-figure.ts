import type { Shortlist } from "../../shortlist/shortlist.ts";
import type { FigureBlock } from "../document.ts";
import { formatNumber, formatUsd } from "../format.ts";
import { type ScatterPoint, scatter } from "../scatter.ts";
import { qualityChart } from "./quality-chart.ts";
import { letterOf } from "./shortlist-table.ts";

/** Cost against the first score that counts, of the shortlist; absent where fewer than two have it. */
export function qualityFigure(found: Shortlist): FigureBlock | undefined {
  const { shortlist } = found;
  const benchmark = shortlist.flatMap(({ qualities }) => qualities)[0];
  if (benchmark === undefined) return undefined;
  const points = shortlist.flatMap(({ monthlyUsd, qualities }, index): readonly ScatterPoint[] => {
    const quality = qualities.find((each) => each.benchmark === benchmark.benchmark);
    if (quality === undefined) return [];
    const { score, interval95 } = quality;
    return [{ mark: letterOf(index), x: monthlyUsd, y: score, band: interval95 ?? undefined }];
  });
  const figure = scatter(points, {
    x: "cost a month, on a logarithmic scale",
    y: `${benchmark.benchmarkName}, percent; bars: 95 % of the luck of its items`,
    formatX: formatUsd,
    formatY: (y) => formatNumber(y, 0),
    sentence: `The picture of cost and ${benchmark.benchmarkName} needs a wider screen; the table above has its figures.`,
  });
  const chart = qualityChart(found);
  return figure === undefined || chart === undefined ? figure : { ...figure, chart };
}
