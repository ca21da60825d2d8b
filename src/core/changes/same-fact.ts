import type { PropertyValue } from "../catalog/property.ts";
import type { Fact } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";

/** True when a reader would read the same on both sides, whoever says so and whenever it was seen. */
export function isSameFact(a: Fact<PropertyValue>, b: Fact<PropertyValue>): boolean {
  if (a.state === "known" && b.state === "known" && isSameAmount(a.value, b.value)) return true;
  return readingOf(a) === readingOf(b);
}

/** Sources cut endless decimals at different digits: 0.0833333333 and 0.083333 are one price. */
function isSameAmount(a: PropertyValue, b: PropertyValue): boolean {
  if (typeof a !== "string" || typeof b !== "string") return false;
  if (!decimal.test(a) || !decimal.test(b)) return false;
  return Math.abs(Number(a) - Number(b)) <= 1e-5 * Math.max(Number(a), Number(b));
}

const decimal = /^\d+\.\d{5,}$/;

function readingOf(fact: Fact<PropertyValue>): string {
  switch (fact.state) {
    case "known":
      return wordOf(fact.value);
    case "disputed":
      return `disputed ${fact.values
        .map(({ value }) => wordOf(value))
        .sort()
        .join(" ")}`;
    case "unknown":
      return "unknown";
  }
}

/** `2.50` and `2.5` are one amount. */
function wordOf(value: PropertyValue): string {
  const text = String(value);
  const amount = /^\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, "") : text;
  return JSON.stringify(amount);
}

/** True when another source decides now than did before; the same publisher read later is the same. */
export function isDecidedAnew(before: Fact<PropertyValue>, after: Fact<PropertyValue>): boolean {
  if (before.state !== "known" || after.state !== "known") return false;
  const [was, is] = [before.sources[0], after.sources[0]];
  return was !== undefined && is !== undefined && lineageOf(was) !== lineageOf(is);
}

function lineageOf({ kind, lineage }: Source): string {
  return `${kind} ${lineage}`;
}
