import type { Lifecycle, RouteDossier } from "../catalog/dossier.ts";
import { type Property, type PropertyValue, properties } from "../catalog/property.ts";
import { propertyText } from "../compare/property-text.ts";
import { isRetired } from "../compare/standing.ts";
import { counted, idOf, listed, nameOf } from "../compare/wording.ts";
import { type Fact, knownValue, sourcesOf } from "../evidence/fact.ts";
import type { Friction, FrictionRule, Move } from "./friction-rule.ts";

/** How long, under which terms, under which licence. */
export const termsRules: readonly FrictionRule[] = [
  retiredTarget,
  retiringTarget,
  retiringOrigin,
  (move) => routeTerms(move, region),
  (move) => routeTerms(move, dataTerms),
  licence,
];

function retiredTarget({ to }: Move): readonly Friction[] {
  if (!isRetired(to)) return [];
  const { lifecycle } = to.dossier;
  const when = lifecycle.retiresOn === undefined ? "" : ` on ${lifecycle.retiresOn}`;
  return [
    {
      code: "lifecycle",
      severity: "blocker",
      text: `${nameOf(to)} was retired${when}: nobody can move to it.`,
      remedy: successorText(to),
      sources: lifecycle.sources,
    },
  ];
}

function retiringTarget({ to }: Move): readonly Friction[] {
  const { lifecycle, name } = soonestEnd(to);
  if (isRetired(to) || lifecycle.retiresOn === undefined) return [];
  const left = lifecycle.daysLeft === undefined ? "" : `, in ${counted(lifecycle.daysLeft, "day")}`;
  const isSoon = lifecycle.daysLeft !== undefined && lifecycle.daysLeft <= soonDays;
  return [
    {
      code: "lifecycle",
      severity: isSoon ? "work" : "check",
      text: `${name} retires on ${lifecycle.retiresOn}${left}: the next move is already dated.`,
      remedy: successorText(to),
      sources: lifecycle.sources,
    },
  ];
}

/** A year: the horizon within which a second move is work that can be foreseen. */
const soonDays = 365;

function retiringOrigin({ from, to }: Move): readonly Friction[] {
  if (isRetired(to)) return [];
  const { lifecycle, name } = soonestEnd(from);
  const day = lifecycle.retiresOn;
  if (!isRetired(from) && day === undefined) return [];
  const when = day === undefined ? "" : ` on ${day}`;
  const left =
    lifecycle.daysLeft === undefined ? "" : ` (${counted(lifecycle.daysLeft, "day")} left)`;
  return [
    {
      code: "lifecycle",
      severity: "gain",
      text: isRetired(from)
        ? `${name} was retired${when}: calls to it fail, so a move is due in any case.`
        : `${name} retires${when}${left}: a move is due by then in any case.`,
      remedy: successorText(from),
      sources: lifecycle.sources,
    },
  ];
}

/** The end of the route in use where it comes before that of the model. */
function soonestEnd(candidate: Move["to"]): {
  readonly lifecycle: Lifecycle;
  readonly name: string;
} {
  const ofModel = candidate.dossier.lifecycle;
  const { route } = candidate;
  const isRouteFirst =
    route?.lifecycle.retiresOn !== undefined &&
    (ofModel.retiresOn === undefined || route.lifecycle.retiresOn < ofModel.retiresOn);
  return isRouteFirst
    ? { lifecycle: route.lifecycle, name: `${nameOf(candidate)} at ${route.provider.name}` }
    : { lifecycle: ofModel, name: nameOf(candidate) };
}

function successorText(candidate: Move["to"]): string {
  const { successors } = candidate.dossier.lifecycle;
  return successors.length === 0
    ? `Its maker names no successor here; read its notice: steelyard explain ${idOf(candidate)} model.retires_on.`
    : `Its maker names ${listed(successors)}: steelyard compare ${idOf(candidate)} ${successors[0]}.`;
}

interface Terms {
  readonly code: string;
  readonly what: string;
  readonly properties: readonly Property[];
  readonly remedy: string;
}

const region: Terms = {
  code: "region",
  what: "region",
  properties: ["route.region"],
  remedy: "Ask the provider where requests are processed before personal data is sent.",
};

const dataTerms: Terms = {
  code: "data-terms",
  what: "terms for your data",
  properties: ["route.retention_days", "route.trains_on_data"],
  remedy:
    "Read the provider's data terms: how long it keeps requests, and whether it trains on them.",
};

function routeTerms({ from, to }: Move, terms: Terms): readonly Friction[] {
  const [before, after] = [from.route, to.route];
  if (after === undefined || before?.provider.id === after.provider.id) return [];
  const changes: string[] = [];
  let isUnknown = false;
  for (const property of terms.properties) {
    const old = before === undefined ? undefined : factOf(before, property);
    const next = factOf(after, property);
    const value = knownValue(next);
    if (value === undefined) {
      isUnknown = true;
      continue;
    }
    const was = old === undefined ? undefined : knownValue(old);
    if (was === value) continue;
    const words = wordsFor(property, value);
    changes.push(
      `${words}${was === undefined ? "" : ` instead of ${propertyText(property, was)}`}`,
    );
  }
  if (changes.length === 0 && !isUnknown) return [];
  const stated = changes.length === 0 ? "" : `: ${changes.join("; ")}`;
  const open = isUnknown ? `${stated === "" ? "" : "; "}not known in full` : "";
  return [
    {
      code: terms.code,
      severity: isUnknown ? "check" : "work",
      text: `The ${terms.what} at ${after.provider.name}${stated === "" ? ` ${terms.properties.length > 1 ? "are" : "is"} ${open}` : stated + open}.`,
      remedy: terms.remedy,
      sources: sourcesBehind(terms, before, after),
    },
  ];
}

function sourcesBehind(terms: Terms, ...routes: readonly (RouteDossier | undefined)[]) {
  return routes.flatMap((route) =>
    terms.properties.flatMap((property) => sourcesOf(factOf(route, property))),
  );
}

/** How long data is kept is stated in days, or in words where no number is given. */
function factOf(route: RouteDossier | undefined, property: Property): Fact<PropertyValue> {
  if (route === undefined) return { state: "unknown", because: "no route" };
  const fact = route.fact(property);
  return property === "route.retention_days" && fact.state === "unknown"
    ? route.fact("route.data_retention")
    : fact;
}

function wordsFor(property: Property, value: PropertyValue): string {
  const words = propertyText(property, value);
  return property === "route.region"
    ? words
    : `${properties[property].label.toLowerCase()}: ${words}`;
}

function licence({ from, to }: Move): readonly Friction[] {
  const use = to.dossier.fact("model.commercial_use");
  const value = knownValue(use);
  const was = knownValue(from.dossier.fact("model.commercial_use"));
  if (value === undefined || value === was || value === "allowed" || value === "api-terms") {
    return [];
  }
  const name = knownValue(to.dossier.fact("model.license")) ?? "its licence";
  const sources = [...sourcesOf(use), ...sourcesOf(to.dossier.fact("model.license"))];
  const isNever = value === "non-commercial";
  return [
    {
      code: "licence",
      severity: "check",
      text: isNever
        ? `The weights of ${nameOf(to)} come under ${name}, which does not allow commercial use.`
        : `The weights of ${nameOf(to)} come under ${name}, which allows commercial use with conditions.`,
      remedy: isNever
        ? "Use it through a provider who holds a commercial licence, or not for business."
        : "Have the conditions read (user caps, acceptable use, attribution) before you depend on it.",
      sources,
    },
  ];
}
