import type { Candidate } from "../compare/candidate.ts";
import { formatNumber, formatPercent, formatUsd } from "../report/format.ts";
import type { PairDecision } from "../verdict/pair-decision.ts";
import type { ConstraintPrice } from "./constraint-prices.ts";
import type { Beaten, FrontMember } from "./contest.ts";

/** Why a candidate stands on the front. */
export function whyOnFront({ candidate, againstCheapest }: FrontMember): string {
  if (againstCheapest === undefined) return "the cheapest that no other beats";
  const { relations, cost, breakEven, deciding } = againstCheapest;
  const own = candidate.dossier.entry.id;
  const ahead = relations.filter((relation) => relation.ahead === own);
  const lead = ahead.find((each) => each === deciding) ?? ahead[0];
  if (lead === undefined) {
    const cheapest = nameOf(cost.cheaper);
    return relations.some(({ standing }) => standing === "clear" || standing === "likely")
      ? `not settled against ${cheapest}: their costs overlap`
      : `no shared score settles it against ${cheapest}`;
  }
  const points = formatNumber(Math.abs(lead.gap?.gap.deltaPoints ?? 0), 1);
  const pays =
    breakEven === null
      ? ""
      : `; that pays when a failed task costs you more than ${formatUsd(breakEven.usd)}`;
  const sure = lead.standing === "clear" ? "clearly" : "probably";
  return `${sure} ahead of ${nameOf(cost.cheaper)} by ${points} points on ${lead.row?.name ?? ""}${pays}`;
}

/** What beats a candidate, in a sentence without a subject. */
export function whyBeaten({ by, decision }: Beaten): string {
  const { rule, deciding, breakEven } = decision;
  const test = deciding?.row?.name ?? "the scores that count";
  const winner = nameOf(by);
  switch (rule) {
    case "no-difference":
      return `no difference from ${winner} is established on ${test}, and ${winner} is cheaper`;
    case "cheaper-and-ahead":
      return decision.cost.standing === "undecided"
        ? `${winner} is ahead on ${test} and cheaper as far as is known (what both may cost overlaps)`
        : `${winner} is cheaper and ahead on ${test}`;
    case "ahead-at-equal-cost":
      return `${winner} costs the same and is ahead on ${test}`;
    case "loss-is-high":
      return `${winner} is ahead on ${test}, and a failed task costs you more than the ${lossOf(breakEven)} at which that pays`;
    case "loss-is-low":
      return `${winner} is cheaper, and a failed task costs you less than the ${lossOf(breakEven)} at which a lead on ${test} pays`;
    case "no-comparable-score":
    case "pays-above-loss":
    case "wins-at-your-loss":
    case "cheaper-unless-loss":
      return `${winner} is preferred on ${test}`;
  }
}

const lossOf = (breakEven: PairDecision["breakEven"]): string =>
  breakEven === null ? "loss" : formatUsd(breakEven.usd);

const nameOf = ({ dossier }: Candidate): string => dossier.entry.name;

/** What one constraint costs, in a sentence. */
export function priceOfConstraint({
  constraint,
  routesAdded,
  without,
  withAll,
  savingShare,
}: ConstraintPrice): string {
  const more = routesAdded === 1 ? "1 more route passes" : `${routesAdded} more routes pass`;
  if (routesAdded === 0) return `without "${constraint}" nothing more passes`;
  if (without === undefined) return `without "${constraint}" ${more}, none with a known price`;
  const price = formatUsd(without.monthlyUsd);
  if (withAll === undefined) return `without "${constraint}" ${more}, from ${price} a month`;
  return savingShare === undefined || savingShare <= 0
    ? `without "${constraint}" ${more}, none of them cheaper`
    : `without "${constraint}" the cheapest passing route costs ${price}, ${formatPercent(savingShare)} less; ${more}`;
}
