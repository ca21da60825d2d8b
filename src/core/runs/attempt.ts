import type { Failure } from "./failure.ts";
import type { ToolCall } from "./prompt.ts";

/** What an endpoint said, in one shape for all dialects. */
export interface Answer {
  readonly text: string;
  readonly reasoning: string;
  readonly toolCalls: readonly ToolCall[];
  readonly finish: { readonly raw: string | null; readonly normal: FinishReason };
  readonly usage: Usage | null;
  /** As the answer names them: servers answer under names they do not have. */
  readonly servedModel: string | null;
  readonly fingerprint: string | null;
  readonly provider: string | null;
}

export type FinishReason = "stop" | "length" | "tool-calls" | "filtered" | "other" | "missing";

/** Tokens as the endpoint counts them; never counted from chunks. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedInputTokens: number | null;
  readonly reasoningTokens: number | null;
}

/** Times of single pieces are kept up to here. */
export const mostChunks = 4096;

/** Milliseconds on a clock that only goes forward, from when the request was sent. */
export interface Timings {
  readonly sentAt: string;
  /** From when it was due until it was sent: our own waiting, no part of the latency. */
  readonly queuedMs: number;
  readonly firstByteMs: number | null;
  /** The first content, reasoning or tool call that is not empty. */
  readonly firstContentMs: number | null;
  readonly endMs: number;
  /** When each piece of content came, up to a bound. */
  readonly chunkMs: readonly number[];
  /** How late our own event loop ran meanwhile: by so much the times may be too long. */
  readonly loopLagMs: number;
  /** All content came at once: not really streamed. */
  readonly isBurst: boolean;
}

/** One request as it went. */
export interface Attempt {
  readonly cell: string;
  /** From 1. */
  readonly number: number;
  readonly outcome:
    | { readonly ok: true; readonly answer: Answer }
    | { readonly ok: false; readonly failure: Failure };
  readonly timings: Timings;
  /** The exchange as it went over the wire, where it is kept. */
  readonly rawHash: string | null;
}
