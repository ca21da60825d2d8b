import { type Property, type PropertyValue, properties } from "../core/catalog/property.ts";
import { isDay, isDayOrMonth } from "./day.ts";

/** A value as written in a file, and the characters it was written with. */
export interface WrittenValue {
  readonly value: unknown;
  readonly source?: string | undefined;
}

export type ReadValue =
  | { readonly ok: true; readonly value: PropertyValue }
  | { readonly ok: false; readonly expected: string };

/** Reads a value of a property; when it is none, says what one looks like. */
export function readPropertyValue(property: Property, written: WrittenValue): ReadValue {
  const { type } = properties[property];
  const value = readers[type](written, property);
  return value === undefined ? { ok: false, expected: expectations[type] } : { ok: true, value };
}

type ValueType = (typeof properties)[Property]["type"];
type Reader = (written: WrittenValue, property: Property) => PropertyValue | undefined;

const readers: Record<ValueType, Reader> = {
  money: decimal,
  count: (written) => {
    const text = decimal(written);
    const count = Number(text);
    return text !== undefined && Number.isSafeInteger(count) ? count : undefined;
  },
  factor: decimal,
  flag: ({ value }) => (typeof value === "boolean" ? value : undefined),
  text: ({ value }) =>
    typeof value === "string" && value.trim() !== "" && value.length <= longestText
      ? value
      : undefined,
  day: ({ value }, property) => {
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string") return undefined;
    return (mayBeVague.has(property) ? isDayOrMonth(text) : isDay(text)) ? text : undefined;
  },
};

/** A value stands in tables; prose belongs into a note. */
const longestText = 1_000;

const expectations: Record<ValueType, string> = {
  money: 'a decimal number of US dollars, digits and a point alone, such as "0.04"',
  factor: 'a decimal number, digits and a point alone, such as "1.1"',
  count: "a whole number, zero or more",
  flag: "true or false; leave the line out when it is not known",
  text: `a text of ${longestText} characters at most`,
  day: "a day such as 2026-11-20",
};

/** Sources often give no more than the month of these. */
const mayBeVague: ReadonlySet<Property> = new Set<Property>([
  "model.release_date",
  "model.knowledge_cutoff",
  "model.training_cutoff",
]);

/** Plain digits, as written: an exponent, a sign, a comma or a currency is not a price. */
function decimal({ value, source }: WrittenValue): string | undefined {
  const text = source ?? (typeof value === "string" || typeof value === "number" ? `${value}` : "");
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  return /^\d{1,15}(\.\d{1,20})?$/.test(text) ? withoutEdgeZeros(text) : undefined;
}

function withoutEdgeZeros(digits: string): string {
  const short = digits.replace(/^0+(?=\d)/, "");
  return short.includes(".") ? short.replace(/\.?0+$/, "") : short;
}
