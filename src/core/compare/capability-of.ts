import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { CapabilityProperty, PropertyValue } from "../catalog/property.ts";
import { type Fact, knownValue, sourcesOf } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import { modalitiesIn } from "./property-text.ts";

/** Three values, never two. */
export type YesNoUnknown = "yes" | "no" | "unknown";

/** Whether a model can do something as it would be used, and who says so. */
export interface CapabilityStanding {
  readonly value: YesNoUnknown;
  readonly because: string;
  readonly sources: readonly Source[];
}

/** A model through a route, or by itself. */
export interface Offered {
  readonly dossier: ModelDossier;
  readonly route?: RouteDossier | undefined;
}

/**
 * The route's word where it has one, else the model's. A collector's word about a route does not
 * settle what the maker of the model contradicts: that is unknown until somebody tries.
 */
export function capabilityOf(candidate: Offered, property: CapabilityProperty): CapabilityStanding {
  const owner = candidate.route ?? candidate.dossier;
  const settled = settledStandings.get(owner) ?? new Map();
  const before = settled.get(property);
  if (before !== undefined) return before;
  const standing = settle(candidate, property);
  settledStandings.set(owner, settled.set(property, standing));
  return standing;
}

type Standings = Map<CapabilityProperty, CapabilityStanding>;
const settledStandings = new WeakMap<ModelDossier | RouteDossier, Standings>();

function settle(candidate: Offered, property: CapabilityProperty): CapabilityStanding {
  const modelFact = candidate.dossier.fact(property);
  const { route } = candidate;
  const routeFact = route === undefined ? modelFact : route.fact(property);
  const fromModel = wordOf(modelFact);
  const fromRoute = wordOf(routeFact);
  if (fromRoute === "unknown" && fromModel === "unknown") {
    return impliedByModalities(candidate, property) ?? unsettled(routeFact);
  }
  if (route === undefined || fromRoute === fromModel || fromModel === "unknown") {
    return fromRoute === "unknown" ? unsettled(routeFact) : stated(fromRoute, routeFact);
  }
  const quarrel = `the model ${fromModel} (${saidBy(modelFact)}), its route at ${route.provider.name} ${fromRoute} (${saidBy(routeFact)})`;
  const sources = [...sourcesOf(modelFact), ...sourcesOf(routeFact)];
  if (fromRoute === "unknown" || isHearsayAgainstMaker(routeFact, modelFact)) {
    return { value: "unknown", because: `unknown: ${quarrel}`, sources };
  }
  return { value: fromRoute, because: `${fromRoute} on the route: ${quarrel}`, sources };
}

function stated(value: YesNoUnknown, fact: Fact<PropertyValue>): CapabilityStanding {
  return { value, because: `${value} (${saidBy(fact)})`, sources: sourcesOf(fact) };
}

function unsettled(fact: Fact<PropertyValue>): CapabilityStanding {
  const because =
    fact.state === "unknown"
      ? `unknown: ${fact.because}`
      : `unknown: sources disagree (${saidBy(fact)})`;
  return { value: "unknown", because, sources: sourcesOf(fact) };
}

function wordOf(fact: Fact<PropertyValue>): YesNoUnknown {
  const value = knownValue(fact);
  if (value === true) return "yes";
  return value === false ? "no" : "unknown";
}

function saidBy(fact: Fact<PropertyValue>): string {
  const sources = sourcesOf(fact);
  const [first] = sources;
  if (first === undefined) return "nobody says";
  if (fact.state === "disputed") {
    return fact.values
      .map((each) => `${each.value === true ? "yes" : "no"}: ${each.sources[0]?.name ?? "unnamed"}`)
      .join(", ");
  }
  return `${first.name}, ${first.observedOn}`;
}

function isHearsayAgainstMaker(
  routeFact: Fact<PropertyValue>,
  modelFact: Fact<PropertyValue>,
): boolean {
  const isHearsay = sourcesOf(routeFact).every((source) => source.kind === "aggregator");
  return isHearsay && sourcesOf(modelFact).some((source) => source.kind === "first-party");
}

/** An input that is listed is taken; one that is not listed may only have been left out. */
export const modalityOf: Partial<Record<CapabilityProperty, string>> = {
  "cap.vision": "image",
  "cap.audio_in": "audio",
  "cap.video": "video",
  "cap.pdf": "pdf",
};

function impliedByModalities(
  candidate: Offered,
  property: CapabilityProperty,
): CapabilityStanding | undefined {
  const modality = modalityOf[property];
  if (modality === undefined) return undefined;
  const fact = (candidate.route ?? candidate.dossier).fact("modality.input");
  const inputs = knownValue(fact);
  if (inputs === undefined || !modalitiesIn(inputs).includes(modality)) return undefined;
  return {
    value: "yes",
    because: `yes (${saidBy(fact)}, among the inputs)`,
    sources: sourcesOf(fact),
  };
}
