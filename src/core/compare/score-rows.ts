import type { ModelDossier } from "../catalog/dossier.ts";
import type { Benchmark, Score } from "../catalog/entries.ts";
import { groupBy } from "../group-by.ts";
import { compareText } from "../ordering.ts";
import { type Gap, type GapLabel, gapBetween } from "../stats/gap.ts";
import type { Comparability } from "../stats/tau.ts";
import { itemsOf } from "./items-of.ts";
import type { PairGap, ScoreRow } from "./score-row.ts";
import { harnessOf, testOf } from "./test-of.ts";

/** How many points of non-sampling error to reckon with instead of the table's. */
export type TauOverride = number | undefined;

/**
 * Every benchmark that two or more of the models share, with the relation of each pair. Scores are
 * paired so that they are as comparable as published scores allow: one evaluator's run before one
 * publisher's table before two sources; another domain, subset or edition is another test.
 */
export function scoreRowsOf(
  dossiers: readonly ModelDossier[],
  benchmarkById: ReadonlyMap<string, Benchmark>,
  tauPoints?: TauOverride,
): readonly ScoreRow[] {
  const byModel = dossiers.map((dossier) => scoresByBenchmark(dossier.scores));
  const counts = new Map<string, number>();
  for (const scores of byModel) {
    for (const id of scores.keys()) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count > 1).map(([id]) => id);
  return shared.sort().flatMap((id) => {
    const benchmark = benchmarkById.get(id);
    return benchmark === undefined
      ? []
      : [
          rowOf(
            benchmark,
            dossiers,
            byModel.map((scores) => scores.get(id) ?? []),
            tauPoints,
          ),
        ];
  });
}

function rowOf(
  benchmark: Benchmark,
  dossiers: readonly ModelDossier[],
  scores: readonly (readonly Score[])[],
  tauPoints: TauOverride,
): ScoreRow {
  const gaps = dossiers.flatMap((from, i) =>
    dossiers.slice(i + 1).flatMap((to, offset) => {
      const pair = bestPair(scores[i] ?? [], scores[i + 1 + offset] ?? []);
      return pair === undefined ? [] : [pairGap({ from, to, benchmark, pair, tauPoints })];
    }),
  );
  const used = dossiers.map((dossier, i) => scoreUsed(dossier.entry.id, gaps, scores[i] ?? []));
  const first = used.find((score) => score !== null);
  const { items, because } = itemsOf(benchmark, first ?? undefined);
  return {
    benchmark: benchmark.id,
    name: benchmark.name,
    category: benchmark.category,
    measures: benchmark.measures,
    group: benchmark.group,
    test: first === undefined || first === null ? "" : testOf(first),
    items: items ?? null,
    itemsBecause: because,
    scores: used,
    gaps,
  };
}

/** With two models the score of their pair; with more, the one its first pair used. */
function scoreUsed(
  model: string,
  gaps: readonly PairGap[],
  scores: readonly Score[],
): Score | null {
  const gap = gaps.find((each) => each.from === model || each.to === model);
  if (gap === undefined) return [...scores].sort(strongestFirst)[0] ?? null;
  return gap.from === model ? gap.fromScore : gap.toScore;
}

interface ScorePair {
  readonly a: Score;
  readonly b: Score;
  readonly comparability: Comparability;
}

const nearness = {
  "same-run": 0,
  "same-table": 1,
  "cross-source": 2,
  mismatch: 3,
} as const satisfies Record<Comparability, number>;

/** The most comparable pair; among equals the surer, like with like, the newer, the higher scores. */
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
  const older = compareText(oldest(pair), oldest(best));
  if (older !== 0) return older > 0;
  return pair.a.score + pair.b.score > best.a.score + best.b.score;
}

/** A maker's own figure against somebody else's: like with like is fairer. */
const isUnlike = ({ a, b }: ScorePair): boolean => a.source.kind !== b.source.kind;

const doubtOf = ({ a, b }: ScorePair): number =>
  Number(a.source.confidence === "low") + Number(b.source.confidence === "low");

const oldest = ({ a, b }: ScorePair): string =>
  a.source.observedOn < b.source.observedOn ? a.source.observedOn : b.source.observedOn;

function comparabilityOf(a: Score, b: Score): Comparability {
  if (testOf(a) !== testOf(b)) return "mismatch";
  if (a.reporter !== b.reporter) return "cross-source";
  const isReferee = [a, b].every(
    ({ source }) => source.kind === "benchmark-owner" || source.kind === "independent",
  );
  if (isReferee && harnessOf(a) === harnessOf(b)) return "same-run";
  return a.source.ref === b.source.ref ? "same-table" : "cross-source";
}

function pairGap(of: {
  readonly from: ModelDossier;
  readonly to: ModelDossier;
  readonly benchmark: Benchmark;
  readonly pair: ScorePair;
  readonly tauPoints: TauOverride;
}): PairGap {
  const { benchmark, pair } = of;
  const fromItems = itemsOf(benchmark, pair.a);
  const toItems = itemsOf(benchmark, pair.b);
  const gap = gapBetween({
    scoreA: pair.a.score,
    scoreB: pair.b.score,
    items: fromItems.items,
    itemsB: toItems.items,
    smallestKnownItems: fromItems.smallestVariant,
    group: benchmark.group,
    comparability: pair.comparability,
    tauPoints: of.tauPoints,
  });
  return {
    from: of.from.entry.id,
    to: of.to.entry.id,
    fromScore: pair.a,
    toScore: pair.b,
    comparability: pair.comparability,
    gap,
    label: actionLabel(gap),
    because: describeComparability(pair),
  };
}

/** A gap that is clear at the fewest items the test can have is at least a likely one. */
function actionLabel(gap: Gap): GapLabel {
  return gap.label === "unknown-n" && gap.bounded?.label === "clear" ? "likely" : gap.label;
}

function describeComparability({ a, b, comparability }: ScorePair): string {
  switch (comparability) {
    case "same-run":
      return `one evaluator, ${a.reporter}`;
    case "same-table":
      return `one table, by ${a.reporter}`;
    case "cross-source":
      return a.reporter === b.reporter
        ? `${a.reporter}, on two occasions`
        : `two reporters: ${a.reporter} and ${b.reporter}`;
    case "mismatch":
      return `two different tests: ${testOf(a) || "plain"} and ${testOf(b) || "plain"}`;
  }
}

function strongestFirst(a: Score, b: Score): number {
  return (
    Number(a.source.confidence === "low") - Number(b.source.confidence === "low") ||
    compareText(b.source.observedOn, a.source.observedOn) ||
    b.score - a.score
  );
}

const grouped = new WeakMap<readonly Score[], ReadonlyMap<string, readonly Score[]>>();

function scoresByBenchmark(scores: readonly Score[]): ReadonlyMap<string, readonly Score[]> {
  const known = grouped.get(scores);
  if (known !== undefined) return known;
  const byBenchmark = groupBy(scores, (score) => score.benchmark);
  grouped.set(scores, byBenchmark);
  return byBenchmark;
}
