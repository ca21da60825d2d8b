import { daysBetween } from "../calendar.ts";
import type { Lifecycle } from "../catalog/dossier.ts";
import type { Property, PropertyValue } from "../catalog/property.ts";
import type { IsoDate } from "../units.ts";
import { type Fact, knownValue, sourcesOf } from "./fact.ts";

/** Days within which an announced retirement is part of an answer. */
export const retirementHorizonDays = 365;

type FactOf = (property: Property) => Fact<PropertyValue>;

/** Where a model stands on the day: a retirement that lies ahead makes it deprecated, not retired. */
export function modelLifecycle(fact: FactOf, asOf: IsoDate): Lifecycle {
  const successor = textOf(fact("model.successor"));
  return lifecycleOf(asOf, {
    status: fact("model.status"),
    deprecatedOn: fact("model.deprecated_on"),
    retiresOn: fact("model.retires_on"),
    successors: successor === undefined ? [] : successor.split(";").map((each) => each.trim()),
  });
}

/**
 * Where a route stands. Where only the maker has the weights it ends with the model at the latest,
 * since whoever resells it depends on the maker; before that its own word counts.
 */
export function routeLifecycle(
  routeFact: FactOf,
  model: Lifecycle,
  dependsOnMaker: boolean,
  asOf: IsoDate,
): Lifecycle {
  const own = lifecycleOf(asOf, {
    status: routeFact("route.status"),
    retiresOn: routeFact("route.retires_on"),
    successors: [],
  });
  if (!dependsOnMaker || own.status === "retired") return own;
  const isEnded = model.status === "retired";
  const knowsTheDay = model.retiresOn !== undefined && own.retiresOn === undefined;
  return isEnded || knowsTheDay || own.status === "unknown" ? model : own;
}

function lifecycleOf(
  asOf: IsoDate,
  facts: {
    readonly status: Fact<PropertyValue>;
    readonly deprecatedOn?: Fact<PropertyValue>;
    readonly retiresOn: Fact<PropertyValue>;
    readonly successors: readonly string[];
  },
): Lifecycle {
  const retiresOn = textOf(facts.retiresOn);
  const deprecatedOn = facts.deprecatedOn === undefined ? undefined : textOf(facts.deprecatedOn);
  const days = retiresOn === undefined ? undefined : daysBetween(asOf, retiresOn);
  return {
    status: statusOf(textOf(facts.status), days),
    ...(deprecatedOn === undefined ? {} : { deprecatedOn }),
    ...(retiresOn === undefined ? {} : { retiresOn, daysLeft: days ?? 0 }),
    successors: facts.successors,
    sources: [...sourcesOf(facts.retiresOn), ...sourcesOf(facts.status)],
  };
}

/** Words that sources use for the same thing. */
const statusWords: Readonly<Record<string, Lifecycle["status"]>> = {
  ga: "active",
  active: "active",
  preview: "preview",
  beta: "preview",
  legacy: "active",
  deprecated: "deprecated",
  retired: "retired",
};

function statusOf(said: string | undefined, daysLeft: number | undefined): Lifecycle["status"] {
  if (daysLeft !== undefined) return daysLeft <= 0 ? "retired" : "deprecated";
  return said === undefined ? "unknown" : (statusWords[said.toLowerCase()] ?? "unknown");
}

function textOf(fact: Fact<PropertyValue>): string | undefined {
  const value = knownValue(fact);
  return typeof value === "string" ? value : undefined;
}
