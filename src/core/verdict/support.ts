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
const errorRate = {
  "own-evidence": 0.002,
  "own-facts": 0.002,
  "first-party": 0.01,
  "benchmark-owner": 0.01,
  independent: 0.015,
  "other-maker": 0.02,
  aggregator: 0.033,
  assumption: 0,
} as const satisfies Record<SourceKind, Ratio>;

/** The chance that a figure is wrong although all its independent sources agree on it. */
export function errorRateOf(sources: readonly Source[]): Ratio {
  const said = sources.filter(({ kind }) => kind !== "assumption");
  if (said.length === 0) return 0;
  const byLineage = new Map<string, Ratio>();
  for (const { lineage, kind, confidence } of said) {
    const rate = confidence === "low" ? 0.25 : errorRate[kind];
    byLineage.set(lineage, Math.min(rate, byLineage.get(lineage) ?? 1));
  }
  return [...byLineage.values()].reduce((product, rate) => product * rate, 1);
}

/** A score and those of other reporters on the same test that stand within the given points of it. */
export function corroborating(
  dossier: ModelDossier,
  score: Score,
  withinPoints: number,
): readonly Source[] {
  const test = testOf(score);
  return [
    score.source,
    ...dossier.scores
      .filter(
        (other) =>
          other !== score &&
          other.benchmark === score.benchmark &&
          testOf(other) === test &&
          Math.abs(other.score - score.score) <= withinPoints,
      )
      .map(({ source }) => source),
  ];
}
