import {
  isProperty,
  type Property,
  type PropertyValue,
  properties,
} from "../../core/catalog/property.ts";
import { productText } from "../../core/cost/money.ts";
import { closestNames } from "../../core/identity/closest-names.ts";
import { readPropertyValue, type WrittenValue } from "../property-value.ts";
import type { FactLine } from "./fact-line.ts";

/** What is wrong with one field of a fact, and what belongs there. */
export interface FactMistake {
  readonly field: keyof FactLine;
  readonly expected: string;
}

export type CheckedFact =
  | {
      readonly ok: true;
      readonly property: Property;
      readonly value: PropertyValue;
      /** Of a price in another currency: what stands in the list. */
      readonly listed?: string;
    }
  | { readonly ok: false; readonly mistake: FactMistake };

/** Reads a fact's value with its property in hand: what it may be said of, its unit, its form. */
export function checkFact(fact: FactLine, written: WrittenValue): CheckedFact {
  const { property } = fact;
  if (!isProperty(property)) return wrong("property", unknownProperty(property));
  const subject = subjectMistake(fact, property);
  if (subject !== undefined) return wrong("subject", subject);
  const { unit } = ruleOf(property);
  const currency = currencyOf(fact, unit);
  if (fact.exchange !== undefined && currency === undefined) {
    return wrong("unit", `the currency of the price, such as CNY/Mtok, beside its exchange`);
  }
  if (currency === undefined && fact.unit !== undefined && plain(fact.unit) !== plain(unit ?? "")) {
    return wrong("unit", unit === undefined ? `no unit for ${property}` : `${unit}, nothing else`);
  }
  if (fact.effectiveFrom !== undefined && fact.effectiveTo !== undefined) {
    if (fact.effectiveFrom >= fact.effectiveTo) {
      return wrong(
        "effectiveTo",
        `a day after ${fact.effectiveFrom}, the first no longer in force`,
      );
    }
  }
  const read = readPropertyValue(property, written);
  if (!read.ok) return wrong("value", read.expected + (unit === undefined ? "" : ` (${unit})`));
  return { ok: true, property, ...inUsd(fact, read.value, currency) };
}

/** The currency of a price that is not in US dollars but states its rate. */
function currencyOf(fact: FactLine, unit: string | undefined): string | undefined {
  if (fact.exchange === undefined || fact.unit === undefined) return undefined;
  if (unit?.startsWith("USD/") !== true) return undefined;
  const [code = "", ...per] = fact.unit.trim().split("/");
  const isSamePiece = plain(per.join("/")) === plain(unit.slice("USD/".length));
  return isSamePiece && /^[A-Z]{3}$/.test(code) && code !== "USD" ? code : undefined;
}

function inUsd(
  { exchange, unit }: FactLine,
  value: PropertyValue,
  currency: string | undefined,
): Pick<Extract<CheckedFact, { readonly ok: true }>, "value" | "listed"> {
  if (exchange === undefined || currency === undefined) return { value };
  const { usdPerUnit, observedOn, source } = exchange;
  const listed = `The list has ${value} ${unit}: ${usdPerUnit} US dollars a ${currency} on ${observedOn}, ${source}.`;
  return { value: productText(String(value), usdPerUnit) ?? value, listed };
}

function subjectMistake({ subject }: FactLine, property: Property): string | undefined {
  const kind = subject.startsWith("model:") ? "model" : "route";
  if (ruleOf(property).on.some((each) => each === kind)) return undefined;
  const name = subject.slice(kind.length + 1);
  if (kind === "route") return `model:maker/model, since ${property} belongs to models`;
  const what = property.startsWith("price.")
    ? "prices belong to routes"
    : `${property} belongs to routes`;
  return `route:provider/model id there, since ${what}: for instance route:openrouter/${name}`;
}

const findClosest = closestNames(Object.keys(properties).map((id) => ({ id, words: id })));

function unknownProperty(name: string): string {
  const closest = findClosest(name.toLowerCase(), 3);
  return closest.length === 0
    ? "a property such as price.input, limit.context or cap.tools"
    : `a property there is; the nearest: ${closest.join(", ")}`;
}

function ruleOf(property: Property): { readonly on: readonly string[]; readonly unit?: string } {
  return properties[property];
}

function plain(unit: string): string {
  return unit.toLowerCase().replace(/\s/g, "");
}

function wrong(field: keyof FactLine, expected: string): CheckedFact {
  return { ok: false, mistake: { field, expected } };
}
