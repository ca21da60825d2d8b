import { z } from "zod";
import { EndpointShape, StoredName } from "./endpoint-shape.ts";
import type { GraderSpec } from "./grader-spec.ts";
import type { Prompt } from "./prompt.ts";
import type { Load, SpendLimits, Suite } from "./suite.ts";

const Text = z.string();
const ToolCallShape = z.object({ id: Text, name: Text, arguments: Text });

const ContentShape = z.union([
  Text,
  z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("text"), text: Text }),
      z.object({ kind: z.literal("image"), mediaType: Text, base64: Text }),
    ]),
  ),
]);

/** A prompt as a store or an export hands it back. */
export const PromptShape: z.ZodType<Prompt> = z.object({
  id: StoredName,
  messages: z.array(
    z.discriminatedUnion("role", [
      z.object({ role: z.enum(["system", "user"]), content: ContentShape }),
      z.object({
        role: z.literal("assistant"),
        content: Text,
        toolCalls: z.exactOptional(z.array(ToolCallShape)),
      }),
      z.object({ role: z.literal("tool"), toolCallId: Text, content: Text }),
    ]),
  ),
  tools: z.exactOptional(
    z.array(z.object({ name: Text, description: z.exactOptional(Text), parameters: z.unknown() })),
  ),
  expected: z.exactOptional(z.unknown()),
  cluster: z.exactOptional(Text),
  variables: z.exactOptional(z.record(Text, Text)),
});

const named = {
  id: Text,
  key: z.exactOptional(Text),
  expected: z.exactOptional(z.unknown()),
} as const;
const where = z.enum(["whole", "fenced", "anywhere"]);

const GraderShape: z.ZodType<GraderSpec> = z.discriminatedUnion("kind", [
  z.object({ ...named, kind: z.literal("exact"), isTrimmed: z.boolean() }),
  z.object({ ...named, kind: z.literal("normalised") }),
  z.object({
    ...named,
    kind: z.literal("contains"),
    match: z.enum(["all", "any", "none"]),
    ignoresCase: z.boolean(),
  }),
  z.object({
    ...named,
    kind: z.literal("numeric"),
    tolerance: z.number(),
    relativeTolerance: z.number(),
    take: z.enum(["first", "last", "only"]),
  }),
  z.object({
    ...named,
    kind: z.literal("regex"),
    pattern: z.exactOptional(Text),
    flags: Text,
    isNegated: z.boolean(),
  }),
  z.object({
    ...named,
    kind: z.literal("json-schema"),
    schema: z.exactOptional(z.unknown()),
    where,
  }),
  z.object({ ...named, kind: z.literal("json-path"), path: Text, where }),
  z.object({ ...named, kind: z.literal("tool-call"), allowsOthers: z.boolean() }),
  z.object({
    ...named,
    kind: z.literal("similarity"),
    embeddings: EndpointShape,
    atLeast: z.number(),
  }),
  z.object({ ...named, kind: z.literal("module"), path: Text, timeoutMs: z.number() }),
  z.object({
    ...named,
    kind: z.literal("code"),
    language: z.enum(["python", "javascript"]),
    check: z.enum(["tests", "output"]),
    timeoutMs: z.number(),
    memoryMb: z.number(),
  }),
  z.object({
    ...named,
    kind: z.literal("judge"),
    judge: EndpointShape,
    mode: z.enum(["rubric", "pairwise"]),
    rubric: Text,
    atLeast: z.number(),
  }),
]);

const LoadShape: z.ZodType<Load> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("closed"), concurrency: z.number() }),
  z.object({
    kind: z.literal("open"),
    requestsPerSecond: z.number(),
    spacing: z.enum(["poisson", "even"]),
    concurrency: z.number(),
  }),
]);

const limits = {
  usd: z.exactOptional(z.number()),
  requests: z.exactOptional(z.number()),
  minutes: z.exactOptional(z.number()),
} as const;
const LimitsShape: z.ZodType<SpendLimits> = z.object(limits);

/** A suite without its prompts, which are kept apart since there may be many. */
export const SuiteHeadShape: z.ZodType<Omit<Suite, "prompts">> = z.object({
  name: Text,
  task: z.exactOptional(Text),
  file: Text,
  endpoints: z.array(EndpointShape).min(1),
  graders: z.array(GraderShape),
  repetitions: z.number().int().positive(),
  seed: z.number(),
  load: LoadShape,
  warmUpRequests: z.number(),
  limits: z.object({ ...limits, perEndpoint: z.record(Text, LimitsShape) }),
  decision: z.exactOptional(
    z.object({
      baseline: Text,
      candidates: z.array(Text),
      grader: Text,
      marginPoints: z.number(),
      isCheaperAsked: z.boolean(),
      alpha: z.number(),
      power: z.number(),
    }),
  ),
  stopsEarly: z.boolean(),
  keepsExchanges: z.boolean(),
});
