import type { Score } from "../../src/core/catalog/entries.ts";
import type { PairGap, ScoreRow } from "../../src/core/compare/score-row.ts";
import { gapBetween } from "../../src/core/stats/gap.ts";
import { sourceOf } from "./source-of.ts";

/** A published result in percent. */
export function scoreOf(
  given: Partial<Score> & Pick<Score, "model" | "benchmark" | "score">,
): Score {
  const reporter = given.reporter ?? "Maker";
  return { reporter, source: sourceOf({ name: reporter }), ...given };
}

/** A benchmark row of models in the order of their scores; `pair` overrides what each pair is worth. */
export function scoreRowOf(
  given: Partial<ScoreRow> &
    Pick<ScoreRow, "scores"> & {
      readonly pair?: Partial<PairGap>;
    },
): ScoreRow {
  const { pair, ...row } = given;
  const scored = row.scores.filter((score) => score !== null);
  return {
    benchmark: scored[0]?.benchmark ?? "mmlu-pro",
    name: "MMLU-Pro",
    category: "knowledge",
    measures: "questions from many fields",
    group: "static",
    test: "",
    items: 12_032,
    itemsBecause: "the owner states the count",
    gaps: scored.flatMap((fromScore, index) =>
      scored.slice(index + 1).map((toScore) => pairGapOf(fromScore, toScore, pair)),
    ),
    ...row,
  };
}

function pairGapOf(fromScore: Score, toScore: Score, given: Partial<PairGap> = {}): PairGap {
  const gap = gapBetween({
    scoreA: fromScore.score,
    scoreB: toScore.score,
    items: 12_032,
    group: "static",
    comparability: "same-table",
  });
  return {
    from: fromScore.model,
    to: toScore.model,
    fromScore,
    toScore,
    comparability: "same-table",
    gap: { ...gap, label: given.label ?? gap.label },
    label: gap.label,
    because: "one publisher reports both",
    ...given,
  };
}
