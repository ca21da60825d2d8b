import type { IncomingMessage, ServerResponse } from "node:http";
import { type ChatAnswer, eventOf, streamEvents, wholeBody } from "./chat-answer.ts";

/** A request to an endpoint in tests, and the means to answer it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly answer: ChatAnswer;
  readonly isStreamed: boolean;
  readonly isUsageAsked: boolean;
  /** What follows the colon of a marker. */
  readonly argument: string;
}

export type Reply = (exchange: Exchange) => void;

const json = { "content-type": "application/json" };
const stream = { "content-type": "text/event-stream" };

/** Answers as it should. */
export const answerWell: Reply = (exchange) => {
  const { response, answer, isStreamed, isUsageAsked } = exchange;
  if (isStreamed) {
    response.writeHead(200, stream);
    response.end(streamEvents(answer, isUsageAsked).join(""));
  } else reply(exchange, 200, wholeBody(answer));
};

/** By the name in a marker: `[[name]]` always, `[[name x2]]` twice, `[[name:argument]]`. */
export const faults: Readonly<Record<string, Reply>> = {
  status: (exchange) => replyError(exchange, Number(exchange.argument), {}),
  limited: (exchange) => replyError(exchange, 429, fieldsOf(exchange.argument)),
  html: (exchange) =>
    reply(exchange, 200, "<html><body><h1>Bad gateway</h1></body></html>", htmlType),
  "text-type": (exchange) => reply(exchange, 200, wholeBody(exchange.answer), plainType),
  charset: (exchange) => replyInCharset(exchange, exchange.argument),
  gzip: (exchange) => reply(exchange, 200, "\u001f", { ...json, "content-encoding": "gzip" }),
  "no-choices": (exchange) => reply(exchange, 200, '{"choices":[],"usage":null}'),
  null: (exchange) =>
    reply(exchange, 200, '{"choices":[{"message":{"content":null},"finish_reason":"stop"}]}'),
  "error-in-body": (exchange) =>
    reply(exchange, 200, '{"error":{"message":"upstream died","code":502}}'),
  cut: (exchange) => reply(exchange, 200, wholeBody(exchange.answer).slice(0, -40)),
  garbled: (exchange) => reply(exchange, 200, `${wholeBody(exchange.answer)}}`),
  empty: (exchange) => reply(exchange, 200, ""),
  short: ({ response, answer }) => {
    response.writeHead(200, { ...json, connection: "close", "content-length": 100_000 });
    response.write(wholeBody(answer));
    setTimeout(() => response.socket?.end(), 5);
  },
  redirect: ({ response, argument }) => response.writeHead(307, { location: argument }).end(),
  reset: ({ request }) => request.socket.destroy(),
  "reset-in-body": (exchange) => {
    half(exchange);
    setTimeout(() => exchange.request.socket.destroy(), 5);
  },
  slow: (exchange) => {
    setTimeout(() => answerWell(exchange), Number(exchange.argument));
  },
  "silent-head": ({ response }) => response.writeHead(200, stream).flushHeaders(),
  stall: half,
  "no-done": ({ response, answer }) =>
    response.writeHead(200, stream).end(streamEvents(answer, false).slice(0, -1).join("")),
  "cut-stream": ({ response, answer }) =>
    response.writeHead(200, stream).end(streamEvents(answer, false).slice(0, 3).join("")),
  "garbled-stream": ({ response }) =>
    response.writeHead(200, stream).end('data: {"choices":[{"del\n\ndata: [DONE]\n\n'),
  "error-in-stream": (exchange) => {
    half(exchange);
    exchange.response.end(eventOf({ error: { message: "upstream died", code: 502 } }));
  },
  "never-ends": ({ response, answer }) =>
    response.writeHead(200, stream).write(streamEvents(answer, false).join("")),
  "silent-end": ({ response, answer }) =>
    response.writeHead(200, stream).write(streamEvents(answer, false).slice(0, -1).join("")),
  comments: ({ response, argument }) => {
    response.writeHead(200, stream);
    const timer = setInterval(() => response.write(": still here\n\n"), Number(argument));
    response.on("close", () => clearInterval(timer));
  },
  endless: ({ response }) => writeEndlessly(response),
  echo: replyWithKey,
  "closes-after": (exchange) => {
    exchange.response.on("finish", () => setTimeout(() => exchange.request.socket.destroy(), 0));
    answerWell(exchange);
  },
  "refuses-usage": (exchange) => {
    if (!exchange.isUsageAsked) answerWell(exchange);
    else reply(exchange, 400, '{"detail":"Unrecognized request argument: stream_options"}');
  },
  paced: ({ response, answer, argument }) => {
    const events = [...streamEvents(answer, true)];
    response.writeHead(200, stream);
    const timer = setInterval(() => {
      const event = events.shift();
      if (event !== undefined) response.write(event);
      else response.end();
    }, Number(argument));
    response.on("close", () => clearInterval(timer));
  },
};

