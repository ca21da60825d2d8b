import type { z } from "zod";
import { closestNames } from "../../core/identity/closest-names.ts";
import type { Outcome, Problem } from "../../core/problems/problem.ts";

export type Schema = z.core.JSONSchema.BaseSchema;

/** Parameters of an address by name, each with all its values. */
export type Parameters = ReadonlyMap<string, readonly string[]>;

/**
 * The input of an operation as an address spells it: repeated or with commas where there may be
 * several, `traffic.inputTokens=800M` for what lies deeper, JSON where that is too little. What a
 * text cannot be read as stays text, so that the operation itself can say what is wrong.
 */
export function fieldsOf(
  schema: Schema,
  parameters: Parameters,
): Outcome<Readonly<Record<string, unknown>>> {
  const names = Object.keys(schema.properties ?? {});
  const fields: [string, unknown][] = [];
  for (const [name, parts] of byFirstStep(parameters)) {
    const child = names.includes(name) ? childOf(schema, name) : undefined;
    if (child === undefined) return { ok: false, problem: unknownParameter(name, names) };
    const value = fieldOf(child, parts, name);
    if (!value.ok) return value;
    fields.push([name, value.value]);
  }
  return { ok: true, value: Object.fromEntries(fields) };
}

export function unknownParameter(asked: string, names: readonly string[]): Problem {
  const closest = closestNames(names.map((id) => ({ id, words: id.toLowerCase() })));
  return { code: "unknown-parameter", asked, closest: closest(asked.toLowerCase(), 3) };
}

/** What is left of each name after its first step; the empty text for the field itself. */
function byFirstStep(parameters: Parameters): ReadonlyMap<string, Parameters> {
  const steps = new Map<string, Map<string, readonly string[]>>();
  for (const [name, values] of parameters) {
    const at = name.indexOf(".");
    const step = at < 0 ? name : name.slice(0, at);
    const parts = steps.get(step) ?? new Map<string, readonly string[]>();
    steps.set(step, parts.set(at < 0 ? "" : name.slice(at + 1), values));
  }
  return steps;
}

function fieldOf(schema: Schema, parts: Parameters, where: string): Outcome<unknown> {
  const whole = parts.get("");
  if (whole === undefined) return partsOf(schema, parts, where);
  if (parts.size === 1) return wholeOf(schema, whole, where);
  return wrong(where, "Expected it whole or field by field, not both");
}

function partsOf(schema: Schema, parts: Parameters, where: string): Outcome<unknown> {
  const object = branchesOf(schema).find(({ type }) => type === "object");
  if (object === undefined) return wrong(where, "Expected a value without fields of its own");
  const grouped =
    object.properties === undefined
      ? [...parts].map(([name, values]) => [name, new Map([["", values]])] as const)
      : byFirstStep(parts);
  const fields: [string, unknown][] = [];
  for (const [name, deeper] of grouped) {
    const value = fieldOf(childOf(object, name) ?? {}, deeper, `${where}.${name}`);
    if (!value.ok) return value;
    fields.push([name, value.value]);
  }
  return { ok: true, value: Object.fromEntries(fields) };
}

function wholeOf(schema: Schema, values: readonly string[], where: string): Outcome<unknown> {
  const [first = "", ...more] = values;
  const list = branchesOf(schema).find((branch) => typesOf(branch).includes("array"));
  if (list === undefined) {
    if (more.length > 0) return wrong(where, "Expected one value");
    return { ok: true, value: readText(schema, first) };
  }
  const items = typeof list.items === "object" && !Array.isArray(list.items) ? list.items : {};
  if (more.length > 0) return { ok: true, value: values.map((text) => readText(items, text)) };
  const json = first.trimStart().startsWith("[") ? jsonIn(first) : undefined;
  if (json !== undefined) return { ok: true, value: json };
  if (allTypesOf(schema).has("string")) return { ok: true, value: first };
  return { ok: true, value: first.split(",").map((text) => readText(items, text.trim())) };
}

/** Text where text may stand, since every digit of it counts; else the number, flag or JSON it spells. */
function readText(schema: Schema, text: string): unknown {
  const types = allTypesOf(schema);
  const isJson = /^\s*[{[]/.test(text) && (types.size === 0 || types.has("object"));
  const json = isJson ? jsonIn(text) : undefined;
  if (json !== undefined) return json;
  if (types.has("string")) return text;
  if (types.has("boolean")) return flagIn(text) ?? text;
  if (!types.has("number") && !types.has("integer")) return text;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}

/** A flag that is only named is set. */
export function flagIn(text: string): boolean | undefined {
  if (["", "true", "1"].includes(text)) return true;
  return ["false", "0"].includes(text) ? false : undefined;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function childOf(schema: Schema, name: string): Schema | undefined {
  const { properties = {}, additionalProperties } = schema;
  const child = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
  return typeof child === "object" ? child : undefined;
}

function branchesOf(schema: Schema): readonly Schema[] {
  const several = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return several.length === 0 ? [schema] : several.flatMap(branchesOf);
}

function typesOf({ type }: Schema): readonly string[] {
  if (type === undefined) return [];
  return typeof type === "string" ? [type] : type;
}

function allTypesOf(schema: Schema): ReadonlySet<string> {
  return new Set(branchesOf(schema).flatMap(typesOf));
}

function wrong(where: string, expected: string): Outcome<never> {
  return { ok: false, problem: { code: "invalid-input", where, expected } };
}
