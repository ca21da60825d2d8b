import { type Property, properties } from "../catalog/property.ts";
import type { Candidate } from "../compare/candidate.ts";
import { formatTokens } from "../report/format.ts";
import { assumedRetest, itemsNeeded } from "../stats/items-needed.ts";
import { speaksForItself } from "./own-skills.ts";
import type { PairDecision } from "./pair-decision.ts";
import { isUsable } from "./skill-relation.ts";
import type { MissingFact } from "./verdict.ts";

/** Needs most teams have: asked for when a candidate neither states nor denies them. */
const usualNeeds = ["cap.tools", "cap.structured_output"] as const satisfies readonly Property[];

/** Planned as a retest is: below such a difference few teams would move. */
const { passPercent, gapPoints: testedPoints } = assumedRetest;
const plannedItems = formatTokens(
  itemsNeeded({ scoreA: passPercent, scoreB: passPercent - testedPoints }),
);

/** What nobody told us and the answer hangs on, most critical first, then cheapest to learn. */
export function missingOf(
  candidates: readonly Candidate[],
  decision: PairDecision | undefined,
): readonly MissingFact[] {
  const cheapestFirst = [
    ...candidates.flatMap(missingNeeds),
    ...candidates.flatMap(openConstraint),
    ...candidates.flatMap(missingRoute),
    ...(decision === undefined ? [] : missingVerbosity(decision)),
    ...(decision === undefined ? [] : missingQuality(decision)),
  ];
  return cheapestFirst.sort((a, b) => Number(b.isCritical) - Number(a.isCritical));
}

function missingRoute({ dossier, standing }: Candidate): readonly MissingFact[] {
  if (standing.kind !== "no-route") return [];
  const { id, name } = dossier.entry;
  return [
    {
      fact: `a priced route for ${name}`,
      why: `${standing.because}, so it cannot be chosen`,
      learn: `put the price you were quoted into steelyard.facts.yaml (subject "route:<provider>/${id}")`,
      isCritical: true,
    },
  ];
}

function openConstraint({ dossier, standing, route }: Candidate): readonly MissingFact[] {
  if (standing.kind !== "conditional") return [];
  const at = route === undefined ? "" : ` at ${route.provider.name}`;
  return standing.on.map((constraint) => ({
    fact: `"${constraint}" for ${dossier.entry.name}${at}`,
    why: "you asked for it and no source says yes or no",
    learn:
      "ask the provider and note the answer in steelyard.facts.yaml, or `steelyard probe` it with --save",
    isCritical: true,
  }));
}

function missingQuality({ relations, cost, kind }: PairDecision): readonly MissingFact[] {
  const own = `\`steelyard measure\`: ${plannedItems} of your own prompts through both show ${testedPoints} points (80 % power, unpaired)`;
  const names = [cost.cheaper, cost.dearer].map(({ dossier }) => dossier.entry.name).sort();
  if (!relations.some(isUsable)) {
    return [
      {
        fact: `comparable scores of ${names.join(" and ")}`,
        why: "no benchmark that both took, with the same test, says which is better",
        learn: own,
        isCritical: true,
      },
    ];
  }
  if (relations.some(speaksForItself)) return [];
  return [
    {
      fact: "quality on your own task",
      why: "public tests are not your prompts",
      learn: own,
      isCritical: kind === "no-difference-established",
    },
  ];
}

function missingVerbosity({ cost }: PairDecision): readonly MissingFact[] {
  if (cost.standing !== "undecided") return [];
  const names = [cost.cheaper, cost.dearer].map(({ dossier }) => dossier.entry.name).sort();
  return [
    {
      fact: "output tokens a task on your prompts",
      why: `the bills of ${names.join(" and ")} overlap once tokenizer and verbosity are counted`,
      learn: "send 20 typical prompts to both and add up the billed output tokens",
      isCritical: true,
    },
  ];
}

function missingNeeds({ dossier, route, standing }: Candidate): readonly MissingFact[] {
  if (standing.kind !== "selectable" || route === undefined) return [];
  return usualNeeds
    .filter((property) => route.fact(property).state === "unknown")
    .map((property) => ({
      fact: `${properties[property].label.toLowerCase()} of ${dossier.entry.name} at ${route.provider.name}`,
      why: "no source says yes or no",
      learn: "`steelyard probe` at that endpoint",
      isCritical: false,
    }));
}
