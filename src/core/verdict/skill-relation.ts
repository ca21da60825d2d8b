import { nearness } from "../compare/pair-gap.ts";
import type { PairGap, ScoreRow } from "../compare/score-row.ts";
import { groupBy } from "../group-by.ts";
import type { Skill } from "./skills.ts";

/** What scores say of two models for one skill. */
export interface SkillRelation {
  readonly skill: Skill;
  readonly standing: "clear" | "likely" | "within-noise" | "unknown-n" | "not-comparable" | "none";
  /** The model ahead, when clear or likely. */
  readonly ahead: string | null;
  /** Absent when no row of the skill is shared. */
  readonly row?: ScoreRow;
  readonly gap?: PairGap;
}

/** The relation of `a` and `b` for each skill; order does not matter. */
export function skillRelations(
  rows: readonly ScoreRow[],
  a: string,
  b: string,
  skills: readonly Skill[],
): readonly SkillRelation[] {
  const byBenchmark = groupBy(rows, ({ benchmark }) => benchmark);
  return skills.map((skill) => relationOf(skill, byBenchmark, a, b));
}

/** How much a row settles, most first. */
const usefulness = {
  clear: 0,
  likely: 0,
  "within-noise": 0,
  "unknown-n": 1,
  "not-comparable": 2,
  none: 3,
} as const satisfies Record<SkillRelation["standing"], number>;

function relationOf(
  skill: Skill,
  rows: ReadonlyMap<string, readonly ScoreRow[]>,
  a: string,
  b: string,
): SkillRelation {
  let best: SkillRelation = { skill, standing: "none", ahead: null };
  for (const id of skill.benchmarks) {
    for (const row of rows.get(id) ?? []) {
      const gap = row.gaps.find(
        (each) => (each.from === a && each.to === b) || (each.from === b && each.to === a),
      );
      if (gap === undefined) continue;
      const relation = read(skill, row, gap);
      if (isMoreUseful(relation, best)) best = relation;
    }
    if (usefulness[best.standing] === 0) break;
  }
  return best;
}

/** Of several tests of one benchmark: the usable, then the like run, then the one of most items. */
function isMoreUseful(relation: SkillRelation, best: SkillRelation): boolean {
  const more = usefulness[relation.standing] - usefulness[best.standing];
  if (more !== 0 || relation.row?.benchmark !== best.row?.benchmark) return more < 0;
  const near = nearnessOf(relation) - nearnessOf(best);
  return near !== 0 ? near < 0 : (relation.row?.items ?? 0) > (best.row?.items ?? 0);
}

const nearnessOf = ({ gap }: SkillRelation): number =>
  gap === undefined ? nearness.mismatch : nearness[gap.comparability];

function read(skill: Skill, row: ScoreRow, gap: PairGap): SkillRelation {
  const isDoubtful = [gap.fromScore, gap.toScore].some(({ source }) => source.confidence === "low");
  const standing = isDoubtful && gap.label !== "not-comparable" ? "unknown-n" : gap.label;
  const isAhead = standing === "clear" || standing === "likely";
  const ahead = gap.gap.deltaPoints > 0 ? gap.to : gap.from;
  return { skill, standing, ahead: isAhead ? ahead : null, row, gap };
}

/** True when the row says something about quality: ahead, or no difference established. */
export function isUsable({ standing }: SkillRelation): boolean {
  return usefulness[standing] === 0;
}

/** Mean and spread of the quality gap as shares, seen from `model`. */
export function advantageOf(
  { gap }: SkillRelation,
  model: string,
): { readonly mean: number; readonly spread: number } | undefined {
  if (gap === undefined) return undefined;
  const { deltaPoints, standardErrorPoints, tauPoints } = gap.gap;
  const sign = gap.to === model ? 1 : -1;
  const se = standardErrorPoints ?? 0;
  return { mean: (sign * deltaPoints) / 100, spread: Math.hypot(se, tauPoints ?? 0) / 100 };
}
