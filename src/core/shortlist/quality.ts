import type { ModelDossier } from "../catalog/dossier.ts";
import type { Benchmark, Score } from "../catalog/entries.ts";
import { itemsOf } from "../compare/items-of.ts";
import { strongestFirst } from "../compare/score-rows.ts";
import { type Interval, wilsonInterval } from "../stats/intervals.ts";
import type { Points } from "../units.ts";
import type { Skill } from "../verdict/skills.ts";

/** One published score of a model that counts for a skill, with what the luck of its items leaves open. */
export interface Quality {
  readonly skill: Skill;
  readonly benchmark: Benchmark;
  readonly score: Score;
  readonly items: number | null;
  /** 95 %, in points; null where nobody counts the items. */
  readonly interval95: readonly [Points, Points] | null;
}

/** For each skill the benchmark that most of the models took, the more trusted on a tie. */
export function commonBenchmarks(
  skills: readonly Skill[],
  dossiers: readonly ModelDossier[],
  benchmarkById: ReadonlyMap<string, Benchmark>,
): readonly { readonly skill: Skill; readonly benchmark: Benchmark }[] {
  return skills.flatMap((skill) => {
    let best: { readonly benchmark: Benchmark; readonly takers: number } | undefined;
    for (const id of skill.benchmarks) {
      const benchmark = benchmarkById.get(id);
      const takers = dossiers.filter(({ scores }) => takes(scores, id)).length;
      if (benchmark !== undefined && takers > (best?.takers ?? 0)) best = { benchmark, takers };
    }
    return best === undefined ? [] : [{ skill, benchmark: best.benchmark }];
  });
}

export function qualityOf(
  { scores }: ModelDossier,
  { skill, benchmark }: { readonly skill: Skill; readonly benchmark: Benchmark },
): Quality | undefined {
  const [score] = scores.filter((each) => each.benchmark === benchmark.id).sort(strongestFirst);
  if (score === undefined) return undefined;
  const { items } = itemsOf(benchmark, score);
  return {
    skill,
    benchmark,
    score,
    items: items ?? null,
    interval95: items === undefined ? null : inPoints(wilsonInterval(score.score / 100, items)),
  };
}

/** Whether any benchmark of the skills has a score of the model. */
export function isScored({ scores }: ModelDossier, skills: readonly Skill[]): boolean {
  return skills.some(({ benchmarks }) => benchmarks.some((id) => takes(scores, id)));
}

function takes(scores: readonly Score[], benchmark: string): boolean {
  return scores.some((each) => each.benchmark === benchmark);
}

const inPoints = ([low, high]: Interval): readonly [Points, Points] => [100 * low, 100 * high];
