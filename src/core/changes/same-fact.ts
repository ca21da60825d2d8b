import type { PropertyValue } from "../catalog/property.ts";
import type { Fact } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";

/** True when a reader would read the same on both sides, whoever says so and whenever it was seen. */
export function isSameFact(a: Fact<PropertyValue>, b: Fact<PropertyValue>): boolean {
  return readingOf(a) === readingOf(b);
}

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

/**
 * True when the value changed though the source that states it now did not: it was claimed before
 * too and lost, or what was held before is still claimed; or when others decide now than did before.
 */
export function isDecidedAnew(before: Fact<PropertyValue>, after: Fact<PropertyValue>): boolean {
  if (before.state !== "known" || after.state !== "known") return false;
  const wasClaimed = before.overruled.some(({ value }) => value === after.value);
  const isStillClaimed = after.overruled.some(({ value }) => value === before.value);
  const deciders = new Set(before.sources.map(lineageOf));
  return (
    wasClaimed || isStillClaimed || !after.sources.some((source) => deciders.has(lineageOf(source)))
  );
}

/** The same publisher at a later time is the same source. */
function lineageOf({ kind, lineage }: Source): string {
  return `${kind} ${lineage}`;
}
