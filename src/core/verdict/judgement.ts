import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { Property, PropertyValue } from "../catalog/property.ts";
import { type Fact, sourcesOf } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import { formatTokens } from "../report/format.ts";
import type { Usd } from "../units.ts";

/** How one candidate stands to one constraint. Unknown neither passes nor fails. */
export interface ConstraintResult {
  /** As the user wrote it: `context>=200k`. */
  readonly constraint: string;
  readonly result: "passes" | "fails" | "unknown";
  readonly because: string;
  readonly sources: readonly Source[];
  /** Where a demand in figures is missed: what was asked, and what there is. */
  readonly shortfall?: Shortfall;
}

export interface Shortfall {
  readonly demand: string;
  readonly unit: string;
  readonly asked: number;
  readonly has: number;
}

/** A model through a route, as a constraint sees it. */
export interface Bidder {
  readonly model: ModelDossier;
  readonly route?: RouteDossier | undefined;
  /** What the traffic costs there; absent: unknown. */
  readonly monthlyUsd?: Usd | undefined;
  /** Who states the prices of that bill. */
  readonly billSources?: readonly Source[];
}

export type Judgement = Omit<ConstraintResult, "constraint">;

/** The fact that binds: the route's where there is a route, else the model's. */
export function bindingFact(bidder: Bidder, property: Property): Fact<PropertyValue> {
  return bidder.route === undefined ? bidder.model.fact(property) : bidder.route.fact(property);
}

/** Judges a fact by a test on its value; unknown and disputed stay open. */
export function judgeFact(
  fact: Fact<PropertyValue>,
  label: string,
  test: (value: PropertyValue) => boolean,
): Judgement {
  return judgeValue(fact, label, (value) => (test(value) ? "passes" : "fails"));
}

/** As `judgeFact`, where a known value may leave the question open. */
export function judgeValue(
  fact: Fact<PropertyValue>,
  label: string,
  resultOf: (value: PropertyValue) => Judgement["result"],
  textOf: (value: PropertyValue) => string = valueText,
): Judgement {
  switch (fact.state) {
    case "known":
      return {
        result: resultOf(fact.value),
        because: `${label}: ${textOf(fact.value)}`,
        sources: fact.sources,
      };
    case "disputed": {
      const results = new Set(fact.values.map(({ value }) => resultOf(value)));
      const said = fact.values.map(({ value }) => textOf(value)).join(" or ");
      const [only = "unknown"] = results;
      const result = results.size > 1 ? "unknown" : only;
      return { result, because: `${label}: disputed, ${said}`, sources: sourcesOf(fact) };
    }
    case "unknown":
      return { result: "unknown", because: `${label}: unknown, ${fact.because}`, sources: [] };
  }
}

function valueText(value: PropertyValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? formatTokens(value) : value;
}
