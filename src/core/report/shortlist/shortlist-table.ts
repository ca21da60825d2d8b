import type { ShortlistedModel } from "../../shortlist/shortlist.ts";
import type { Line, TableBlock } from "../document.ts";
import { formatNumber, formatUsd } from "../format.ts";

/** `A` to `Z`, then numbers; the same letter stands in the picture. */
export function letterOf(index: number): string {
  return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index] ?? "+";
}

/** One row a model: its route, its bill, its scores for the work with what luck leaves open. */
export function shortlistTable(models: readonly ShortlistedModel[]): TableBlock {
  const benchmarks = [
    ...new Map(
      models.flatMap(({ qualities }) =>
        qualities.map((each) => [each.benchmark, each.benchmarkName]),
      ),
    ),
  ];
  return {
    kind: "table",
    columns: [
      { header: "", align: "left" },
      { header: "model", align: "left" },
      { header: "route", align: "left" },
      { header: "a month", align: "right" },
      { header: "up to", align: "right" },
      ...benchmarks.map(([, name]) => ({ header: name, align: "right" }) as const),
    ],
    rows: models.map((model, index): readonly Line[] => [
      letterOf(index),
      model.conditionalOn.length === 0
        ? model.name
        : [{ text: `${model.name} ?`, tone: "unknown" }],
      model.provider,
      formatUsd(model.monthlyUsd),
      formatUsd(model.highUsd),
      ...benchmarks.map(([id]) => qualityText(model, id)),
    ]),
  };
}

function qualityText({ qualities }: ShortlistedModel, benchmark: string): Line {
  const quality = qualities.find((each) => each.benchmark === benchmark);
  if (quality === undefined) return [{ text: "?", tone: "unknown" }];
  const { score, interval95 } = quality;
  const figure = formatNumber(score, 1);
  if (interval95 === null) return `${figure} ± ?`;
  const half = (interval95[1] - interval95[0]) / 2;
  return `${figure} ± ${formatNumber(half, 1)}`;
}
