import type { JsonSchema } from "./described-operation.ts";
import { itemsOf, listIn, objectIn, typeText } from "./type-text.ts";

/** A field of a question or an answer, by the path that leads to it. */
export interface FieldRow {
  readonly path: string;
  readonly type: string;
  readonly meaning: string;
  readonly isRequired: boolean;
}

/** The fields of a question. What many questions share is named by its type alone. */
export function inputRows(
  schema: JsonSchema,
  sharedFields: ReadonlySet<string>,
): readonly FieldRow[] {
  return fieldsOf(schema).flatMap(({ name, field, isRequired }) => {
    const row = { path: name, ...wordsOf(field), isRequired };
    const deep = sharedFields.has(name) ? undefined : objectIn(field);
    return deep === undefined ? [row] : [row, ...within(deep, name)];
  });
}

/** The fields of an object that stands in several questions. */
export function within(schema: JsonSchema, path: string): readonly FieldRow[] {
  return fieldsOf(schema).map(({ name, field, isRequired }) => ({
    path: `${path}.${name}`,
    ...wordsOf(field),
    isRequired,
  }));
}

/** What an answer surely holds, down to its values. */
export function outputRows(schema: JsonSchema, path = ""): readonly FieldRow[] {
  return fieldsOf(schema).flatMap(({ name, field, isRequired }): readonly FieldRow[] => {
    const at = path === "" ? name : `${path}.${name}`;
    const list = listIn(field);
    const items = list === undefined ? undefined : itemsOf(list);
    const deep = objectIn(items ?? field);
    const rows = deep === undefined ? [] : outputRows(deep, items === undefined ? at : `${at}[]`);
    const { description = "" } = field;
    const own = { path: at, ...wordsOf(field), isRequired };
    if (rows.length === 0) return [own];
    return description === "" ? rows : [own, ...rows];
  });
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema) {
  return Object.entries(properties).flatMap(([name, field]) =>
    typeof field === "object" ? [{ name, field, isRequired: required.includes(name) }] : [],
  );
}

function wordsOf(field: JsonSchema) {
  return { type: typeText(field), meaning: field.description ?? "" };
}
