import type { ToldScore } from "../../overview/told-score.ts";
import { left, right } from "../comparison/setting.ts";
import type { Block, Line, Span } from "../document.ts";
import { formatNumber, formatTokens } from "../format.ts";
import { marked } from "../marked.ts";
import { scoreLines } from "../score-lines.ts";
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
      marked(
        scoreText(score),
        score.sources,
        setting,
        scoreLines({ ...score, model: score.modelName, test: score.benchmarkName }),
      ),
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
