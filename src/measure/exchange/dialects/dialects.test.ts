import { expect, test } from "vitest";
import { readWith } from "../../../../test/endpoints/read-with.ts";
import { dialects } from "./dialects.ts";

const read = {
  responses: readWith(dialects.responses),
  messages: readWith(dialects.messages),
  gemini: readWith(dialects.gemini),
};

const add = { id: "1", name: "add", arguments: '{"x":1}' };
const whole = {
  ...{ text: "hello", reasoning: "hm", toolCalls: [add], servedModel: "m-1" },
  usage: { inputTokens: 5, outputTokens: 4, cachedInputTokens: 2 },
};

const responsesUsage = {
  ...{ input_tokens: 5, output_tokens: 4, input_tokens_details: { cached_tokens: 2 } },
};
const responsesAnswer = {
  ...{ object: "response", model: "m-1", status: "completed", usage: responsesUsage, error: null },
  output: [
    { type: "reasoning", summary: [{ type: "summary_text", text: "hm" }] },
    { type: "message", content: [{ type: "output_text", text: "hello" }] },
    { type: "function_call", call_id: "1", name: "add", arguments: '{"x":1}' },
  ],
};
const responsesEvents = [
  { type: "response.created", response: { model: "m-1", status: "in_progress" } },
  { type: "response.reasoning_summary_text.delta", delta: "hm" },
  { type: "response.output_text.delta", delta: "hel" },
  { type: "response.output_text.delta", delta: "lo" },
  {
    ...{ type: "response.output_item.added", output_index: 2 },
    item: { type: "function_call", call_id: "1", name: "add", arguments: "" },
  },
  { type: "response.function_call_arguments.delta", output_index: 2, delta: '{"x":1}' },
  { type: "response.completed", response: responsesAnswer },
];

const messagesAnswer = {
  ...{ type: "message", model: "m-1", stop_reason: "tool_use" },
  content: [
    { type: "thinking", thinking: "hm" },
    { type: "text", text: "hello" },
    { type: "tool_use", id: "1", name: "add", input: { x: 1 } },
  ],
  usage: { input_tokens: 3, cache_read_input_tokens: 2, output_tokens: 4 },
};
const messagesEvents = [
  {
    type: "message_start",
    message: {
      ...{ model: "m-1", content: [], stop_reason: null },
      usage: { input_tokens: 3, cache_read_input_tokens: 2, output_tokens: 1 },
    },
  },
  { type: "ping" },
  { type: "content_block_delta", index: 0, delta: { type: "thinking_delta", thinking: "hm" } },
  { type: "content_block_delta", index: 1, delta: { type: "text_delta", text: "hello" } },
  {
    ...{ type: "content_block_start", index: 2 },
    content_block: { type: "tool_use", id: "1", name: "add", input: {} },
  },
  { type: "content_block_delta", index: 2, delta: { partial_json: '{"x"' } },
  { type: "content_block_delta", index: 2, delta: { partial_json: ":1}" } },
  { type: "message_delta", delta: { stop_reason: "tool_use" }, usage: { output_tokens: 4 } },
  { type: "message_stop" },
];

const geminiUsage = { promptTokenCount: 5, candidatesTokenCount: 3, thoughtsTokenCount: 1 };
const geminiOf = (parts: readonly object[], finishReason?: string) => ({
  ...{ candidates: [{ content: { parts }, finishReason }], modelVersion: "m-1" },
  usageMetadata: { ...geminiUsage, cachedContentTokenCount: 2 },
});
const geminiParts = [
  { text: "hm", thought: true },
  { text: "hello" },
  { functionCall: { id: "1", name: "add", args: { x: 1 } } },
];

test.each`
  dialect        | events                                                                    | because
  ${"responses"} | ${responsesEvents}                                                        | ${"streamed"}
  ${"responses"} | ${[responsesEvents[0], responsesEvents.at(-1)]}                           | ${"all in the last event"}
  ${"messages"}  | ${messagesEvents}                                                         | ${"streamed"}
  ${"gemini"}    | ${[...geminiParts.map((part) => geminiOf([part])), geminiOf([], "STOP")]} | ${"streamed"}
`(
  "$dialect is read, $because",
  ({ dialect, events }: { dialect: keyof typeof read; events: [] }) => {
    const { answer } = read[dialect](...events);
    expect(answer).toMatchObject(whole);
    expect(answer?.finish.normal).toBe("tool-calls");
  },
);

test.each`
  dialect        | body
  ${"responses"} | ${responsesAnswer}
  ${"messages"}  | ${messagesAnswer}
  ${"gemini"}    | ${geminiOf(geminiParts, "STOP")}
`("$dialect is read whole", ({ dialect, body }: { dialect: keyof typeof read; body: object }) => {
  expect(read[dialect].text(JSON.stringify(body, null, 1)).answer).toMatchObject(whole);
});

test.each`
  dialect        | event                                                               | code               | because
  ${"responses"} | ${{ type: "error", code: "server_error", message: "died" }}         | ${"error-in-body"} | ${"an event that says so"}
  ${"responses"} | ${{ type: "response.failed", response: { status: "failed" } }}      | ${"error-in-body"} | ${"a response that failed"}
  ${"responses"} | ${{ type: "response.output_text.delta", delta: "h" }}               | ${"truncated"}     | ${"no end"}
  ${"messages"}  | ${{ type: "error", error: { type: "overloaded_error" } }}           | ${"error-in-body"} | ${"an event that says so"}
  ${"messages"}  | ${{ ...messagesAnswer, content: [], stop_reason: "refusal" }}       | ${"filtered"}      | ${"a refusal without words"}
  ${"messages"}  | ${messagesEvents[3]}                                                | ${"truncated"}     | ${"no end"}
  ${"gemini"}    | ${{ error: { code: 503, status: "UNAVAILABLE", message: "busy" } }} | ${"error-in-body"} | ${"an error object"}
  ${"gemini"}    | ${{ promptFeedback: { blockReason: "SAFETY" } }}                    | ${"filtered"}      | ${"the prompt was blocked"}
  ${"gemini"}    | ${geminiOf([], "MAX_TOKENS")}                                       | ${"empty-answer"}  | ${"thoughts took all"}
`(
  "$dialect: $code, because $because",
  ({ dialect, event, code }: { dialect: keyof typeof read; event: object; code: string }) => {
    expect(read[dialect](event).fault?.code).toBe(code);
  },
);
