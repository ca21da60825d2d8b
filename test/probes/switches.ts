import type { AskedBody } from "./asked-body.ts";
import { textOf } from "./capable-mind.ts";

/** How an endpoint treats what is asked of it. `at-times`: kept and ignored by turns. */
export type Way = "kept" | "ignored" | "refused" | "fails" | "resets" | "at-times";

/** What can be switched on an endpoint in tests; it does everything as it should by itself. */
export interface Switches {
  readonly ways: Readonly<Partial<Record<Capability, Way>>>;
  /** `gibberish`: writes the same nonsense whatever it is asked. */
  readonly mind: "sane" | "gibberish";
  readonly contextTokens: number;
  /** `hidden`: cut, and counted as if it were not. */
  readonly overflow: "refused" | "fails" | "cut" | "hidden";
  readonly reasoning: "reasoning_content" | "reasoning" | "think" | "counted" | null;
  /** Its list of models says so. */
  readonly declaredTokens: number | null;
  /** A key that it wants, else it answers nobody. */
  readonly key: string | null;
  readonly hasLimitHeaders: boolean;
}

export type Capability =
  | "tools"
  | "forced"
  | "named"
  | "none"
  | "parallel"
  | "parallel-off"
  | "tool-result"
  | "schema"
  | "json"
  | "image"
  | "streaming"
  | "stream-usage"
  | "logprobs"
  | "seed"
  | "stop"
  | "max_tokens"
  | "max_completion_tokens"
  | "system"
  | "known-model"
  | "known-parameters"
  | "needle"
  | "plain";

/** Where in a request a capability is asked for, and what a refusal calls it. */
export const askedBy: Readonly<
  Record<Capability, readonly [name: string, is: (b: AskedBody) => boolean]>
> = {
  plain: ["messages", () => true],
  tools: ["tools", ({ tools }) => tools !== undefined],
  forced: ["tool_choice", ({ tool_choice: choice }) => choice === "required"],
  named: ["tool_choice", ({ tool_choice: choice }) => typeof choice === "object"],
  none: ["tool_choice", ({ tool_choice: choice }) => choice === "none"],
  parallel: ["parallel_tool_calls", (body) => body.parallel_tool_calls === true],
  "parallel-off": ["parallel_tool_calls", (body) => body.parallel_tool_calls === false],
  "tool-result": ["role tool", ({ messages }) => messages.some(({ role }) => role === "tool")],
  schema: ["response_format", (body) => body.response_format?.type === "json_schema"],
  json: ["response_format", (body) => body.response_format?.type === "json_object"],
  image: ["image input", ({ messages }) => messages.some((each) => Array.isArray(each.content))],
  streaming: ["stream", ({ stream }) => stream === true],
  "stream-usage": ["stream_options", (body) => body.stream_options !== undefined],
  logprobs: ["logprobs", ({ logprobs }) => logprobs !== undefined],
  seed: ["seed", ({ seed }) => seed !== undefined],
  stop: ["stop", ({ stop }) => stop !== undefined],
  max_tokens: ["max_tokens", (body) => body.max_tokens !== undefined],
  max_completion_tokens: ["max_completion_tokens", (b) => b.max_completion_tokens !== undefined],
  system: ["system role", ({ messages }) => messages.some(({ role }) => role === "system")],
  "known-model": ["model", ({ model }) => model.startsWith("no-such-model")],
  "known-parameters": ["steelyard_no_such_parameter", (b) => "steelyard_no_such_parameter" in b],
  needle: ["messages", ({ messages }) => textOf(messages[0]).length > 3000],
};

export const capabilities: readonly Capability[] = [
  ...["plain", "tools", "forced", "named", "none", "parallel", "parallel-off", "tool-result"],
  ...["schema", "json", "image", "streaming", "stream-usage", "logprobs", "seed", "stop"],
  ...["max_tokens", "max_completion_tokens", "system", "known-model", "known-parameters", "needle"],
].filter((name): name is Capability => Object.hasOwn(askedBy, name));
