import type { Score } from "../catalog/entries.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import { formatNumber, formatProbability } from "../report/format.ts";
import { wilsonInterval } from "../stats/intervals.ts";
import type { ComparedBenchmark } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import type { PairGap, ScoreRow } from "./score-row.ts";
import { idOf, nameOf } from "./wording.ts";

/** Every shared row with its intervals, and what the gap is worth. */
export function benchmarksOf(context: ComparisonContext): readonly ComparedBenchmark[] {
  const names = new Map(context.candidates.map((each) => [idOf(each), nameOf(each)]));
  return context.rows.map((row) => comparedBenchmark(row, names, context));
}

type Names = ReadonlyMap<string, string>;

function comparedBenchmark(
  row: ScoreRow,
  names: Names,
  { tauSource, book }: ComparisonContext,
): ComparedBenchmark {
  const gap = row.lead ?? row.gaps[0];
  const tauPoints = gap?.gap.tauPoints ?? null;
  const used = row.scores.filter((score) => score !== null).map(({ source }) => source);
  return {
    benchmark: row.benchmark,
    name: row.name,
    category: row.category,
    measures: row.measures,
    test: row.test,
    items: row.items,
    itemsBecause: row.itemsBecause,
    scores: row.scores.map((score) => (score === null ? null : scoreShown(score, row, book))),
    deltaPoints: gap?.gap.deltaPoints ?? null,
    label: gap?.gap.label ?? "not-comparable",
    samplingLabel: gap?.gap.samplingLabel ?? "unknown-n",
    sameSignProbability: gap?.gap.sameSignProbability ?? null,
    tauPoints,
    comparability: gap?.comparability ?? "mismatch",
    text: gap === undefined ? "only one of the models has a score" : meaningOf(gap, names),
    sources: book.cite(tauPoints === null ? used : [...used, tauSource]),
  };
}

function scoreShown(
  score: Score,
  { items }: ScoreRow,
  book: SourceBook,
): ComparedBenchmark["scores"][number] {
  return {
    score: score.score,
    setting: score.setting ?? null,
    reporter: score.reporter,
    interval95: items === null ? null : percentInterval(score.score / 100, items),
    sources: book.cite([score.source]),
  };
}

function percentInterval(share: number, items: number): readonly [number, number] {
  const [low, high] = wilsonInterval(share, items);
  return [100 * low, 100 * high];
}

function meaningOf({ gap, from, to, because }: PairGap, names: Names): string {
  const points = formatNumber(Math.abs(gap.deltaPoints), 1);
  const leader = names.get(gap.deltaPoints > 0 ? to : from) ?? "";
  switch (gap.label) {
    case "clear":
      return `${leader} +${points}: ahead on this test (${because})`;
    case "likely":
      return `${leader} +${points}: probably ahead, ${formatProbability(gap.sameSignProbability ?? 0)} (${because}); ${samplingNote(gap.samplingLabel)}`;
    case "within-noise":
      return `${points} points apart: no difference established (${because})`;
    case "unknown-n":
      return gap.bounded === null
        ? "cannot judge: item count missing"
        : `cannot judge: item count missing; ${gap.bounded.label} at ${gap.bounded.items} items, the fewest known`;
    case "not-comparable":
      return because;
  }
}

function samplingNote(samplingLabel: string): string {
  return samplingLabel === "clear"
    ? "not luck of the questions, but the size of ordinary set-up differences"
    : "luck of the questions alone could explain it";
}
