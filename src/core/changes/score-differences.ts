import type { Score } from "../catalog/entries.ts";
import { known, unknown } from "../evidence/fact.ts";
import { groupBy } from "../group-by.ts";
import { compareText } from "../ordering.ts";
import type { Difference, ScoreCase } from "./change.ts";
import { pairUp } from "./pair-up.ts";

/**
 * New, corrected and withdrawn results. A result that its reporter only describes in other words is
 * the same one.
 */
export function scoreDifferences(
  model: string,
  before: readonly Score[],
  after: readonly Score[],
): readonly Difference[] {
  const changed = pairUp(scoresByCase(before), scoresByCase(after)).filter(
    ([a, b]) => a?.score !== b?.score,
  );
  const gone = new Set(changed.flatMap(([a, b]) => (a && b === undefined ? [resultKey(a)] : [])));
  const come = new Set(changed.flatMap(([a, b]) => (b && a === undefined ? [resultKey(b)] : [])));
  const isReworded = (only: Score) => gone.has(resultKey(only)) && come.has(resultKey(only));
  return changed.flatMap(([a, b]): readonly Difference[] => {
    const score = b ?? a;
    if (score === undefined) return [];
    if ((a === undefined || b === undefined) && isReworded(score)) return [];
    return [
      {
        kind: "score",
        subject: `model:${model}`,
        model,
        property: `score.${score.benchmark}`,
        conditions: caseOf(score),
        before: factOf(a),
        after: factOf(b),
      },
    ];
  });
}

/** The newest result of each case. */
function scoresByCase(scores: readonly Score[]): ReadonlyMap<string, Score> {
  const groups = groupBy(scores, (score) => JSON.stringify([score.benchmark, caseOf(score)]));
  const newest = [...groups].flatMap(([key, group]) => {
    const [first] = [...group].sort(
      (a, b) => compareText(b.source.observedOn, a.source.observedOn) || b.score - a.score,
    );
    return first === undefined ? [] : [[key, first] as const];
  });
  return new Map(newest);
}

function caseOf({ reporter, variant, setting, modelVariant }: Score): ScoreCase {
  return {
    reporter,
    ...(variant === undefined ? {} : { variant }),
    ...(setting === undefined ? {} : { setting }),
    ...(modelVariant === undefined ? {} : { modelVariant }),
  };
}

function resultKey({ benchmark, reporter, score }: Score): string {
  return JSON.stringify([benchmark, reporter, score]);
}

function factOf(score: Score | undefined) {
  return score === undefined
    ? unknown("no such result is listed")
    : known(score.score, [score.source]);
}
