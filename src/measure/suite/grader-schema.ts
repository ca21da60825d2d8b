import { z } from "zod";
import type { GraderSpec } from "../../core/runs/grader-spec.ts";
import { EndpointInput, endpointOf, Id } from "./endpoint-schema.ts";

const text = (what: string, most: number) =>
  z.string(what).min(1, what).max(most, `${most} characters at most`);
const share = "a number from 0 to 1";
const Share = z.number(share).min(0, share).max(1, share);
const size = "a number, 0 or more";
const Size = z.number(size).min(0, size);
const Flag = z.boolean("true or false");
const JsonPlaceInput = z
  .enum(["whole", "fenced", "anywhere"])
  .default("fenced")
  .describe("Where the JSON stands: the whole answer, that or one fenced block, or anywhere.");

const common = {
  id: Id.exactOptional().describe("How results name it; its kind when left out."),
  key: text("a key of what prompts expect", 100)
    .exactOptional()
    .describe(
      "Where a prompt's `expected` is a mapping: the key that counts. Prompts without it are not graded.",
    ),
  expected: z.unknown().optional().describe("What every answer is held against."),
};

const timeout = "a whole number of milliseconds, 10 to 600,000";
const TimeoutMs = z.int(timeout).min(10, timeout).max(600_000, timeout);

const kinds = [
  z.strictObject({
    kind: z.literal("exact").describe("The answer is the expected text."),
    ...common,
    trim: Flag.default(true).describe("Blanks around the answer do not count."),
  }),
  z.strictObject({
    kind: z.literal("normalised").describe("The same words: case, blanks, punctuation aside."),
    ...common,
  }),
  z.strictObject({
    kind: z.literal("contains").describe("The answer holds the expected text, or texts."),
    ...common,
    match: z.enum(["all", "any", "none"]).default("all"),
    ignoreCase: Flag.default(false),
  }),
  z.strictObject({
    kind: z.literal("numeric").describe("A number of the answer is the expected one."),
    ...common,
    tolerance: Size.default(0),
    relativeTolerance: Size.default(0),
    take: z.enum(["first", "last", "only"]).default("last"),
  }),
  z.strictObject({
    kind: z.literal("regex").describe("A pattern is found in the answer."),
    ...common,
    pattern: text("a regular expression", 2000).exactOptional(),
    flags: z
      .string("flags of a regular expression, such as i")
      .regex(/^[imsu]*$/, "flags of a regular expression, any of i, m, s, u")
      .default(""),
    not: Flag.default(false).describe("It must not be found."),
  }),
  z.strictObject({
    kind: z.literal("json-schema").describe("The answer is JSON of a schema."),
    ...common,
    schema: z.unknown().optional(),
    where: JsonPlaceInput,
  }),
  z.strictObject({
    kind: z.literal("json-path").describe("A value within JSON is the expected one."),
    ...common,
    path: text("a path such as $.total or $.rows[0].name", 500),
    where: JsonPlaceInput,
  }),
  z.strictObject({
    kind: z.literal("tool-call").describe("The tools called, with their arguments."),
    ...common,
    others: Flag.default(false).describe("Calls beside the expected ones are no mistake."),
  }),
  z.strictObject({
    kind: z.literal("similarity").describe("Near the expected text in meaning."),
    ...common,
    embeddings: EndpointInput.describe("Where texts become vectors."),
    atLeast: Share.default(0.8),
  }),
  z.strictObject({
    kind: z.literal("module").describe("A module of your own; it is run like any code of yours."),
    ...common,
    path: text("the path of a JavaScript module", 1000),
    timeoutMs: TimeoutMs.default(30_000),
  }),
  z.strictObject({
    kind: z.literal("code").describe("The code of the answer is run, where this is allowed."),
    ...common,
    language: z.enum(["python", "javascript"]),
    check: z
      .enum(["tests", "output"])
      .default("tests")
      .describe("What is expected: code that tests the answer, or what it prints."),
    timeoutMs: TimeoutMs.default(10_000),
    memoryMb: z.int("64 to 4,096").min(64, "64 to 4,096").max(4096, "64 to 4,096").default(512),
  }),
  z.strictObject({
    kind: z.literal("judge").describe("Another model judges the answer."),
    ...common,
    judge: EndpointInput.describe("Which model judges."),
    mode: z
      .enum(["rubric", "pairwise"])
      .default("rubric")
      .describe("By words, or beside the expected answer in both orders."),
    rubric: text("what a good answer is", 20_000),
    atLeast: Share.default(0.5),
  }),
] as const;

const kindNames = kinds.map(({ shape }) => shape.kind.value).join(", ");

/** A grader as a suite file writes it. */
export const GraderInput = z.discriminatedUnion("kind", kinds, `one of ${kindNames}`);

export type GraderInput = z.output<typeof GraderInput>;

export function graderSpecOf(input: GraderInput): GraderSpec {
  const { id = input.kind, key, expected } = input;
  const named = {
    id,
    ...(key === undefined ? {} : { key }),
    ...(expected === undefined ? {} : { expected }),
  };
  switch (input.kind) {
    case "exact":
      return { ...named, kind: input.kind, isTrimmed: input.trim };
    case "normalised":
      return { ...named, kind: input.kind };
    case "contains":
      return { ...named, kind: input.kind, match: input.match, ignoresCase: input.ignoreCase };
    case "numeric": {
      const { kind, tolerance, relativeTolerance, take } = input;
      return { ...named, kind, tolerance, relativeTolerance, take };
    }
    case "regex": {
      const { kind, pattern, flags, not: isNegated } = input;
      return { ...named, kind, flags, isNegated, ...(pattern === undefined ? {} : { pattern }) };
    }
    case "json-schema": {
      const { kind, schema, where } = input;
      return { ...named, kind, where, ...(schema === undefined ? {} : { schema }) };
    }
    case "json-path":
      return { ...named, kind: input.kind, path: input.path, where: input.where };
    case "tool-call":
      return { ...named, kind: input.kind, allowsOthers: input.others };
    case "similarity": {
      const { kind, embeddings, atLeast } = input;
      return { ...named, kind, embeddings: endpointOf(embeddings), atLeast };
    }
    case "module":
      return { ...named, kind: input.kind, path: input.path, timeoutMs: input.timeoutMs };
    case "code": {
      const { kind, language, check, timeoutMs, memoryMb } = input;
      return { ...named, kind, language, check, timeoutMs, memoryMb };
    }
    case "judge": {
      const { kind, judge, mode, rubric, atLeast } = input;
      return { ...named, kind, judge: endpointOf(judge), mode, rubric, atLeast };
    }
  }
}