const htmlType = { "content-type": "text/html; charset=utf-8" };
const plainType = { "content-type": "text/plain" };

function reply(
  { response }: Exchange,
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = json,
): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

function replyError(
  exchange: Exchange,
  status: number,
  headers: Readonly<Record<string, string>>,
): void {
  const error = { message: `this is a ${status}`, type: "some_error", param: null, code: null };
  reply(exchange, status, JSON.stringify({ error }), { ...json, ...headers });
}

/** `retry-after=1&x=2` as header fields. */
function fieldsOf(argument: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(argument));
}

/** `declared/real`: says one charset, and writes in another. */
function replyInCharset(exchange: Exchange, argument: string): void {
  const [declared, real] = argument.split("/");
  const text = wholeBody({ ...exchange.answer, words: ["né à Zürich"] });
  const body = Buffer.from(text, real === "latin1" || real === "utf16le" ? real : "utf8");
  reply(exchange, 200, body, { "content-type": `application/json; charset=${declared}` });
}

function half({ response, answer, isStreamed }: Exchange): void {
  response.writeHead(200, isStreamed ? stream : json);
  response.write(
    isStreamed ? streamEvents(answer, false).slice(0, 3).join("") : wholeBody(answer).slice(0, 20),
  );
}

const gigabyte = 1024 ** 3;

/** A gigabyte of events, as fast as the reader takes them. */
function writeEndlessly(response: ServerResponse): void {
  const event = eventOf({ choices: [{ delta: { content: "x".repeat(60_000) } }] });
  let left = gigabyte;
  const write = () => {
    while (left > 0 && !response.destroyed) {
      left -= event.length;
      if (!response.write(event)) {
        response.once("drain", write);
        return;
      }
    }
  };
  response.writeHead(200, stream);
  write();
}

/** Sends the key back wherever it can: as `argument` says, in an answer or in an error. */
function replyWithKey(exchange: Exchange): void {
  const key = exchange.request.headers.authorization ?? "";
  const bare = key.replace("Bearer ", "");
  const headers = { ...json, "x-echo": key, "x-request-id": bare };
  if (exchange.argument === "error") {
    const error = { message: `bad key ${key} or\u0007 ${bare.slice(0, 6)}\u0000${bare.slice(6)}` };
    reply(exchange, 401, JSON.stringify({ error: { ...error, code: bare } }), headers);
    return;
  }
  if (exchange.argument === "redirect") {
    exchange.response.writeHead(302, { location: `http://127.0.0.1:1/?key=${bare}` }).end();
    return;
  }
  const { model } = exchange.answer;
  if (exchange.argument === "split") {
    const words = [bare.slice(0, 5), bare.slice(5)];
    exchange.response.writeHead(200, stream).end(streamEvents({ model, words }, false).join(""));
    return;
  }
  const tool = { id: bare, function: { name: bare, arguments: JSON.stringify({ key }) } };
  const message = { content: key, reasoning_content: bare, tool_calls: [tool] };
  const choices = [{ message, finish_reason: bare }];
  const body = { choices, model: bare, provider: bare, system_fingerprint: bare };
  reply(exchange, 200, JSON.stringify(body), headers);
}
