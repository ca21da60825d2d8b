import type { Source } from "../evidence/source.ts";

/** One way of writing a request and its answer, as far as a move between two of them must change it. */
export interface WireFormat {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  readonly prompt: string;
  readonly tools: string;
  readonly jsonSchema: string;
  readonly streaming: string;
  /** What can be set, by meaning, with the parameter that sets it; what is not there cannot be set. */
  readonly parameters: Readonly<Partial<Record<Setting, string>>>;
  readonly source: Source;
}

/** Meanings of parameters, in the order in which they are told. */
export const settings = [
  "output limit",
  "structured output",
  "reasoning effort",
  "tool choice",
  "parallel tool calls",
  "temperature",
  "top-p sampling",
  "stop sequences",
  "several answers",
  "seed",
  "presence penalty",
  "frequency penalty",
  "logit bias",
  "log probabilities",
  "predicted output",
  "cache key",
] as const;

export type Setting = (typeof settings)[number];

function read(name: string, ref: string, kind: Source["kind"]): Source {
  return { name, ref, kind, observedOn: "2026-11-21", confidence: "medium", lineage: name };
}

const openAi = read("OpenAI", "https://www.npmjs.com/package/openai/v/6.49.0", "first-party");
const aiSdk = (part: string, version: string) =>
  read("Vercel AI SDK", `https://www.npmjs.com/package/@ai-sdk/${part}/v/${version}`, "aggregator");

const chatCompletions: WireFormat = {
  id: "chat-completions",
  name: "chat completions",
  prompt: "`messages`, the system prompt as a message of its own",
  tools:
    "`tools[].function.parameters`; calls come in `message.tool_calls` with arguments as JSON text, results go back as a message of role `tool`",
  jsonSchema: "`response_format.json_schema`; strict mode takes a subset of JSON Schema",
  streaming: "chunks with `choices[].delta`, closed by `[DONE]`; usage only when asked for",
  parameters: {
    "output limit": "max_completion_tokens or max_tokens",
    "structured output": "response_format",
    "reasoning effort": "reasoning_effort",
    "tool choice": "tool_choice",
    "parallel tool calls": "parallel_tool_calls",
    temperature: "temperature",
    "top-p sampling": "top_p",
    "stop sequences": "stop",
    "several answers": "n",
    seed: "seed",
    "presence penalty": "presence_penalty",
    "frequency penalty": "frequency_penalty",
    "logit bias": "logit_bias",
    "log probabilities": "logprobs",
    "predicted output": "prediction",
    "cache key": "prompt_cache_key",
  },
  source: openAi,
};

const responses: WireFormat = {
  id: "responses",
  name: "responses",
  prompt: "`input`, the system prompt in `instructions`",
  tools:
    "`tools[].parameters` without the inner `function`; calls come as items of type `function_call`, results go back as items of type `function_call_output`",
  jsonSchema: "`text.format`; strict mode takes a subset of JSON Schema",
  streaming: "named events, `response.output_text.delta` to `response.completed`",
  parameters: {
    "output limit": "max_output_tokens",
    "structured output": "text.format",
    "reasoning effort": "reasoning.effort",
    "tool choice": "tool_choice",
    "parallel tool calls": "parallel_tool_calls",
    temperature: "temperature",
    "top-p sampling": "top_p",
    "log probabilities": "top_logprobs",
    "cache key": "prompt_cache_key",
  },
  source: openAi,
};

const messages: WireFormat = {
  id: "messages",
  name: "messages",
  prompt: "`messages` of content blocks, the system prompt in `system`",
  tools:
    "`tools[].input_schema`; calls come as blocks of type `tool_use` with the input as an object, results go back as blocks of type `tool_result`",
  jsonSchema: "`output_config.format`, a subset of JSON Schema",
  streaming:
    "named events, `content_block_delta` to `message_stop`; tool input as `input_json_delta`",
  parameters: {
    "output limit": "max_tokens, which must be given",
    "structured output": "output_config.format",
    "reasoning effort": "output_config.effort or thinking",
    "tool choice": "tool_choice",
    "parallel tool calls": "tool_choice.disable_parallel_tool_use",
    temperature: "temperature, 0 to 1",
    "top-p sampling": "top_p",
    "stop sequences": "stop_sequences",
    "cache key": "cache_control on content blocks",
  },
  source: aiSdk("anthropic", "3.0.138"),
};

const generateContent: WireFormat = {
  id: "generate-content",
  name: "Gemini's generateContent",
  prompt: "`contents` of `parts`, the system prompt in `systemInstruction`",
  tools:
    "`tools[].functionDeclarations`; calls come as parts `functionCall` with arguments as an object, results go back as parts `functionResponse`",
  jsonSchema: "`generationConfig.responseSchema`, a subset of OpenAPI's schema",
  streaming: "whole `GenerateContentResponse` objects from `streamGenerateContent`",
  parameters: {
    "output limit": "generationConfig.maxOutputTokens",
    "structured output": "generationConfig.responseSchema",
    "reasoning effort": "generationConfig.thinkingConfig",
    "tool choice": "toolConfig.functionCallingConfig",
    temperature: "generationConfig.temperature",
    "top-p sampling": "generationConfig.topP",
    "stop sequences": "generationConfig.stopSequences",
    "several answers": "generationConfig.candidateCount",
    seed: "generationConfig.seed",
    "presence penalty": "generationConfig.presencePenalty",
    "frequency penalty": "generationConfig.frequencyPenalty",
    "log probabilities": "generationConfig.responseLogprobs",
    "cache key": "cachedContent",
  },
  source: aiSdk("google", "3.0.141"),
};

/** What `native` means at a provider for Google's own models: Claude at Vertex has another. */
const nativeFormats: Readonly<Record<string, WireFormat>> = {
  google: generateContent,
  "google-vertex": generateContent,
};

const sharedFormats: Readonly<Record<string, WireFormat>> = {
  "chat-completions": chatCompletions,
  responses,
  messages,
};

/** The format a provider means by the word; undefined when it is its own and not known here. */
export function wireFormat(
  apiShape: string,
  provider: string,
  maker: string,
): WireFormat | undefined {
  if (apiShape !== "native") return sharedFormats[apiShape];
  return maker === "google" ? nativeFormats[provider] : undefined;
}
