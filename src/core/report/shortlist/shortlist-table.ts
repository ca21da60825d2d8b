import type { ShortlistedModel } from "../../shortlist/shortlist.ts";
import type { Line, TableBlock } from "../document.ts";
import { formatNumber, formatTokens, formatUsd } from "../format.ts";
import { linkTo } from "../linked.ts";
import { opening } from "../marked.ts";

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
      ...benchmarks.map(
        ([id, name]) => ({ header: name, align: "right", to: { kind: "benchmark", id } }) as const,
      ),
    ],
    rows: models.map((model, index): readonly Line[] => [
      letterOf(index),
      model.conditionalOn.length === 0
        ? [linkTo({ kind: "model", id: model.model }, model.name)]
        : [linkTo({ kind: "model", id: model.model }, `${model.name} ?`, "unknown")],
      sellerLine(model),
      opening(formatUsd(model.monthlyUsd), model.sources, [
        `${formatUsd(model.monthlyUsd)} a month, between ${formatUsd(model.lowUsd)} and ${formatUsd(model.highUsd)}, on ${model.route}.`,
      ]),
      formatUsd(model.highUsd),
      ...benchmarks.map(([id]) => qualityCell(model, id)),
    ]),
  };
}

/** The seller, leading to its page. */
export function sellerLine({
  route,
  provider,
}: {
  readonly route: string;
  readonly provider: string;
}): Line {
  return [linkTo({ kind: "provider", id: route.split("/")[0] ?? "" }, provider)];
}

function qualityCell(model: ShortlistedModel, benchmark: string): Line {
  const quality = model.qualities.find((each) => each.benchmark === benchmark);
  const text = qualityText(model, benchmark);
  if (quality === undefined) return text;
  const { benchmarkName, score, items, sources } = quality;
  const count = items === null ? "unknown" : formatTokens(items);
  return opening(text, sources, [
    `${model.name} on ${benchmarkName}: ${formatNumber(score, 2)} percent; items: ${count}.`,
  ]);
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
