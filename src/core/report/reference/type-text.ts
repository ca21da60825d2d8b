import type { JsonSchema } from "./described-operation.ts";

/** What a schema lets through, in a few words: `number from 0 to 100`, `list of text`, `a or b`. */
export function typeText(schema: JsonSchema): string {
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(String).join(", ");
  const several = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (several.length > 0) return distinct(several.map(typeText)).join(" or ");
  const types = typesOf(schema);
  return types.length === 0
    ? "anything"
    : distinct(types.map((type) => named(type, schema))).join(" or ");
}

/** The object among what a schema lets through, where one is. */
export function objectIn(schema: JsonSchema): JsonSchema | undefined {
  const several = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (several.length > 0) return several.map(objectIn).find((each) => each !== undefined);
  return typesOf(schema).includes("object") ? schema : undefined;
}

/** The list among it. */
export function listIn(schema: JsonSchema): JsonSchema | undefined {
  const several = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (several.length > 0) return several.map(listIn).find((each) => each !== undefined);
  return typesOf(schema).includes("array") ? schema : undefined;
}

/** What a list holds. */
export function itemsOf({ items }: JsonSchema): JsonSchema {
  return typeof items === "object" && !Array.isArray(items) ? items : {};
}

export function typesOf({ type }: JsonSchema): readonly string[] {
  if (type === undefined) return [];
  return typeof type === "string" ? [type] : type;
}

function named(type: string, schema: JsonSchema): string {
  switch (type) {
    case "string":
      return schema.format === "date" ? "day" : "text";
    case "integer":
      return `whole number${rangeText(schema)}`;
    case "number":
      return `number${rangeText(schema)}`;
    case "boolean":
      return "true or false";
    case "array":
      return `list of ${typeText(itemsOf(schema))}`;
    case "null":
      return "null";
    case "object":
      return objectText(schema);
    default:
      return type;
  }
}

/** Without fields of its own an object holds values by name. */
function objectText({ properties, propertyNames, additionalProperties: values }: JsonSchema) {
  if (properties !== undefined || typeof values !== "object") return "object";
  const names = typeof propertyNames === "object" ? (propertyNames.enum ?? []) : [];
  const by = names.length === 0 ? "name" : names.map(String).join(", ");
  return `object of ${typeText(values)} by ${by}`;
}

/** Ends that say something; the largest number a computer counts to does not. */
function rangeText(schema: JsonSchema): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const low = exclusiveMinimum ?? minimum;
  const high = exclusiveMaximum ?? maximum;
  const from = exclusiveMinimum === undefined ? "from" : "above";
  const isBounded = typeof high === "number" && high < Number.MAX_SAFE_INTEGER;
  const to = exclusiveMaximum === undefined ? "to" : "below";
  return [low === undefined ? "" : ` ${from} ${low}`, isBounded ? ` ${to} ${high}` : ""].join("");
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
