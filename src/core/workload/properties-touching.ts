import { properties } from "../catalog/property.ts";
import { parseConstraint } from "../verdict/constraints.ts";
import { propertiesRead } from "../verdict/properties-read.ts";
import { skillsThatCount, taskById } from "../verdict/tasks.ts";
import type { Workload } from "./workload.ts";

const prices = Object.keys(properties).filter((property) => property.startsWith("price."));

/**
 * What may move the answer for a team's work: every price, what its constraints are judged by, and
 * the benchmarks that count. Undefined where it states neither musts nor work: then all of it may.
 */
export function propertiesTouching({
  constraints,
  task,
  benchmarks,
}: Workload): ReadonlySet<string> | undefined {
  const isOpen = task === undefined && Object.keys(benchmarks).length === 0;
  if (constraints.length === 0 && isOpen) return undefined;
  const read = constraints.flatMap((text) => {
    const constraint = parseConstraint(text);
    return constraint.ok ? [constraint.value] : [];
  });
  const skills = skillsThatCount(task === undefined ? undefined : taskById(task), benchmarks);
  const scores = skills.flatMap((skill) => skill.benchmarks.map((id) => `score.${id}`));
  return new Set([...prices, ...propertiesRead(read), ...scores]);
}
