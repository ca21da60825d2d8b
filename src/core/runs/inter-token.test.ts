import { describe, expect, test } from "vitest";
import type { Answer, Timings } from "./attempt.ts";
import { interTokenMs } from "./inter-token.ts";

const answer = (outputTokens: number | null): Answer => ({
  text: "bricks",
  reasoning: "",
  toolCalls: [],
  finish: { raw: "stop", normal: "stop" },
  usage:
    outputTokens === null
      ? null
      : { inputTokens: 9, outputTokens, cachedInputTokens: null, reasoningTokens: null },
  servedModel: null,
  fingerprint: null,
  provider: null,
});

const timings = (chunkMs: readonly number[], isBurst = false): Timings => ({
  sentAt: "2026-11-20T10:00:00.000Z",
  queuedMs: 0,
  firstByteMs: 40,
  firstContentMs: chunkMs[0] ?? null,
  endMs: 500,
  chunkMs,
  loopLagMs: 0,
  isBurst,
});

describe("the time from one token to the next", () => {
  test.each([
    ["100 ms over five steps", 6, timings([50, 80, 150]), 20],
    ["what comes after the last piece is no token", 2, timings([50, 60]), 10],
    ["all at once is no stream", 6, timings([50, 51], true), null],
    ["nobody counted its tokens", null, timings([50, 80]), null],
    ["one token has no next", 1, timings([50, 80]), null],
    ["one piece says nothing", 6, timings([50]), null],
    ["none came", 6, timings([]), null],
  ])("%s", (_because, tokens, times, ms) => {
    expect(interTokenMs(answer(tokens), times)).toBe(ms);
  });
});
