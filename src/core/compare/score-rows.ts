import type { ModelDossier } from "../catalog/dossier.ts";
import type { Benchmark, Score } from "../catalog/entries.ts";
import { groupBy } from "../group-by.ts";
import { onceFor } from "../once-for.ts";
import { compareText } from "../ordering.ts";
import { itemsOf } from "./items-of.ts";
import {
  comparabilityOf,
  nearness,
  pairGap,
  type ScorePair,
  type TauOverride,
} from "./pair-gap.ts";
import type { PairGap, ScoreRow } from "./score-row.ts";
import { testOf } from "./test-of.ts";

/**
 * Every test that two or more of the models took, with the relation of each pair. Scores are paired
 * so that they are as comparable as published scores allow: one evaluator's run before one
 * publisher's table before two sources. A benchmark whose tests (domain, subset, edition, tool
 * access) are all different is one row, of two tests that cannot be compared.
 */
export function scoreRowsOf(
  dossiers: readonly ModelDossier[],
  benchmarkById: ReadonlyMap<string, Benchmark>,
  tauPoints?: TauOverride,
): readonly ScoreRow[] {
  const byModel = dossiers.map((dossier) => scoresByBenchmark(dossier.scores));
  return keysOfSeveral(byModel).flatMap((id) => {
    const benchmark = benchmarkById.get(id);
    if (benchmark === undefined) return [];
    const scores = byModel.map((own) => own.get(id) ?? []);
    const byTest = scores.map((own) => groupBy(own, testOf));
    const tests = keysOfSeveral(byTest);
    return tests.length === 0
      ? [rowOf(benchmark, dossiers, scores, tauPoints)]
      : tests.map((test) => {
          const onTest = byTest.map((own) => own.get(test) ?? []);
          return rowOf(benchmark, dossiers, onTest, tauPoints);
        });
  });
}

