import { type Property, type PropertyValue, properties } from "../catalog/property.ts";
import { regionsIn } from "../catalog/regions.ts";
import { formatNumber, formatPriceUsdPerMtok, formatTokens } from "../report/format.ts";
import { counted } from "./wording.ts";

/** A value as people read it: `262,144 tokens`, `4 B parameters`, `allowed with conditions`. */
export function propertyText(property: Property, value: PropertyValue): string {
  const rule: (typeof properties)[Property] = properties[property];
  switch (rule.type) {
    case "money":
      return `${formatPriceUsdPerMtok(String(value))} ${shortUnit(rule.unit)}`;
    case "count":
      return typeof value === "number" ? countText(value, rule.unit) : String(value);
    case "factor":
      return `${value} ${rule.unit}`;
    case "flag":
      return value === true ? "yes" : value === false ? "no" : String(value);
    case "day":
      return String(value);
    case "text":
      return wording[String(value)] ?? listText(property, String(value));
  }
}

/** The modalities a fact lists: `text;image` and `text, image` alike. */
export function modalitiesIn(value: PropertyValue): readonly string[] {
  return String(value)
    .split(separators)
    .filter((each) => each !== "");
}

const separators = /[;,\s]+/;

/** Words of the catalog that a reader would stumble over. */
const wording: Readonly<Record<string, string>> = {
  "open-weights": "open weights",
  "open-source": "open source",
  "api-terms": "under the terms of the API",
  "allowed-with-conditions": "allowed with conditions",
  "non-commercial": "not allowed",
};

function listText(property: Property, text: string): string {
  if (property === "route.region") return placesText(regionsIn(text), text);
  return property.startsWith("modality.") ? modalitiesIn(text).join(", ") : text;
}

/** Several places are a choice. */
function placesText(places: readonly string[], text: string): string {
  return places.length < 2
    ? text
    : `${places.slice(0, -1).join(", ")} or ${places.at(-1)}, as you choose`;
}

function countText(value: number, unit: string): string {
  if (unit === "parameters") return parametersText(value);
  if (unit === "days") return value === 0 ? "not kept" : counted(value, "day");
  return `${formatTokens(value)} ${unit}`;
}

function parametersText(parameters: number): string {
  if (parameters >= 1e9) return `${formatNumber(parameters / 1e9, 2)} B`;
  return `${formatNumber(parameters / 1e6, 1)} M`;
}

function shortUnit(unit: string): string {
  return unit === "USD/Mtok" ? "a million tokens" : unit.replace("USD/", "a ");
}
