import type { Answer } from "../../src/core/runs/attempt.ts";

/** An answer with this text, and nothing else to say of it. */
export function answerOf(text: string, more: Partial<Answer> = {}): Answer {
  return {
    text,
    reasoning: "",
    toolCalls: [],
    finish: { raw: "stop", normal: "stop" },
    usage: null,
    servedModel: null,
    fingerprint: null,
    provider: null,
    ...more,
  };
}