/** Keys that at least two of the groupings have, sorted. */
function keysOfSeveral(groupings: readonly ReadonlyMap<string, unknown>[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const grouping of groupings) {
    for (const key of grouping.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.keys()].filter((key) => (counts.get(key) ?? 0) > 1).sort();
}

function rowOf(
  benchmark: Benchmark,
  dossiers: readonly ModelDossier[],
  scores: readonly (readonly Score[])[],
  tauPoints: TauOverride,
): ScoreRow {
  const gaps: PairGap[] = [];
  for (const [i, from] of dossiers.entries()) {
    for (const [j, to] of dossiers.entries()) {
      const pair = j > i ? bestPair(scores[i] ?? [], scores[j] ?? []) : undefined;
      if (pair !== undefined) gaps.push(pairGap({ from, to, benchmark, pair, tauPoints }));
    }
  }
  const isPair = dossiers.length === 2;
  const used = isPair
    ? dossiers.map((dossier, i) => scoreUsed(dossier.entry.id, gaps, scores[i] ?? []))
    : scoresOfCommonTest(scores);
  const lead = isPair ? undefined : leadOf(used, { dossiers, benchmark, tauPoints });
  const headline = lead === undefined ? used : [lead.fromScore, lead.toScore];
  const { test, items, because } = testTaken(
    benchmark,
    headline.filter((each) => each !== null),
  );
  return {
    benchmark: benchmark.id,
    name: benchmark.name,
    category: benchmark.category,
    measures: benchmark.measures,
    group: benchmark.group,
    test,
    items: items ?? null,
    itemsBecause: because,
    scores: used,
    gaps,
    lead,
  };
}

/** The test that all the scores were taken on, with its items; none where they were different tests. */
function testTaken(
  benchmark: Benchmark,
  scores: readonly Score[],
): { readonly test: string; readonly items?: number; readonly because: string } {
  const [first, ...rest] = scores;
  const test = first === undefined ? "" : testOf(first);
  if (rest.every((score) => testOf(score) === test)) return { test, ...itemsOf(benchmark, first) };
  return { test: "", because: "the scores are from different tests" };
}

/** The score of the pair. */
function scoreUsed(
  model: string,
  gaps: readonly PairGap[],
  scores: readonly Score[],
): Score | null {
  const gap = gaps.find((each) => each.from === model || each.to === model);
  if (gap === undefined) return [...scores].sort(strongestFirst)[0] ?? null;
  return gap.from === model ? gap.fromScore : gap.toScore;
}

/** Of several models the scores on the test most of them took, whatever order they are named in. */
function scoresOfCommonTest(scores: readonly (readonly Score[])[]): readonly (Score | null)[] {
  const takers = new Map<string, number>();
  for (const test of scores.flatMap((own) => [...new Set(own.map(testOf))])) {
    takers.set(test, (takers.get(test) ?? 0) + 1);
  }
  const commonFirst = (a: Score, b: Score): number =>
    (takers.get(testOf(b)) ?? 0) - (takers.get(testOf(a)) ?? 0) ||
    compareText(testOf(a), testOf(b)) ||
    strongestFirst(a, b);
  return scores.map((own) => [...own].sort(commonFirst)[0] ?? null);
}

function leadOf(
  used: readonly (Score | null)[],
  of: {
    readonly dossiers: readonly ModelDossier[];
    readonly benchmark: Benchmark;
    readonly tauPoints: TauOverride;
  },
): PairGap | undefined {
  const ranked = of.dossiers
    .flatMap((dossier, i) => {
      const score = used[i];
      return score === undefined || score === null ? [] : [{ dossier, score }];
    })
    .sort(
      (a, b) =>
        b.score.score - a.score.score || compareText(a.dossier.entry.id, b.dossier.entry.id),
    );
  const [best, next] = ranked;
  if (best === undefined || next === undefined) return undefined;
  const comparability = comparabilityOf(next.score, best.score);
  const pair = { a: next.score, b: best.score, comparability };
  return pairGap({ from: next.dossier, to: best.dossier, pair, ...of });
}

/** The most comparable pair; among equals the surer, like with like, the first-hand, the newer, the higher scores. */
function bestPair(as: readonly Score[], bs: readonly Score[]): ScorePair | undefined {
  let best: ScorePair | undefined;
  for (const a of as) {
    for (const b of bs) {
      const pair = { a, b, comparability: comparabilityOf(a, b) };
      if (best === undefined || isBetterPair(pair, best)) best = pair;
    }
  }
  return best;
}

function isBetterPair(pair: ScorePair, best: ScorePair): boolean {
  const doubt = doubtOf(pair) - doubtOf(best);
  if (doubt !== 0) return doubt < 0;
  const near = nearness[pair.comparability] - nearness[best.comparability];
  if (near !== 0) return near < 0;
  const unlike = Number(isUnlike(pair)) - Number(isUnlike(best));
  if (unlike !== 0) return unlike < 0;
  const guess = hearsayOf(pair) - hearsayOf(best);
  if (guess !== 0) return guess < 0;
  const older = compareText(oldest(pair), oldest(best));
  if (older !== 0) return older > 0;
  return pair.a.score + pair.b.score > best.a.score + best.b.score;
}

/** A maker's own figure against somebody else's: like with like is fairer. */
const isUnlike = ({ a, b }: ScorePair): boolean => a.source.kind !== b.source.kind;

/** Figures told at second hand. */
const hearsayOf = ({ a, b }: ScorePair): number =>
  Number(a.source.confidence !== "high") + Number(b.source.confidence !== "high");

const doubtOf = ({ a, b }: ScorePair): number =>
  Number(a.source.confidence === "low") + Number(b.source.confidence === "low");

const oldest = ({ a, b }: ScorePair): string =>
  a.source.observedOn < b.source.observedOn ? a.source.observedOn : b.source.observedOn;

export function strongestFirst(a: Score, b: Score): number {
  return (
    Number(a.source.confidence === "low") - Number(b.source.confidence === "low") ||
    compareText(b.source.observedOn, a.source.observedOn) ||
    b.score - a.score
  );
}

/** A dossier keeps its list of scores, so that it is grouped once. */
const scoresByBenchmark = onceFor((scores: readonly Score[]) =>
  groupBy(scores, (score) => score.benchmark),
);
