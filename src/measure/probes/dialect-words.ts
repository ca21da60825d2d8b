import type { Dialect } from "../../core/runs/endpoint.ts";
import type { Tokens } from "../../core/units.ts";

type Parameters = Readonly<Record<string, unknown>>;

export type ToolChoice = "auto" | "required" | "none" | { readonly name: string };

/** How a wire format asks for what probes ask for; what it has no words for is absent. */
export interface DialectWords {
  readonly answerLimit: (tokens: Tokens, name: string) => Parameters;
  readonly toolChoice: (choice: ToolChoice) => Parameters;
  /** Beside a tool choice, which must be auto or required. */
  readonly parallel?: (isAllowed: boolean, choice: "auto" | "required") => Parameters;
  readonly jsonSchema: (name: string, schema: unknown) => Parameters;
  readonly jsonMode?: () => Parameters;
  readonly seed?: (seed: number) => Parameters;
  readonly stop?: (text: string) => Parameters;
  /** At temperature 0, with the five best tokens. */
  readonly logprobs?: () => Parameters;
  /** What shows reasoning where it is not shown unasked. */
  readonly reasoning: Parameters;
}

const chatToolChoice = (choice: ToolChoice) =>
  typeof choice === "string" ? choice : { type: "function", function: { name: choice.name } };

const chatCompletions: DialectWords = {
  answerLimit: (tokens, name) => ({ [name]: tokens }),
  toolChoice: (choice) => ({ tool_choice: chatToolChoice(choice) }),
  parallel: (isAllowed, choice) => ({ tool_choice: choice, parallel_tool_calls: isAllowed }),
  jsonSchema: (name, schema) => ({
    response_format: { type: "json_schema", json_schema: { name, strict: true, schema } },
  }),
  jsonMode: () => ({ response_format: { type: "json_object" } }),
  seed: (seed) => ({ seed, temperature: 1 }),
  stop: (text) => ({ stop: [text] }),
  logprobs: () => ({ logprobs: true, top_logprobs: 5, temperature: 0 }),
  reasoning: {},
};

const responses: DialectWords = {
  answerLimit: (tokens) => ({ max_output_tokens: tokens }),
  toolChoice: (choice) => ({
    tool_choice: typeof choice === "string" ? choice : { type: "function", name: choice.name },
  }),
  parallel: (isAllowed, choice) => ({ tool_choice: choice, parallel_tool_calls: isAllowed }),
  jsonSchema: (name, schema) => ({
    text: { format: { type: "json_schema", name, strict: true, schema } },
  }),
  jsonMode: () => ({ text: { format: { type: "json_object" } } }),
  logprobs: () => ({
    ...{ include: ["message.output_text.logprobs"], top_logprobs: 5, temperature: 0 },
  }),
  reasoning: { reasoning: { summary: "auto" } },
};

const messageChoices = { auto: "auto", required: "any", none: "none" } as const;

const messages: DialectWords = {
  answerLimit: (tokens) => ({ max_tokens: tokens }),
  toolChoice: (choice) => ({
    tool_choice:
      typeof choice === "string"
        ? { type: messageChoices[choice] }
        : { type: "tool", name: choice.name },
  }),
  parallel: (isAllowed, choice) => ({
    tool_choice: { type: messageChoices[choice], disable_parallel_tool_use: !isAllowed },
  }),
  jsonSchema: (_, schema) => ({ output_config: { format: { type: "json_schema", schema } } }),
  stop: (text) => ({ stop_sequences: [text] }),
  reasoning: { thinking: { type: "enabled", budget_tokens: 1024 } },
};

const geminiModes = { auto: "AUTO", required: "ANY", none: "NONE" } as const;

const gemini: DialectWords = {
  answerLimit: (tokens) => ({ maxOutputTokens: tokens }),
  toolChoice: (choice) => ({
    toolConfig: {
      functionCallingConfig:
        typeof choice === "string"
          ? { mode: geminiModes[choice] }
          : { mode: "ANY", allowedFunctionNames: [choice.name] },
    },
  }),
  jsonSchema: (_, schema) => ({
    ...{ responseMimeType: "application/json", responseJsonSchema: schema },
  }),
  jsonMode: () => ({ responseMimeType: "application/json" }),
  seed: (seed) => ({ seed, temperature: 1 }),
  stop: (text) => ({ stopSequences: [text] }),
  logprobs: () => ({ responseLogprobs: true, logprobs: 5, temperature: 0 }),
  reasoning: { thinkingConfig: { includeThoughts: true } },
};

export const dialectWords: Readonly<Record<Dialect, DialectWords>> = {
  "chat-completions": chatCompletions,
  responses,
  messages,
  gemini,
};
