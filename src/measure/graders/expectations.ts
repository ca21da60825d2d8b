import { z } from "zod";
import type { GraderKind, GraderSpec } from "../../core/runs/grader-spec.ts";
import { numberIn } from "./number-in.ts";

const text = "a text, which is what this grader holds answers against";
const Plain = z.union([z.string().max(1_000_000), z.number(), z.boolean()], text).transform(String);
const texts = "a text, or a list of texts";
const Texts = z.union([Plain.transform((one) => [one]), z.array(Plain).min(1)], texts).readonly();

const number = "a number";
const Num = z.union(
  [
    z.number(number),
    z.string(number).transform((written, context) => {
      const read = numberIn(written, "only");
      if (read !== undefined) return read;
      context.addIssue({ code: "custom", message: number });
      return z.NEVER;
    }),
  ],
  number,
);

const pattern = "a regular expression";
const Pattern = z.string(pattern).max(2000, "2,000 characters at most").refine(isPattern, pattern);

const Schema = z.union([z.boolean(), z.record(z.string(), z.unknown())], "a JSON Schema");

const call = "a call such as {name: search, arguments: {query: cats}}, or a list of calls";
const Call = z.strictObject(
  {
    name: z.string(call).min(1, call),
    arguments: z.unknown().optional(),
    schema: Schema.exactOptional(),
  },
  call,
);
const Calls = z.union([Call.transform((one) => [one]), z.array(Call)], call).readonly();

const anything = z.unknown().refine((value) => value !== undefined, "a value");

interface Expected {
  readonly exact: string;
  readonly normalised: string;
  readonly contains: readonly string[];
  readonly numeric: number;
  readonly regex: string;
  readonly "json-schema": z.output<typeof Schema>;
  readonly "json-path": unknown;
  readonly "tool-call": readonly ExpectedCall[];
  readonly similarity: string;
  readonly module: unknown;
  readonly code: string;
  readonly judge: unknown;
}

export type ExpectedBy<Kind extends GraderKind> = Expected[Kind];

/** What each grader needs to be expected of an answer, and how it is read. */
export const expectations: { readonly [Kind in GraderKind]: z.ZodType<ExpectedBy<Kind>> } = {
  exact: Plain,
  normalised: Plain,
  contains: Texts,
  numeric: Num,
  regex: Pattern,
  "json-schema": Schema,
  "json-path": anything,
  "tool-call": Calls,
  similarity: Plain,
  module: z.unknown(),
  code: z.string(text).max(1_000_000),
  judge: z.unknown(),
};

export type ExpectedCall = z.output<typeof Call>;

/** Whether prompts must state what they expect, for this grader to say anything. */
export function needsExpected(spec: GraderSpec): boolean {
  switch (spec.kind) {
    case "regex":
      return spec.pattern === undefined;
    case "json-schema":
      return spec.schema === undefined;
    case "judge":
      return spec.mode === "pairwise";
    case "module":
      return false;
    case "exact":
    case "normalised":
    case "contains":
    case "numeric":
    case "json-path":
    case "tool-call":
    case "similarity":
    case "code":
      return true;
  }
}

/** What a grader holds an answer to this prompt against; undefined: nothing is stated for it. */
export function expectedFor(spec: GraderSpec, stated: unknown): unknown {
  if (spec.expected !== undefined) return spec.expected;
  const { key } = spec;
  if (key === undefined) return ownExpected(spec) ?? stated;
  if (typeof stated !== "object" || stated === null || Array.isArray(stated)) return undefined;
  return Object.entries(stated).find(([name]) => name === key)?.[1];
}

function ownExpected(spec: GraderSpec): unknown {
  if (spec.kind === "regex") return spec.pattern;
  if (spec.kind === "json-schema") return spec.schema;
  return undefined;
}

/** Whether the flags and the pattern of a grader can be read at all. */
export function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
