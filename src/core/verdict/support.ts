import type { ModelDossier } from "../catalog/dossier.ts";
import type { Score } from "../catalog/entries.ts";
import { testOf } from "../compare/test-of.ts";
import type { Source, SourceKind } from "../evidence/source.ts";
import type { Ratio } from "../units.ts";

/**
 * How often a figure of such a source turns out wrong. For collectors: the share of prices on which
 * two open collectors differ outside their routers' rows, 3.3 %; the others are set below it in the
 * order of nearness.
 */
export const errorRate = {
  "own-evidence": 0.002,
  "own-facts": 0.002,
  "first-party": 0.01,
  "benchmark-owner": 0.01,
  independent: 0.015,
  "other-maker": 0.02,
  aggregator: 0.033,
  assumption: 0,
} as const satisfies Record<SourceKind, Ratio>;

/** The same for any source that is marked as low in confidence. */
export const doubtfulErrorRate: Ratio = 0.25;

/** The chance that a figure is wrong although all its independent sources agree on it. */
export function errorRateOf(sources: readonly Source[]): Ratio {
  const independent = independentOf(sources);
  return independent.length === 0
    ? 0
    : independent.reduce((product, source) => product * rateOf(source), 1);
}

/** The chance that at least one of several figures is wrong, each with its own sources. */
export function chanceWrongOf(figures: readonly (readonly Source[])[]): Ratio {
  return 1 - figures.reduce((right, sources) => right * (1 - errorRateOf(sources)), 1);
}

/** Of sources that copy from each other the surest; assumptions support nothing. */
export function independentOf(sources: readonly Source[]): readonly Source[] {
  const surest = new Map<string, Source>();
  for (const source of sources) {
    if (source.kind === "assumption") continue;
    const other = surest.get(source.lineage);
    if (other === undefined || rateOf(source) < rateOf(other)) surest.set(source.lineage, source);
  }
  return [...surest.values()];
}

const rateOf = ({ kind, confidence }: Source): Ratio =>
  confidence === "low" ? doubtfulErrorRate : errorRate[kind];

/** Whoever reports this very score on this test. */
export function corroborating(dossier: ModelDossier, score: Score): readonly Source[] {
  const test = testOf(score);
  return [
    score.source,
    ...dossier.scores
      .filter(
        (other) =>
          other !== score &&
          other.benchmark === score.benchmark &&
          testOf(other) === test &&
          other.score === score.score,
      )
      .map(({ source }) => source),
  ];
}
