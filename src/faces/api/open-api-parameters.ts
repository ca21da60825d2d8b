import { viewWords } from "../../core/report/reference/view-words.ts";
import type { Schema } from "./fields-of.ts";

const flag = { type: "boolean" };

/** Parameters of every question that say how to print. */
export function viewParameters(formats: readonly string[]) {
  const parameter = (name: string, description: string, schema: object) => ({
    name,
    in: "query",
    description,
    schema,
  });
  return [
    parameter("format", viewWords.format, { type: "string", enum: formats }),
    parameter("brief", viewWords.brief, flag),
    parameter("sources", viewWords.sources, flag),
  ];
}

/** A field of the input as a parameter of an address. */
export function parameterOf(name: string, schema: Schema, required: boolean) {
  const { description = "", ...rest } = schema;
  const branches = [...(rest.anyOf ?? [rest])];
  const isDeep = branches.some((branch) => typeof branch === "object" && branch.type === "object");
  return {
    name,
    in: "query",
    required,
    description: isDeep ? `${description} ${deepHelp(name)}`.trim() : description,
    ...(isDeep ? { schema: { type: "string" } } : { schema: rest, style: "form", explode: true }),
  };
}

function deepHelp(name: string): string {
  return `As JSON, or field by field with a dot: \`${name}.field=value\`.`;
}
