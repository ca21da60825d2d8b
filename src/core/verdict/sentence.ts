import type { Candidate } from "../compare/candidate.ts";
import { listed, nameOf } from "../compare/wording.ts";
import { formatUsd } from "../report/format.ts";
import { whereLossDecides } from "./flips-of.ts";
import { speaksForItself } from "./own-skills.ts";
import type { PairDecision } from "./pair-decision.ts";
import type { SkillRelation } from "./skill-relation.ts";
import { skills } from "./skills.ts";

/** The decision as a person would say it, conditions and all. */
export function describeDecision(decision: PairDecision, conditions: readonly string[]): string {
  const { choice, cost, rule, breakEven, deciding } = decision;
  const { cheaper, dearer } = cost;
  const names = [cheaper, dearer].map(nameOf).sort().join(" or ");
  if (choice === null) {
    const pair = names.replace(" or ", " and ");
    return `Not decidable: no published score compares ${pair} on the same test${ofWork(decision)}. ${nameOf(cheaper)} is the cheaper.`;
  }
  const rival = nameOf(choice === cheaper ? dearer : cheaper);
  const onlyIf = conditions.length === 0 ? "" : `, if ${listed(conditions)}`;
  const otherwise = conditions.length === 0 ? "" : `; else ${rival}`;
  switch (rule) {
    case "no-difference":
      return `${names}: no difference established, take the cheaper, ${nameOf(choice)}${onlyIf}.`;
    case "pays-above-loss": {
      const loss = breakEven === null ? "" : ` costs you more than ${formatUsd(breakEven.usd)}`;
      const strengths = strengthsOf(decision, cheaper);
      const forWhat = deciding === null ? "" : ` (${deciding.skill.label})`;
      const extra = conditions.length === 0 ? "" : ` and ${listed(conditions)}`;
      return `${nameOf(choice)}, if a failed task${loss}${forWhat}${extra}; else ${nameOf(cheaper)}${strengths}.`;
    }
    case "cheaper-unless-loss": {
      const other = `${nameOf(dearer)}${strengthsOf(decision, dearer)}`;
      if (conditions.length > 0) return `${nameOf(choice)}${onlyIf}; else ${other}.`;
      const loss = breakEven === null ? "a lot" : formatUsd(breakEven.usd);
      return `${nameOf(choice)}, unless ${whereLossDecides(decision)}a failed task costs you more than ${loss}; then ${other}.`;
    }
    default:
      return `${nameOf(choice)}${onlyIf}${otherwise}.`;
  }
}

/** Where not every skill counts, a test of another kind may well compare them. */
function ofWork({ relations }: PairDecision): string {
  const published = relations.filter(({ skill }) => skill.isOwn !== true);
  return published.length === skills.length
    ? ""
    : ` of ${listed(published.map(({ skill }) => skill.label))}`;
}

/** What the one not chosen is ahead in, as far as counted items say. */
function strengthsOf({ relations }: PairDecision, other: Candidate): string {
  const isOwn = relations.some(speaksForItself);
  const ahead = relations
    .filter(({ skill }) => !isOwn || skill.isOwn !== true)
    .filter(
      (each) => each.ahead === other.dossier.entry.id && each.gap?.gap.label === each.standing,
    )
    .sort((a, b) => zOf(b) - zOf(a))
    .slice(0, 3);
  const named = (standing: SkillRelation["standing"], words: string) => {
    const labels = ahead
      .filter((each) => each.standing === standing)
      .map(({ skill }) => skill.label);
    return labels.length === 0 ? [] : [`${words} in ${listed(labels)}`];
  };
  if (isOwn) {
    const labels = ahead.map(({ skill }) => skill.label);
    return labels.length === 0 ? "" : `, which published tests have ahead in ${listed(labels)}`;
  }
  const parts = [...named("clear", "is ahead"), ...named("likely", "is probably ahead")];
  return parts.length === 0 ? "" : `, which ${listed(parts)}`;
}

const zOf = ({ gap }: SkillRelation): number => gap?.gap.zTotal ?? 0;

/** The answer when the rules leave one candidate. */
export function describeOnly(
  only: Candidate,
  conditions: readonly string[],
  ruledOut: readonly string[],
): string {
  const onlyIf = conditions.length === 0 ? "" : `, if ${listed(conditions)}`;
  return `${nameOf(only)}${onlyIf}; ${listed(ruledOut)}.`;
}
