import type { Property, PropertyValue } from "../../src/core/catalog/property.ts";
import { type Fact, known, unknown } from "../../src/core/evidence/fact.ts";
import type { Source } from "../../src/core/evidence/source.ts";

/** Facts by property: a plain value is known from one source; a whole fact stands as given. */
export type GivenFacts = Partial<Record<Property, PropertyValue | Fact<PropertyValue>>>;

/** Looks facts up; what is not given is asked of `otherwise`, and else unknown. */
export function factsOf(
  given: GivenFacts,
  source: Source,
  otherwise: (property: Property) => Fact<PropertyValue> = () => unknown("no source states it"),
): (property: Property) => Fact<PropertyValue> {
  const settled = new Map<Property, Fact<PropertyValue>>();
  return (property) => {
    const before = settled.get(property);
    if (before !== undefined) return before;
    const value = given[property];
    const fact =
      value === undefined
        ? otherwise(property)
        : typeof value === "object"
          ? value
          : known(value, [source]);
    settled.set(property, fact);
    return fact;
  };
}
