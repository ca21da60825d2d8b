import { expect, test } from "vitest";
import { limits } from "../../../../test/endpoints/asker.ts";
import type { Endpoint } from "../../../core/runs/endpoint.ts";
import type { Prompt } from "../../../core/runs/prompt.ts";
import { dialects } from "./dialects.ts";

const add = { id: "1", name: "add", arguments: '{"x":1}' };
const image = { kind: "image" as const, mediaType: "image/png", base64: "AAAA" };
const prompt: Prompt = {
  id: "p",
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: [{ kind: "text", text: "1 + 1?" }, image] },
    { role: "assistant", content: "", toolCalls: [add] },
    { role: "tool", toolCallId: "1", content: "2" },
  ],
  tools: [{ name: "add", description: "adds", parameters: { type: "object" } }],
};
const tool = { name: "add", description: "adds" };
const schema = { type: "object" };

/** What each format makes of the same prompt. */
const expected = {
  "chat-completions": {
    ...{ model: "m", stream: true, stream_options: { include_usage: true }, temperature: 0 },
    messages: [
      { role: "system", content: "Be brief." },
      {
        role: "user",
        content: [
          { type: "text", text: "1 + 1?" },
          { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } },
        ],
      },
      {
        ...{ role: "assistant", content: null },
        tool_calls: [
          { id: "1", type: "function", function: { name: "add", arguments: '{"x":1}' } },
        ],
      },
      { role: "tool", tool_call_id: "1", content: "2" },
    ],
    tools: [{ type: "function", function: { ...tool, parameters: schema } }],
  },
  responses: {
    ...{ model: "m", stream: true, store: false, temperature: 0 },
    input: [
      { role: "system", content: "Be brief." },
      {
        role: "user",
        content: [
          { type: "input_text", text: "1 + 1?" },
          { type: "input_image", image_url: "data:image/png;base64,AAAA" },
        ],
      },
      { type: "function_call", call_id: "1", name: "add", arguments: '{"x":1}' },
      { type: "function_call_output", call_id: "1", output: "2" },
    ],
    tools: [{ type: "function", strict: false, ...tool, parameters: schema }],
  },
  messages: {
    ...{ model: "m", stream: true, max_tokens: 4096, temperature: 0, system: "Be brief." },
    messages: [
      {
        role: "user",
        content: [
          { type: "text", text: "1 + 1?" },
          { type: "image", source: { type: "base64", media_type: "image/png", data: "AAAA" } },
        ],
      },
      {
        role: "assistant",
        content: [{ type: "tool_use", id: "1", name: "add", input: { x: 1 } }],
      },
      { role: "user", content: [{ type: "tool_result", tool_use_id: "1", content: "2" }] },
    ],
    tools: [{ ...tool, input_schema: schema }],
  },
  gemini: {
    ...{
      generationConfig: { temperature: 0 },
      systemInstruction: { parts: [{ text: "Be brief." }] },
    },
    contents: [
      {
        role: "user",
        parts: [{ text: "1 + 1?" }, { inlineData: { mimeType: "image/png", data: "AAAA" } }],
      },
      { role: "model", parts: [{ functionCall: { name: "add", args: { x: 1 } } }] },
      {
        role: "user",
        parts: [{ functionResponse: { name: "add", response: { result: "2" } } }],
      },
    ],
    tools: [{ functionDeclarations: [{ ...tool, parametersJsonSchema: schema }] }],
  },
} as const;

function endpointOf(
  dialect: Endpoint["dialect"],
  parameters: Endpoint["parameters"] = { temperature: 0 },
): Endpoint {
  const place = { id: "e", baseUrl: "https://a.b/v1", model: "m" };
  return { ...place, dialect, isStreamed: true, limits, parameters };
}

test.each([
  ["chat-completions", "/chat/completions"],
  ["responses", "/responses"],
  ["messages", "/messages"],
  ["gemini", "/models/m:streamGenerateContent?alt=sse"],
] as const)("a request in %s holds all of the prompt", (dialect, path) => {
  const endpoint = endpointOf(dialect);
  const rules = dialects[dialect];
  expect(rules.path(endpoint)).toBe(path);
  expect(rules.body({ prompt, endpoint, isUsageAsked: true })).toEqual(expected[dialect]);
});

test("parameters are sent as they are, but for what the prompt and the endpoint say", () => {
  const parameters = { stream_options: { include_usage: false }, model: "other", top_k: 3 };
  const endpoint = endpointOf("chat-completions", parameters);
  const body = dialects["chat-completions"].body({ prompt, endpoint, isUsageAsked: true });
  expect(body).toMatchObject({ model: "m", top_k: 3, stream_options: { include_usage: false } });
});
