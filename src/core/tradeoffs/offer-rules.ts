import { isSelectable } from "../compare/candidate.ts";
import {
  cheapestFirst,
  factInUse,
  hasOpenWeights,
  isRetired,
  liveProvidersOf,
  numberInUse,
  sellerSourcesOf,
} from "../compare/standing.ts";
import { counted, nameOf } from "../compare/wording.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import { retirementHorizonDays } from "../evidence/lifecycle.ts";
import { formatPercent, formatTokens, formatUsd } from "../report/format.ts";
import type { Advantage, Side, TradeoffRule } from "./tradeoff-rule.ts";

/** Below a tenth a difference of size is not a reason. */
export const leastShare = 0.1;

/** Cost, limits, places to buy, weights, time left. */
export const offerRules: readonly TradeoffRule[] = [
  { code: "callable", find: findCallable },
  { code: "cheaper", find: findCheaper },
  { code: "larger-context-window", find: (side) => findLarger(side, "limit.context") },
  { code: "larger-output-limit", find: (side) => findLarger(side, "limit.output") },
  { code: "more-providers", find: findMoreProviders },
  { code: "open-weights", find: findOpenWeights },
  { code: "freer-licence", find: findFreerLicence },
  { code: "stays-longer", find: findStaysLonger },
];

function findCallable({ self, other }: Side): readonly Advantage[] {
  if (!isSelectable(self) || other.standing.kind !== "no-route") return [];
  const text = `Can be called and priced today; for ${nameOf(other)}: ${other.standing.because}.`;
  return [{ text, label: "stated", sources: [] }];
}

/** Ranges that overlap establish no saving. */
function findCheaper({ self, other }: Side): readonly Advantage[] {
  const [cheap, dear] = cheapestFirst([self, other]);
  if (cheap === undefined || dear === undefined || cheap.candidate !== self) return [];
  if (dear.cost.monthlyUsd <= 0 || cheap.cost.highUsd >= dear.cost.lowUsd) return [];
  const saving = 1 - cheap.cost.monthlyUsd / dear.cost.monthlyUsd;
  if (saving < leastShare) return [];
  const at = (candidate: Side["self"]) =>
    candidate.route === undefined ? "its own plan" : candidate.route.provider.name;
  return [
    {
      text: `Costs ${formatPercent(saving)} less at this traffic: ${formatUsd(cheap.cost.monthlyUsd)} a month at ${at(self)} against ${formatUsd(dear.cost.monthlyUsd)} at ${at(other)}.`,
      label: "clear",
      sources: [...cheap.cost.sources, ...dear.cost.sources],
    },
  ];
}

function findLarger(side: Side, property: "limit.context" | "limit.output"): readonly Advantage[] {
  const { self, other } = side;
  const ours = numberInUse(self, property);
  const theirs = numberInUse(other, property);
  if (ours === undefined || theirs === undefined || ours < theirs * (1 + leastShare)) return [];
  const topic = property.slice("limit.".length);
  if (bothMeet(side, topic)) return [];
  const verb = topic === "context" ? "Reads" : "Writes";
  return [
    {
      text: `${verb} up to ${formatTokens(ours)} tokens a request against ${formatTokens(theirs)}.`,
      label: "stated",
      sources: [...sourcesOf(factInUse(self, property)), ...sourcesOf(factInUse(other, property))],
    },
  ];
}

/** A stated need that both meet makes the surplus of one no reason. */
function bothMeet({ self, other }: Side, topic: string): boolean {
  const meets = (candidate: Side["self"]) =>
    candidate.constraints.some(
      ({ constraint, result }) => constraint.startsWith(topic) && result === "passes",
    );
  return meets(self) && meets(other);
}

function findMoreProviders({ self, other }: Side): readonly Advantage[] {
  const ours = liveProvidersOf(self.dossier).length;
  const theirs = liveProvidersOf(other.dossier).length;
  if (ours < 2 || theirs > 1 || isRetired(other)) return [];
  return [
    {
      text: `Sold by ${counted(ours, "provider")}, so one that fails can be replaced; ${nameOf(other)} by ${theirs === 0 ? "none" : "one"}.`,
      label: "stated",
      sources: sellerSourcesOf(self.dossier),
    },
  ];
}

function findOpenWeights({ self, other }: Side): readonly Advantage[] {
  if (hasOpenWeights(self.dossier) !== true || hasOpenWeights(other.dossier) !== false) return [];
  return [
    {
      text: `Its weights are open: it can run on machines of your own, and stays when a seller goes. ${nameOf(other)} is sold as a service only.`,
      label: "stated",
      sources: bothSources({ self, other }, "model.openness"),
    },
  ];
}

function findFreerLicence({ self, other }: Side): readonly Advantage[] {
  const ours = knownValue(self.dossier.fact("model.commercial_use"));
  const theirs = knownValue(other.dossier.fact("model.commercial_use"));
  const isBound = theirs === "allowed-with-conditions" || theirs === "non-commercial";
  if (ours !== "allowed" || !isBound) return [];
  const how = theirs === "non-commercial" ? "not allowed" : "allowed with conditions";
  return [
    {
      text: `Its licence allows commercial use; for ${nameOf(other)} that is ${how}.`,
      label: "stated",
      sources: bothSources({ self, other }, "model.commercial_use"),
    },
  ];
}

function findStaysLonger({ self, other }: Side): readonly Advantage[] {
  if (isRetired(self)) return [];
  const ours = self.dossier.lifecycle;
  const theirs = other.dossier.lifecycle;
  const when = theirs.retiresOn === undefined ? "" : ` on ${theirs.retiresOn}`;
  const sources = [...theirs.sources, ...ours.sources];
  if (isRetired(other)) {
    const text = `Not retired; ${nameOf(other)} was${when}.`;
    return [{ text, label: "stated", sources }];
  }
  if (theirs.daysLeft === undefined || theirs.daysLeft > retirementHorizonDays) return [];
  if (ours.daysLeft !== undefined && ours.daysLeft <= theirs.daysLeft) return [];
  const own =
    ours.retiresOn === undefined ? "No retirement is announced" : `Served until ${ours.retiresOn}`;
  return [{ text: `${own}; ${nameOf(other)} retires${when}.`, label: "stated", sources }];
}

function bothSources(
  { self, other }: Pick<Side, "self" | "other">,
  property: "model.openness" | "model.commercial_use",
) {
  return [...sourcesOf(self.dossier.fact(property)), ...sourcesOf(other.dossier.fact(property))];
}
