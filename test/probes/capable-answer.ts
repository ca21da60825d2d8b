import type { ServerResponse } from "node:http";
import type { AskedBody } from "./asked-body.ts";
import { saidOf, textOf } from "./capable-mind.ts";
import type { Capability, Switches } from "./switches.ts";

interface Responding {
  readonly body: AskedBody;
  readonly switches: Switches;
  readonly is: (capability: Capability) => boolean;
}

/** Answers as its switches say; prompts that are too long among them. */
export function respond(response: ServerResponse, { body, switches, is }: Responding): void {
  const inputTokens = Math.ceil(body.messages.map(textOf).join("").length / 4) + 5;
  const { contextTokens: window, overflow } = switches;
  if (inputTokens > window && overflow === "refused") {
    reply(response, 400, errorOf(`the request exceeds the context size (${window} tokens)`));
    return;
  }
  if (inputTokens > window && overflow === "fails") {
    reply(response, 500, errorOf("out of memory"));
    return;
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
    const odds = is("logprobs") ? { logprobs: { content: tokens.map(oddsOf) } } : {};
    const choices = [{ index: 0, message, finish_reason, ...odds }];
    const limits = switches.hasLimitHeaders ? { "x-ratelimit-remaining-requests": "99" } : {};
    reply(response, 200, { ...head, choices, usage }, limits);
    return;
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

/** An error as most write it. */
export function errorOf(message: string, code: string | null = null): object {
  return { error: { message, type: "invalid_request_error", code } };
}

/** A whole answer. */
export function reply(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
