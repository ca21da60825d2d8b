import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { AskedBody } from "./asked-body.ts";
import { saidOf, textOf } from "./capable-mind.ts";

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
const askedBy: Readonly<
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

const capabilities: readonly Capability[] = [
  ...["plain", "tools", "forced", "named", "none", "parallel", "parallel-off", "tool-result"],
  ...["schema", "json", "image", "streaming", "stream-usage", "logprobs", "seed", "stop"],
  ...["max_tokens", "max_completion_tokens", "system", "known-model", "known-parameters", "needle"],
].filter((name): name is Capability => Object.hasOwn(askedBy, name));

export interface CapableEndpoint {
  readonly baseUrl: string;
  readonly seen: readonly { readonly path: string; readonly body: AskedBody | null }[];
  readonly close: () => Promise<void>;
}

const usual: Switches = {
  ways: {},
  ...{ mind: "sane", contextTokens: 100_000, overflow: "refused", reasoning: null },
  ...{ declaredTokens: null, key: null, hasLimitHeaders: true },
};

/** Opens an endpoint that answers chat completions, by its switches. */
export async function openCapableEndpoint(
  change: Partial<Switches> = {},
): Promise<CapableEndpoint> {
  const switches = { ...usual, ...change };
  const seen: { path: string; body: AskedBody | null }[] = [];
  const turns = new Map<Capability, number>();
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => {});
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      const body = text === "" ? null : AskedBody.parse(JSON.parse(text));
      seen.push({ path: request.url ?? "", body });
      answer(request, response, { body, switches, turns });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answering {
  readonly body: AskedBody | null;
  readonly switches: Switches;
  readonly turns: Map<Capability, number>;
}

function answer(request: IncomingMessage, response: ServerResponse, answering: Answering): void {
  const { body, switches, turns } = answering;
  if (switches.key !== null && request.headers.authorization !== `Bearer ${switches.key}`) {
    return reply(response, 401, errorOf("the key is wrong"));
  }
  if (body === null) {
    const row = { id: "m", context_length: switches.declaredTokens ?? undefined };
    return reply(response, 200, { data: [row] });
  }
  const isKept = new Map<Capability, boolean>();
  for (const each of capabilities) {
    const [name, isAsked] = askedBy[each];
    if (!isAsked(body)) continue;
    const way = switches.ways[each] ?? "kept";
    if (way === "refused") return reply(response, 400, errorOf(`${name} is not supported`));
    if (way === "fails") return reply(response, 500, errorOf("something broke"));
    if (way === "resets") {
      request.socket.destroy();
      return;
    }
    const turn = (turns.get(each) ?? 0) + 1;
    turns.set(each, turn);
    isKept.set(each, way === "kept" || (way === "at-times" && turn % 2 === 0));
  }
  const is = (capability: Capability) => isKept.get(capability) === true;
  if (isKept.has("known-model") && is("known-model")) {
    return reply(response, 404, errorOf("no such model", "model_not_found"));
  }
  if (isKept.has("known-parameters") && is("known-parameters")) {
    return reply(response, 400, errorOf("Unrecognized request argument"));
  }
  respond(response, { body, switches, is });
}

interface Responding {
  readonly body: AskedBody;
  readonly switches: Switches;
  readonly is: (capability: Capability) => boolean;
}

function respond(response: ServerResponse, { body, switches, is }: Responding): void {
  const inputTokens = Math.ceil(body.messages.map(textOf).join("").length / 4) + 5;
  const { contextTokens: window, overflow } = switches;
  if (inputTokens > window && overflow === "refused") {
    return reply(response, 400, errorOf(`the request exceeds the context size (${window} tokens)`));
  }
  if (inputTokens > window && overflow === "fails") {
    return reply(response, 500, errorOf("out of memory"));
  }
  const isCut = inputTokens > window || (body.messages.length > 0 && isLong(body) && !is("needle"));
  const messages = isCut
    ? body.messages.map((each) => ({ ...each, content: textOf(each).slice(-200) }))
    : body.messages;
  const { tool_choice: choice = "auto" } = body;
  const isNamed = typeof choice === "object";
  const isChoiceKept =
    choice === "auto" || is(isNamed ? "named" : choice === "none" ? "none" : "forced");
  const said =
    switches.mind === "gibberish"
      ? {
          text: "the of and under wor ther abo let wor day off the of and under wor ther",
          calls: [],
        }
      : saidOf(messages, {
          tools: is("tools") ? (body.tools ?? []).map((each) => each.function.name) : [],
          choice: !isChoiceKept ? "auto" : isNamed ? choice.function : choice,
          isParallel: body.parallel_tool_calls === false ? !is("parallel-off") : is("parallel"),
          enumeration: is("schema")
            ? body.response_format?.json_schema?.schema.properties.colour.enum
            : undefined,
          isJson: is("json"),
          story: is("seed") ? (body.seed ?? 0) : Math.random() * 1e9,
          ...{ isToolResultSeen: is("tool-result"), isSystemSeen: is("system") },
          isSighted: is("image"),
        });
  const limit = Math.min(
    is("max_tokens") ? (body.max_tokens ?? Infinity) : Infinity,
    is("max_completion_tokens") ? (body.max_completion_tokens ?? Infinity) : Infinity,
  );
  const whole = said.text.match(/[\s\S]{1,4}/g) ?? [];
  const stopped = is("stop") ? upTo(said.text, body.stop ?? []).match(/[\s\S]{1,4}/g) : null;
  const tokens = (stopped ?? whole).slice(0, limit);
  send(response, {
    ...{ body, switches, is, tokens, calls: said.calls },
    inputTokens: isCut && overflow !== "hidden" ? Math.min(inputTokens, window, 60) : inputTokens,
  });
}

