import { z } from "zod";
import type { Answer, Attempt, Timings } from "../../core/runs/attempt.ts";
import type { Cell } from "../../core/runs/cell.ts";
import { EndpointShape, StoredName } from "../../core/runs/endpoint-shape.ts";
import { type Failure, type FailureCode, failureKinds } from "../../core/runs/failure.ts";
import type { RunEnd } from "../../core/runs/progress.ts";
import type { CellResult } from "../../core/runs/result.ts";
import type { Run } from "../../core/runs/run.ts";

const Count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const Ms = z.number();

export const FailureCodeShape: z.ZodType<FailureCode> = z
  .string()
  .refine((code): code is FailureCode => Object.hasOwn(failureKinds, code), "a known failure");

const FailureShape: z.ZodType<Failure> = z.object({
  code: FailureCodeShape,
  status: z.number().nullable(),
  message: z.string(),
  retryAfterMs: Ms.nullable(),
});

const AnswerShape: z.ZodType<Answer> = z.object({
  text: z.string(),
  reasoning: z.string(),
  toolCalls: z.array(z.object({ id: z.string(), name: z.string(), arguments: z.string() })),
  finish: z.object({
    raw: z.string().nullable(),
    normal: z.enum(["stop", "length", "tool-calls", "filtered", "other", "missing"]),
  }),
  usage: z
    .object({
      inputTokens: z.number(),
      outputTokens: z.number(),
      cachedInputTokens: z.number().nullable(),
      reasoningTokens: z.number().nullable(),
    })
    .nullable(),
  servedModel: z.string().nullable(),
  fingerprint: z.string().nullable(),
  provider: z.string().nullable(),
});

const TimingsShape: z.ZodType<Timings> = z.object({
  sentAt: z.string(),
  queuedMs: Ms,
  firstByteMs: Ms.nullable(),
  firstContentMs: Ms.nullable(),
  endMs: Ms,
  chunkMs: z.array(Ms),
  loopLagMs: Ms,
  isBurst: z.boolean(),
});

const attemptFields = {
  outcome: z.discriminatedUnion("ok", [
    z.object({ ok: z.literal(true), answer: AnswerShape }),
    z.object({ ok: z.literal(false), failure: FailureShape }),
  ]),
  timings: TimingsShape,
  rawHash: z.string().nullable(),
};

/** An attempt without what its row says of it. */
export const AttemptBody: z.ZodType<Omit<Attempt, "cell" | "number">> = z.object(attemptFields);

const resultFields = {
  answer: AnswerShape.nullable(),
  failure: FailureShape.nullable(),
  grades: z.array(
    z.object({
      grader: z.string(),
      version: z.string(),
      score: z.number(),
      isPass: z.boolean(),
      because: z.string(),
    }),
  ),
  latencyMs: Ms.nullable(),
  ttftMs: Ms.nullable(),
  interTokenMs: Ms.nullable(),
  attempts: Count,
  usd: z.string().nullable(),
};

/** A result without what its row says of it. */
export const ResultBody: z.ZodType<Omit<CellResult, "cell">> = z.object(resultFields);

export const RunShape: z.ZodType<Run> = z.object({
  id: StoredName,
  kind: z.enum(["suite", "probe"]),
  createdAt: StoredName,
  suite: z.string(),
  suiteHash: z.string().nullable(),
  seed: z.number(),
  repetitions: Count,
  endpoints: z.array(EndpointShape),
  settings: z.record(z.string(), z.unknown()),
});

export const RunEndShape: z.ZodType<RunEnd> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("complete") }),
  z.object({
    kind: z.literal("decided"),
    candidate: z.string(),
    shown: z.enum(["difference", "not-worse", "worse"]),
  }),
  z.object({ kind: z.literal("futile"), candidate: z.string() }),
  z.object({
    kind: z.literal("limit"),
    limit: z.enum(["usd", "requests", "minutes"]),
    endpoint: z.string().nullable(),
  }),
  z.object({ kind: z.literal("interrupted") }),
]);

export const CellShape: z.ZodType<Cell> = z.object({
  key: StoredName,
  prompt: StoredName,
  endpoint: StoredName,
  repetition: Count,
});
