import type { RouteDossier } from "../catalog/dossier.ts";
import { type Property, type PropertyValue, properties } from "../catalog/property.ts";
import { propertyText } from "../compare/property-text.ts";
import { nameOf } from "../compare/wording.ts";
import { type Fact, knownValue, sourcesOf } from "../evidence/fact.ts";
import type { Friction, FrictionRule, Move } from "./friction-rule.ts";

/** Under which terms, under which licence. */
export const termsRules: readonly FrictionRule[] = [
  (move) => routeTerms(move, region),
  (move) => routeTerms(move, dataTerms),
  licence,
];

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

/** Conditions that come or go with the weights. */
function licence({ from, to }: Move): readonly Friction[] {
  const value = knownValue(to.dossier.fact("model.commercial_use"));
  const was = knownValue(from.dossier.fact("model.commercial_use"));
  if (value === was) return [];
  const before = conditionsOf(from, was);
  const after = conditionsOf(to, value);
  return [
    ...(after === undefined
      ? []
      : [
          {
            code: "licence",
            severity: "check" as const,
            text: `The weights of ${nameOf(to)} come under ${after.text}.`,
            remedy: after.isNever
              ? "Use it through a provider who holds a commercial licence, or not for business."
              : "Have the conditions read (user caps, acceptable use, attribution) before you depend on it.",
            sources: after.sources,
          },
        ]),
    ...(before === undefined
      ? []
      : [
          {
            code: "licence",
            severity: "gain" as const,
            text: `The weights of ${nameOf(from)} come under ${before.text}; that ends with the move.`,
            remedy: "Attribution and notices that were there for it alone may go.",
            sources: before.sources,
          },
        ]),
  ];
}

function conditionsOf({ dossier }: Move["to"], use: PropertyValue | undefined) {
  if (use === undefined || use === "allowed" || use === "api-terms") return undefined;
  const name = knownValue(dossier.fact("model.license")) ?? "its licence";
  const isNever = use === "non-commercial";
  const says = isNever ? "does not allow commercial use" : "allows commercial use with conditions";
  return {
    isNever,
    text: `${name}, which ${says}`,
    sources: [
      ...sourcesOf(dossier.fact("model.commercial_use")),
      ...sourcesOf(dossier.fact("model.license")),
    ],
  };
}
