import type { ToldScore } from "../../overview/told-score.ts";
import { left, right } from "../comparison/setting.ts";
import type { Block, Line, Span } from "../document.ts";
import { formatNumber, formatTokens } from "../format.ts";
import { marked } from "../marked.ts";
import type { CellSetting } from "./told-cell.ts";

/** Whose scores a table holds: all of a model, of a benchmark, or of one reporter of it. */
export type ScoresOf = "model" | "benchmark" | "reporter";

/** Scores with how they were taken: of a model each is named by its test, of a test by its model. */
export function scoreTable(
  scores: readonly ToldScore[],
  of: ScoresOf,
  setting: CellSetting,
): Block {
  return {
    kind: "table",
    columns: [
      left(of === "model" ? "Test" : "Model"),
      right("Score"),
      right("Items"),
      left("Setting"),
      ...(of === "reporter" ? [] : [left("Reporter")]),
    ],
    rows: scores.map((score) => [
      [nameSpan(score, of), ...variantSpans(score)],
      marked(scoreText(score), score.sources, setting, scoreLines(score)),
      score.items === null ? [{ text: "unknown", tone: "unknown" }] : formatTokens(score.items),
      score.setting ?? [{ text: "not stated", tone: "unknown" }],
      ...(of === "reporter" ? [] : [score.reporter]),
    ]),
  };
}

function nameSpan({ model, modelName, benchmark, benchmarkName }: ToldScore, of: ScoresOf): Span {
  return of === "model"
    ? { text: benchmarkName, to: { kind: "benchmark", id: benchmark } }
    : { text: modelName, to: { kind: "model", id: model } };
}

function variantSpans({ variant }: ToldScore): readonly Span[] {
  return variant === null ? [] : [{ text: ` (${variant})` }];
}

function scoreText({ score, interval95 }: ToldScore): Line {
  const text = formatNumber(score, 1);
  if (interval95 === null) return text;
  return `${text} ±${formatNumber((interval95[1] - interval95[0]) / 2, 1)}`;
}

/** What stands behind a score before its source: the interval, the setting, the items. */
function scoreLines(told: ToldScore): readonly string[] {
  const { modelName, benchmarkName, score, interval95, items, itemsBecause, setting } = told;
  const range =
    interval95 === null
      ? "how far luck may have moved it is unknown"
      : `95 % of the luck of its items lies between ${formatNumber(interval95[0], 1)} and ${formatNumber(interval95[1], 1)}`;
  const count = items === null ? "unknown" : formatTokens(items);
  return [
    `${modelName} on ${benchmarkName}: ${formatNumber(score, 2)} percent; ${range}.`,
    `Items: ${count} (${itemsBecause}). Setting: ${setting ?? "not stated"}.`,
  ];
}