function isLong({ messages }: AskedBody): boolean {
  return textOf(messages[0]).length > 3000;
}

function upTo(text: string, stops: readonly string[]): string {
  return stops.reduce((left, stop) => left.split(stop)[0] ?? "", text);
}

interface Sending extends Responding {
  readonly tokens: readonly string[];
  readonly calls: readonly { readonly name: string; readonly city: string }[];
  readonly inputTokens: number;
}

function send(response: ServerResponse, sending: Sending): void {
  const { body, switches, is, tokens, calls, inputTokens } = sending;
  const thought = "Let me think.";
  const { reasoning } = switches;
  const head = { id: "c1", object: "chat.completion", model: body.model };
  const beside = {
    ...(reasoning === "reasoning_content" || reasoning === "reasoning"
      ? { [reasoning]: thought }
      : {}),
    ...(calls.length === 0 ? {} : { tool_calls: calls.map(callOf) }),
  };
  const usage = {
    prompt_tokens: inputTokens,
    completion_tokens: Math.max(1, tokens.length),
    ...(reasoning === "counted" ? { completion_tokens_details: { reasoning_tokens: 4 } } : {}),
  };
  const finish_reason = calls.length > 0 ? "tool_calls" : "stop";
  const opening = reasoning === "think" ? `<think>${thought}</think>\n` : "";
  if (body.stream !== true) {
    const message = { role: "assistant", content: opening + tokens.join(""), ...beside };
    const logprobs = is("logprobs") ? { content: tokens.map(oddsOf) } : null;
    const choices = [{ index: 0, message, finish_reason, logprobs }];
    const limits = switches.hasLimitHeaders ? { "x-ratelimit-remaining-requests": "99" } : {};
    return reply(response, 200, { ...head, choices, usage }, limits);
  }
  const delta = (content: object, finish: string | null = null) =>
    eventOf({ ...head, choices: [{ index: 0, delta: content, finish_reason: finish }] });
  const events = [
    delta({ content: opening, ...beside }),
    ...tokens.map((content) => delta({ content })),
    delta({}, finish_reason),
    ...(is("stream-usage") ? [eventOf({ ...head, choices: [], usage })] : []),
    "data: [DONE]\n\n",
  ];
  response.writeHead(200, { "content-type": "text/event-stream" });
  if (!is("streaming")) {
    response.end(events.join(""));
    return;
  }
  const step = Math.ceil(events.length / 6);
  const timer = setInterval(() => {
    response.write(events.splice(0, step).join(""));
    if (events.length > 0) return;
    clearInterval(timer);
    response.end();
  }, 4);
  response.on("close", () => clearInterval(timer));
}

function callOf({ name, city }: { readonly name: string; readonly city: string }, at: number) {
  return {
    ...{ id: `call_${at}`, type: "function", index: at },
    function: { name, arguments: JSON.stringify({ city }) },
  };
}

function oddsOf(token: string) {
  const best = [token, "~"].map((each, at) => ({
    token: each,
    logprob: Math.log(at === 0 ? 0.7 : 0.2),
  }));
  return { ...best[0], top_logprobs: best };
}

function eventOf(json: unknown): string {
  return `data: ${JSON.stringify(json)}\n\n`;
}

function errorOf(message: string, code: string | null = null): object {
  return { error: { message, type: "invalid_request_error", code } };
}

function reply(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
