import type { ModelDossier } from "../catalog/dossier.ts";
import type { Benchmark } from "../catalog/entries.ts";
import { scoreRowsOf } from "../compare/score-rows.ts";
import type { Points } from "../units.ts";
import { type SkillRelation, skillRelations } from "../verdict/skill-relation.ts";
import type { Skill } from "../verdict/skills.ts";

/** What published scores say of two models for each skill that counts. */
export type RelationsOf = (a: ModelDossier, b: ModelDossier) => readonly SkillRelation[];

interface Asked {
  readonly skills: readonly Skill[];
  readonly tauPoints?: Points | undefined;
}

/**
 * Relations by scores alone, kept while the same skills are asked: neither traffic nor constraints
 * change them. Only the benchmarks that count are looked at.
 */
export function rememberingRelations(
  benchmarkById: ReadonlyMap<string, Benchmark>,
): (asked: Asked) => RelationsOf {
  let last: { readonly key: string; readonly relationsOf: RelationsOf } | undefined;
  return (asked) => {
    const key = JSON.stringify([asked.skills, asked.tauPoints]);
    if (last?.key !== key) last = { key, relationsOf: relationsFor(asked, benchmarkById) };
    return last.relationsOf;
  };
}

export function relationsFor(
  { skills, tauPoints }: Asked,
  benchmarkById: ReadonlyMap<string, Benchmark>,
): RelationsOf {
  const counted = new Map(
    skills
      .flatMap(({ benchmarks }) => benchmarks)
      .flatMap((id) => {
        const benchmark = benchmarkById.get(id);
        return benchmark === undefined ? [] : [[id, benchmark] as const];
      }),
  );
  const known = new Map<ModelDossier, Map<ModelDossier, readonly SkillRelation[]>>();
  return (a, b) => {
    const ofA = known.get(a) ?? new Map<ModelDossier, readonly SkillRelation[]>();
    known.set(a, ofA);
    const before = ofA.get(b);
    if (before !== undefined) return before;
    const rows = scoreRowsOf([a, b], counted, tauPoints);
    const relations = skillRelations(rows, a.entry.id, b.entry.id, skills);
    ofA.set(b, relations);
    return relations;
  };
}
