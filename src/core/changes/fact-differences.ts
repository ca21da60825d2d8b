import type { Conditions } from "../catalog/conditions.ts";
import { comparableKey } from "../catalog/conditions-key.ts";
import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import { isProperty, type Property, type PropertyValue } from "../catalog/property.ts";
import type { Claim, Subject } from "../evidence/claim.ts";
import type { Dossiers } from "../evidence/dossiers.ts";
import { type Fact, unknown } from "../evidence/fact.ts";
import { resolve } from "../evidence/resolve.ts";
import { groupBy } from "../group-by.ts";
import type { IsoDate } from "../units.ts";
import type { Difference } from "./change.ts";
import { kindOfProperty } from "./kind-of-property.ts";
import { pairUp } from "./pair-up.ts";
import { isSameFact } from "./same-fact.ts";

interface Of<T> {
  readonly dossier: T;
  readonly dossiers: Dossiers;
}

/** Limits, capabilities, terms and everything else a model is claimed to be. */
export function modelFactDifferences(
  before: Of<ModelDossier>,
  after: Of<ModelDossier>,
): readonly Difference[] {
  const { id } = after.dossier.entry;
  return differencesOf(`model:${id}`, id, before, after);
}

/** What a route says of itself, where it is not its model's word on both sides. */
export function routeFactDifferences(
  before: Of<RouteDossier> & { readonly model: ModelDossier },
  after: Of<RouteDossier> & { readonly model: ModelDossier },
): readonly Difference[] {
  const { id, model } = after.dossier.entry;
  const isModelsWord = (property: Property) =>
    before.dossier.fact(property) === before.model.fact(property) &&
    after.dossier.fact(property) === after.model.fact(property);
  return differencesOf(`route:${id}`, model, before, after).filter(
    ({ property, conditions }) =>
      conditions !== undefined || !isProperty(property) || !isModelsWord(property),
  );
}

function differencesOf(
  subject: Subject,
  model: string,
  before: Of<ModelDossier | RouteDossier>,
  after: Of<ModelDossier | RouteDossier>,
): readonly Difference[] {
  const claims = [before, after].map(({ dossiers }) => plainClaims(dossiers, subject));
  const [claimsBefore = [], claimsAfter = []] = claims;
  const both = [...claimsBefore, ...claimsAfter];
  const always = new Set(both.filter(isUnconditional).map(({ property }) => property));
  const plain = [...always].map((property) => ({
    property,
    before: before.dossier.fact(property),
    after: after.dossier.fact(property),
  }));
  const conditional = pairUp(
    conditionalFacts(claimsBefore, before.dossiers.asOf),
    conditionalFacts(claimsAfter, after.dossiers.asOf),
  ).flatMap(([a, b]) => {
    const { property, conditions } = a ?? b ?? {};
    if (property === undefined || conditions === undefined) return [];
    const nothing = unknown("no source states it");
    return [{ property, conditions, before: a?.fact ?? nothing, after: b?.fact ?? nothing }];
  });
  return [...plain, ...conditional]
    .filter((each) => !isSameFact(each.before, each.after))
    .map((each) => ({ kind: kindOfProperty(each.property), subject, model, ...each }));
}

/** Prices and lifecycle have rules of their own. */
function plainClaims({ catalog }: Dossiers, subject: Subject): readonly Claim[] {
  return catalog.claimsAbout(subject).filter(({ property }) => {
    const kind = kindOfProperty(property);
    return kind !== "price" && kind !== "lifecycle";
  });
}

function isUnconditional({ conditions }: Claim): boolean {
  return conditions === undefined;
}

interface ConditionalFact {
  readonly property: Property;
  readonly conditions: Conditions;
  readonly fact: Fact<PropertyValue>;
}

function conditionalFacts(
  claims: readonly Claim[],
  asOf: IsoDate,
): ReadonlyMap<string, ConditionalFact> {
  const facts = new Map<string, ConditionalFact>();
  const conditional = claims.filter((claim) => !isUnconditional(claim));
  const keyOf = ({ property, conditions }: Claim) => `${property} ${comparableKey(conditions)}`;
  for (const [key, group] of groupBy(conditional, keyOf)) {
    const [first] = group;
    if (first?.conditions === undefined) continue;
    const { property, conditions } = first;
    facts.set(key, { property, conditions, fact: resolve(group, property, asOf).fact });
  }
  return facts;
}
