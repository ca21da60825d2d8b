import { type Property, type PropertyValue, properties } from "../catalog/property.ts";
import { formatPriceUsdPerMtok, formatTokens } from "./format.ts";

/** A claimed value as people read it, without its unit: `$0.039`, `262,144`, `yes`. */
export function describeValue(property: Property, value: PropertyValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  switch (properties[property].type) {
    case "money":
      return formatPriceUsdPerMtok(value);
    case "count":
      return typeof value === "number" ? formatTokens(value) : value;
    case "factor":
    case "flag":
    case "text":
    case "day":
      return String(value);
  }
}

/** `USD/Mtok`, `tokens`; undefined when the value is not counted in anything. */
export function unitOf(property: Property): string | undefined {
  const rule = properties[property];
  return "unit" in rule ? rule.unit : undefined;
}
