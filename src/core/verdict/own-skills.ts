import type { Benchmark } from "../catalog/entries.ts";
import type { Points } from "../units.ts";
import { isUsable, type SkillRelation } from "./skill-relation.ts";
import type { Skill } from "./skills.ts";

/** Suites of the team's own as skills of their own: those for the work asked about, or for any. */
export function ownSkills(
  benchmarks: readonly Benchmark[],
  task: string | undefined,
): readonly Skill[] {
  return benchmarks
    .filter((each) => each.isOwn === true && isFor(each, task))
    .map(({ id, name }) => ({ id, label: name, benchmarks: [id], isOwn: true }));
}

function isFor(suite: Benchmark, task: string | undefined): boolean {
  return suite.task === undefined || task === undefined || suite.task === task;
}

/**
 * A run that settles nothing is listened to all the same where it would have shown, with a power of
 * 80 %, a difference of so many points.
 */
export const ownRunShows: Points = 10;

/** Of a normal test at 5 %, two-sided, with a power of 80 %. */
const errorsToShow = 1.959963984540054 + 0.8416212335729143;

/**
 * The relations that a decision weighs: what a run of the team's own says, and only where none speaks
 * what is published. Without any the list is empty.
 */
export function weighed(relations: readonly SkillRelation[]): readonly SkillRelation[] {
  const usable = relations.filter(isUsable);
  const own = usable.filter(speaksForItself);
  return own.length > 0 ? own : usable;
}

/** Whether a run of the team's own is enough by itself: too small a one counts as one test of many. */
export function speaksForItself({ skill, standing, gap }: SkillRelation): boolean {
  if (skill.isOwn !== true) return false;
  if (standing === "clear" || standing === "likely") return true;
  const error = gap?.gap.standardErrorPoints ?? Number.POSITIVE_INFINITY;
  return errorsToShow * error <= ownRunShows;
}
