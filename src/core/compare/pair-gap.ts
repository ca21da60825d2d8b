import type { ModelDossier } from "../catalog/dossier.ts";
import type { Benchmark, Score } from "../catalog/entries.ts";
import type { SourceKind } from "../evidence/source.ts";
import { type Gap, type GapLabel, gapBetween } from "../stats/gap.ts";
import { pairedGap } from "../stats/paired-gap.ts";
import type { Comparability } from "../stats/tau.ts";
import { itemsOf } from "./items-of.ts";
import type { PairGap } from "./score-row.ts";
import { harnessOf, testOf } from "./test-of.ts";

/** How many points of non-sampling error to reckon with instead of the table's. */
export type TauOverride = number | undefined;

export interface ScorePair {
  readonly a: Score;
  readonly b: Score;
  readonly comparability: Comparability;
}

/** How far the second score of a pair lies above the first. */
export function pairGap(of: {
  readonly from: ModelDossier;
  readonly to: ModelDossier;
  readonly benchmark: Benchmark;
  readonly pair: ScorePair;
  readonly tauPoints: TauOverride;
}): PairGap {
  const { benchmark, pair } = of;
  const fromItems = itemsOf(benchmark, pair.a);
  const toItems = itemsOf(benchmark, pair.b);
  const inRun = pair.b.paired?.find(({ model }) => model === of.from.entry.id);
  if (inRun !== undefined && pair.a.source.ref === pair.b.source.ref) {
    return {
      ...{ from: of.from.entry.id, to: of.to.entry.id, fromScore: pair.a, toScore: pair.b },
      comparability: pair.comparability,
      gap: pairedGap(inRun),
      label: inRun.label,
      because: "one run of your own, prompt by prompt",
    };
  }
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

/** How near to one run, nearest first. */
export const nearness = {
  "same-run": 0,
  "same-table": 1,
  "cross-source": 2,
  mismatch: 3,
} as const satisfies Record<Comparability, number>;

/** Who tests all alike. */
const referees: ReadonlySet<SourceKind> = new Set([
  "own-evidence",
  "benchmark-owner",
  "independent",
]);

/** How like each other two published scores were won. */
export function comparabilityOf(a: Score, b: Score): Comparability {
  if (testOf(a) !== testOf(b)) return "mismatch";
  if (a.reporter !== b.reporter) return "cross-source";
  const isReferee = [a, b].every(({ source }) => referees.has(source.kind));
  if (isReferee && harnessOf(a) === harnessOf(b)) return "same-run";
  return a.source.ref === b.source.ref ? "same-table" : "cross-source";
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
