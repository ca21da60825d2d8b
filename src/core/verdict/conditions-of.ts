import type { Property } from "../catalog/property.ts";
import type { Candidate } from "../compare/candidate.ts";
import { knownValue } from "../evidence/fact.ts";
import { retirementHorizonDays } from "../evidence/lifecycle.ts";
import { formatNumber, formatTokensShort } from "../report/format.ts";
import type { PairDecision } from "./pair-decision.ts";

/** A larger window counts as an advantage from this ratio on; below it nobody's prompts decide. */
export const contextRatioThatMatters = 1.1;

const needs: readonly { readonly property: Property; readonly text: string }[] = [
  { property: "cap.tools", text: "no tool calls are needed" },
  { property: "cap.structured_output", text: "no enforced output schema is needed" },
  { property: "cap.vision", text: "no image input is needed" },
];

/**
 * What must be true for the choice to hold, beside what was stated: needs that another candidate
 * would serve and the choice does not, its only seller, its coming end.
 */
export function conditionsOf(
  choice: Candidate,
  others: readonly Candidate[],
  stated: readonly string[],
): readonly string[] {
  return [
    ...openConstraints(choice),
    ...onlySeller(choice),
    ...smallerContext(choice, others, stated),
    ...needs
      .filter(
        ({ property }) => lacks(choice, property) && others.some((each) => has(each, property)),
      )
      .map(({ text }) => text),
    ...comingEnd(choice),
  ];
}

/** How much more the cheaper may write before it is not the cheaper: said where the ranges overlap. */
export function verbosityCondition(
  { cost }: PairDecision,
  verbosity: number | undefined,
): readonly string[] {
  if (cost.standing !== "undecided" || verbosity === undefined) return [];
  return [`it writes less than ${formatNumber(verbosity, 2)} times the output assumed`];
}

/** A lead that nobody established yet must show on the team's own prompts. */
export function proofCondition({ rule, deciding }: PairDecision): readonly string[] {
  if (rule !== "wins-at-your-loss" || deciding === null) return [];
  return [`your own test confirms its lead in ${deciding.skill.label}`];
}

function openConstraints({ standing, dossier }: Candidate): readonly string[] {
  if (standing.kind !== "conditional") return [];
  return standing.on.map((constraint) => `"${constraint}" proves true of ${dossier.entry.name}`);
}

function onlySeller({ dossier, route }: Candidate): readonly string[] {
  const live = dossier.routes.filter(
    ({ provider, lifecycle, prices }) =>
      provider.kind !== "plan" && lifecycle.status !== "retired" && prices.length > 0,
  );
  if (route === undefined || live.length > 1 || route.provider.kind === "first-party") return [];
  if (route.isOwn) return [];
  return [`its only priced route, ${route.provider.name}, is acceptable`];
}

function smallerContext(
  choice: Candidate,
  others: readonly Candidate[],
  stated: readonly string[],
): readonly string[] {
  const own = contextOf(choice);
  if (own === undefined || stated.some((constraint) => constraint.startsWith("context"))) return [];
  const largest = Math.max(0, ...others.map((each) => contextOf(each) ?? 0));
  return largest / own >= contextRatioThatMatters
    ? [`${formatTokensShort(own)} tokens of context are enough`]
    : [];
}

/** The context window of the route where there is one, else of the model; undefined when unknown. */
export function contextOf({ dossier, route }: Candidate): number | undefined {
  const value = knownValue((route ?? dossier).fact("limit.context"));
  return typeof value === "number" ? value : undefined;
}

const lacks = (candidate: Candidate, property: Property): boolean =>
  flagOf(candidate, property) === false;
const has = (candidate: Candidate, property: Property): boolean =>
  flagOf(candidate, property) === true;

function flagOf({ dossier, route }: Candidate, property: Property): unknown {
  return knownValue((route ?? dossier).fact(property));
}

function comingEnd({ dossier, route }: Candidate): readonly string[] {
  const { retiresOn, daysLeft } = (route ?? dossier).lifecycle;
  if (retiresOn === undefined || daysLeft === undefined) return [];
  if (daysLeft <= 0 || daysLeft > retirementHorizonDays) return [];
  return [`you can move again before it retires on ${retiresOn}`];
}
