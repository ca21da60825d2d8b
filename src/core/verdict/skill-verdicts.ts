import type { Candidate } from "../compare/candidate.ts";
import type { Source } from "../evidence/source.ts";
import { formatNumber, formatUsd } from "../report/format.ts";
import { decideSkill, type PairDecision, type Ruling, type Stakes } from "./pair-decision.ts";
import type { SkillRelation } from "./skill-relation.ts";
import type { SkillVerdict } from "./verdict.ts";

export type DraftSkillVerdict = Omit<SkillVerdict, "sources"> & {
  readonly sources: readonly Source[];
};

/** The pair decided skill by skill: every skill for which either has a shared row. */
export function skillVerdictsOf(
  decision: PairDecision,
  stakes: Stakes,
): readonly DraftSkillVerdict[] {
  return decision.relations
    .filter(({ standing }) => standing !== "none")
    .map((relation) => skillVerdict(relation, decision, stakes));
}

function skillVerdict(
  relation: SkillRelation,
  { cost }: PairDecision,
  stakes: Stakes,
): DraftSkillVerdict {
  const { skill, row, gap } = relation;
  const ruling = decideSkill(relation, cost, stakes);
  return {
    skill: skill.id,
    label: skill.label,
    kind: ruling.kind,
    choice: ruling.choice?.dossier.entry.id ?? null,
    benchmark: row?.benchmark ?? null,
    text: textOf(relation, ruling, [cost.cheaper, cost.dearer]),
    breakEvenLossUsd: ruling.breakEven?.usd ?? null,
    breakEvenLossRangeUsd: ruling.breakEven?.rangeUsd ?? null,
    sources: gap === undefined ? [] : [gap.fromScore.source, gap.toScore.source],
  };
}

function textOf(
  { row, gap, standing }: SkillRelation,
  { rule, choice, breakEven }: Ruling,
  [cheaper, dearer]: readonly [Candidate, Candidate],
): string {
  const test = row?.name ?? "";
  const points = formatNumber(Math.abs(gap?.gap.deltaPoints ?? 0), 1);
  const bounded = gap?.gap.label === "unknown-n" ? gap.gap.bounded : null;
  const lead =
    bounded === null
      ? `${points} points ahead on ${test}`
      : `${points} points more on ${test}, whose items nobody counts (clear at ${bounded.items}, the fewest known)`;
  const chosen = choice?.dossier.entry.name ?? "";
  const loss = breakEven === null ? "" : formatUsd(breakEven.usd);
  switch (rule) {
    case "no-comparable-score":
      return standing === "not-comparable"
        ? `not decidable: ${gap?.because ?? "two different tests"} on ${test}`
        : `not decidable: nobody states the items behind ${test}`;
    case "no-difference":
      return `no difference established on ${test}; ${chosen} is the cheaper`;
    case "cheaper-and-ahead":
      return `${chosen}: ${lead}${bounded === null ? ` (${standing})` : ""} and not dearer`;
    case "ahead-at-equal-cost":
      return `${chosen}: ${lead} at the same cost`;
    case "loss-is-high":
    case "loss-is-low":
      return `${chosen}: a failed task costs you ${rule === "loss-is-high" ? "more" : "less"} than the ${loss} at which the lead on ${test} pays`;
    case "wins-at-your-loss":
      return `${chosen} if your own test confirms it (${lead}): a failed task costs you more than the ${loss} at which that pays`;
    case "pays-above-loss":
      return `${chosen} if a failed task costs you more than ${loss} (${points} points on ${test}), else ${cheaper.dossier.entry.name}`;
    case "cheaper-unless-loss":
      return `${chosen}, unless your own test confirms ${dearer.dossier.entry.name} (${lead}) and a failed task costs you more than ${loss}`;
  }
}
