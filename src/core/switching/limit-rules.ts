import type { Property } from "../catalog/property.ts";
import { comparedCapabilities } from "../compare/capabilities.ts";
import { capabilityOf, modalityOf } from "../compare/capability-of.ts";
import { modalitiesIn } from "../compare/property-text.ts";
import { factInUse, numberInUse } from "../compare/standing.ts";
import { listed, nameOf } from "../compare/wording.ts";
import type { TrafficTier } from "../cost/traffic.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import { formatPercent, formatTokens } from "../report/format.ts";
import type { Friction, FrictionRule, Move } from "./friction-rule.ts";
import { failedLimits } from "./needs.ts";

/** What no longer fits. */
export const limitRules: readonly FrictionRule[] = [
  contextShrinks,
  outputLimitShrinks,
  (move) => modalityLost(move, "modality.input", "read"),
  (move) => modalityLost(move, "modality.output", "write"),
];

function contextShrinks(move: Move): readonly Friction[] {
  const limits = limitsOf(move, "limit.context");
  if (limits === undefined) return [];
  const { before, after, sources } = limits;
  if (after === undefined) return [unknownLimit(move, "context window", before, sources)];
  if (after >= before) return [];
  const needs = failedLimits(move.to, "context");
  const isNeeded = needs.length > 0;
  return [
    {
      code: "context-shrinks",
      severity: isNeeded ? "blocker" : "work",
      text: `The context window shrinks from ${formatTokens(before)} to ${formatTokens(after)} tokens.${shareText(move, after)}`,
      remedy: isNeeded
        ? "It falls short of what you need: choose another model or route, or cut the prompts first."
        : `Look for prompts above ${formatTokens(after)} tokens in your logs and cut or divide them.`,
      sources,
      needs,
    },
  ];
}

/** The share of requests that no longer fit, where the traffic says how long its prompts are. */
function shareText({ context }: Move, after: number): string {
  const { tiers, requests, inputTokens } = context.traffic;
  if (tiers !== undefined) return histogramText(tiers, after);
  if (requests === undefined || requests === 0) return "";
  const mean = inputTokens / requests;
  if (mean > after) {
    return ` Your prompts have ${formatTokens(mean)} tokens on average: they do not fit.`;
  }
  return ` Your prompts have ${formatTokens(mean)} tokens on average; how many are above is not known without their lengths.`;
}

/** A tier that lies above the limit no longer fits; one that the limit cuts may fit or not. */
function histogramText(tiers: readonly TrafficTier[], after: number): string {
  let certain = 0;
  let possible = 0;
  let all = 0;
  let lowerEnd = 0;
  for (const { promptTokensUpTo, requests } of tiers) {
    if (requests === undefined) return "";
    all += requests;
    if (promptTokensUpTo === undefined || promptTokensUpTo > after) possible += requests;
    if (lowerEnd >= after) certain += requests;
    lowerEnd = promptTokensUpTo ?? lowerEnd;
  }
  if (all === 0) return "";
  if (possible === 0) return " All of your requests still fit.";
  if (certain === possible)
    return ` ${formatPercent(certain / all)} of your requests no longer fit.`;
  return certain === 0
    ? ` Up to ${formatPercent(possible / all)} of your requests no longer fit.`
    : ` ${formatPercent(certain / all)} to ${formatPercent(possible / all)} of your requests no longer fit.`;
}

function outputLimitShrinks(move: Move): readonly Friction[] {
  const limits = limitsOf(move, "limit.output");
  if (limits === undefined) return [];
  const { before, after, sources } = limits;
  if (after === undefined) return [unknownLimit(move, "output limit", before, sources)];
  if (after >= before) return [];
  const needs = failedLimits(move.to, "output");
  return [
    {
      code: "output-limit-shrinks",
      severity: needs.length > 0 ? "blocker" : "work",
      text: `The longest answer shrinks from ${formatTokens(before)} to ${formatTokens(after)} tokens.${answerText(move, after)}`,
      remedy: "Lower the output limit your code asks for, and divide tasks with longer answers.",
      sources,
      needs,
    },
  ];
}

/** Nobody states how long single answers are; the mean of a month or of a tier says whether most fit. */
function answerText({ context }: Move, after: number): string {
  const { requests, outputTokens, tiers } = context.traffic;
  const parts = tiers ?? [{ requests, outputTokens }];
  let longest = 0;
  for (const part of parts) {
    if (part.requests === undefined || part.requests === 0) return "";
    longest = Math.max(longest, part.outputTokens / part.requests);
  }
  const where = tiers === undefined ? "on average" : "on average where they are longest";
  const fit = longest > after ? "they do not fit" : "they fit";
  return ` Your answers have ${formatTokens(longest)} tokens ${where}: ${fit}.`;
}

function limitsOf({ from, to }: Move, property: Property) {
  const before = numberInUse(from, property);
  if (before === undefined) return undefined;
  const sources = [...sourcesOf(factInUse(from, property)), ...sourcesOf(factInUse(to, property))];
  return { before, after: numberInUse(to, property), sources };
}

function unknownLimit(
  { to }: Move,
  what: string,
  before: number,
  sources: Friction["sources"],
): Friction {
  return {
    code: `${what.replace(" ", "-")}-unverified`,
    severity: "check",
    text: `The ${what} of ${nameOf(to)} is unknown; it was ${formatTokens(before)} tokens.`,
    remedy: `Send one request of your longest kind to the new route.`,
    sources,
  };
}

function modalityLost(
  { from, to }: Move,
  property: "modality.input" | "modality.output",
  verb: string,
): readonly Friction[] {
  const before = knownValue(factInUse(from, property));
  const after = knownValue(factInUse(to, property));
  if (before === undefined || after === undefined) return [];
  const kept = modalitiesIn(after);
  const lost = modalitiesIn(before).filter(
    (each) => !kept.includes(each) && !isSettledByCapability(to, each),
  );
  if (lost.length === 0) return [];
  return [
    {
      code: "modality-lost",
      severity: "work",
      text: `${nameOf(to)} is not listed to ${verb} ${listed(lost)}; ${nameOf(from)} is.`,
      remedy: `If you use it, turn it into text first or keep ${nameOf(from)} for those requests.`,
      sources: [...sourcesOf(factInUse(from, property)), ...sourcesOf(factInUse(to, property))],
    },
  ];
}

/** Where a capability says yes or no outright, it speaks for the modality. */
function isSettledByCapability(to: Move["to"], modality: string): boolean {
  return comparedCapabilities.some(
    (property) =>
      modalityOf[property] === modality && capabilityOf(to, property).value !== "unknown",
  );
}
