import type { FinishReason } from "../../core/runs/attempt.ts";

/** What endpoints call the end of an answer, in lower case. */
const normalByName: Readonly<Record<string, FinishReason>> = {
  stop: "stop",
  eos: "stop",
  eos_token: "stop",
  end_turn: "stop",
  stop_sequence: "stop",
  complete: "stop",
  completed: "stop",
  length: "length",
  max_tokens: "length",
  max_output_tokens: "length",
  model_context_window_exceeded: "length",
  model_length: "length",
  tool_calls: "tool-calls",
  tool_call: "tool-calls",
  tool_use: "tool-calls",
  function_call: "tool-calls",
  content_filter: "filtered",
  content_filtered: "filtered",
  refusal: "filtered",
  safety: "filtered",
  recitation: "filtered",
  blocklist: "filtered",
  prohibited_content: "filtered",
  spii: "filtered",
  image_safety: "filtered",
};

/**
 * Why the answer ended. What came outranks what is said of it: servers say `stop` with tool calls,
 * and `tool_calls` without any.
 */
export function normalFinish(raw: string | null, toolCalls: number): FinishReason {
  if (raw === null || raw === "") return "missing";
  const normal = normalByName[raw.toLowerCase()] ?? "other";
  if (normal === "stop" && toolCalls > 0) return "tool-calls";
  if (normal === "tool-calls" && toolCalls === 0) return "other";
  return normal;
}
