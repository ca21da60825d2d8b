import type { Answer, Attempt } from "../../src/core/runs/attempt.ts";
import type { Cell } from "../../src/core/runs/cell.ts";
import type { Endpoint } from "../../src/core/runs/endpoint.ts";
import type { FailureCode } from "../../src/core/runs/failure.ts";
import type { Run } from "../../src/core/runs/run.ts";
import type { RunEvidence } from "../../src/core/runs/run-evidence.ts";
import type { FinishedCell } from "../../src/core/runs/run-store.ts";

export function endpointOf(given: Partial<Endpoint> = {}): Endpoint {
  return {
    id: "brick",
    baseUrl: "https://acme.example/v1",
    model: "brick-1",
    dialect: "chat-completions",
    parameters: { temperature: 0 },
    isStreamed: true,
    limits: {
      firstByteTimeoutMs: 1000,
      idleTimeoutMs: 1000,
      totalTimeoutMs: 9000,
      attempts: 3,
      maxBodyBytes: 1_000_000,
      isInsecureAllowed: false,
    },
    ...given,
  };
}

export function runOf(id: string, given: Partial<Run> = {}): Run {
  return {
    id,
    kind: "suite",
    createdAt: "2026-11-20T10:00:00.000Z",
    suite: "laying bricks",
    suiteHash: null,
    seed: 7,
    repetitions: 1,
    endpoints: [endpointOf()],
    settings: { warmUp: 2 },
    ...given,
  };
}

/** `c0`, `c1` and so on, at two endpoints in turn. */
export function cellsOf(count: number, from = 0): readonly Cell[] {
  return Array.from({ length: count }, (_, i) => cellOf(`c${from + i}`, (from + i) % 2));
}

export function cellOf(key: string, endpoint: number): Cell {
  return {
    key,
    prompt: `prompt of ${key}`,
    endpoint: endpoint === 0 ? "brick" : "ünal",
    repetition: 1,
  };
}

function answerOf(text: string): Answer {
  return {
    text,
    reasoning: "",
    toolCalls: [{ id: "t1", name: "lay", arguments: '{"rows":2}' }],
    finish: { raw: "stop", normal: "stop" },
    usage: { inputTokens: 10, outputTokens: 3, cachedInputTokens: null, reasoningTokens: null },
    servedModel: "brick-1-0613",
    fingerprint: null,
    provider: null,
  };
}

const timings: Attempt["timings"] = {
  sentAt: "2026-11-20T10:00:01.000Z",
  queuedMs: 1,
  firstByteMs: 40,
  firstContentMs: 52,
  endMs: 90,
  chunkMs: [52, 60, 90],
  loopLagMs: 0.5,
  isBurst: false,
};

/** Answered at the first attempt, for a millicent. */
export function answeredOf(cell: string, text = `answer of ${cell}`): FinishedCell {
  const answer = answerOf(text);
  return {
    attempts: [{ cell, number: 1, outcome: { ok: true, answer }, timings, rawHash: null }],
    result: {
      cell,
      answer,
      failure: null,
      grades: [{ grader: "exact", version: "1", score: 1, isPass: true, because: "the same" }],
      latencyMs: 90,
      ttftMs: 52,
      interTokenMs: 19,
      attempts: 1,
      usd: "0.00001",
    },
  };
}

/** Failed for good at the first attempt; nobody knows what it cost. */
export function failedOf(cell: string, code: FailureCode = "server-error"): FinishedCell {
  const failure = { code, status: 500, message: "out of bricks", retryAfterMs: null };
  return {
    attempts: [{ cell, number: 1, outcome: { ok: false, failure }, timings, rawHash: null }],
    result: {
      cell,
      answer: null,
      failure,
      grades: [],
      latencyMs: null,
      ttftMs: null,
      interTokenMs: null,
      attempts: 1,
      usd: null,
    },
  };
}

/** What a run of two endpoints says, one of them standing for a route. */
export function evidenceOf(run: string, given: Partial<RunEvidence> = {}): RunEvidence {
  const nothing = { quality: null, outputTokens: null, found: [] };
  return {
    kind: "suite",
    run,
    suite: "laying bricks",
    task: null,
    measuredOn: "2026-11-20",
    endpoints: [
      {
        endpoint: "brick",
        model: "brick-1",
        route: "acme/brick-1",
        outputTokens: 30,
        quality: { grader: "exact", share: 0.75, prompts: 8 },
        found: [{ property: "speed.ttft", value: 52, n: 8, note: "median of 8 answers" }],
      },
      { endpoint: "ünal", model: "ünal-1", route: null, ...nothing },
    ],
    pairs: [
      { a: "brick", b: "ünal", prompts: 8, difference: -0.25, standardError: 0.1, label: "clear" },
    ],
    ...given,
  };
}

/** Everything of a stream, in its order. */
export async function allOf<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of stream) all.push(one);
  return all;
}

/** A list as a stream. */
export async function* streamOf<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}
