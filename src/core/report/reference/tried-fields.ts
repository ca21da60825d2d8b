import type { DescribedOperation, JsonSchema } from "./described-operation.ts";
import { listIn, objectIn, typesOf } from "./type-text.ts";

/** A field of a question that a form can ask for. */
export interface TriedField {
  readonly name: string;
  readonly control: "text" | "number" | "day" | "flag" | "choice";
  readonly choices: readonly string[];
  /** What the example says. */
  readonly value: string;
  readonly isRequired: boolean;
}

/** Fields that name files of the server, which no stranger can ask for. */
const files: ReadonlySet<string> = new Set([
  "facts",
  "workload",
  "scan.path",
  "cost.text",
  "paired.files",
  "decide.file",
  "size.config",
]);

/** What a form can ask of an operation: everything that is one value or a list of words. */
export function triedFields({ name, input, example }: DescribedOperation): readonly TriedField[] {
  const { properties = {}, required = [] } = input;
  return Object.entries(properties).flatMap(([field, schema]) => {
    const isFile = files.has(field) || files.has(`${name}.${field}`);
    if (typeof schema !== "object" || isFile) return [];
    const control = controlOf(schema);
    if (control === undefined) return [];
    const value = spelled(example.input[field]);
    const isRequired = required.includes(field);
    return [{ name: field, control, choices: schema.enum?.map(String) ?? [], value, isRequired }];
  });
}

/** As an address would spell it; what has fields of its own is left to the reader. */
function spelled(given: unknown): string {
  if (Array.isArray(given)) return given.join(", ");
  return given === undefined || typeof given === "object" ? "" : String(given);
}

function controlOf(schema: JsonSchema): TriedField["control"] | undefined {
  if (schema.enum !== undefined) return "choice";
  const types = new Set([schema, ...(schema.anyOf ?? [])].flatMap(typesOf));
  if (types.has("string")) return schema.format === "date" ? "day" : "text";
  if (types.has("number") || types.has("integer")) return "number";
  if (types.has("boolean")) return "flag";
  const list = listIn(schema);
  return list === undefined || objectIn(list) !== undefined || hasObjects(list)
    ? undefined
    : "text";
}

function hasObjects({ items }: JsonSchema): boolean {
  return typeof items === "object" && !Array.isArray(items) && objectIn(items) !== undefined;
}
