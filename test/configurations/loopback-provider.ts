import { createServer, type IncomingMessage } from "node:http";
import { fieldOf } from "../answers/walk-answer.ts";

/** A request as it arrived. */
export interface Asked {
  readonly path: string;
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Loopback {
  /** Where providers answer: `${address}/deepinfra/v1`. */
  readonly address: string;
  readonly asked: readonly Asked[];
  readonly close: () => Promise<void>;
}

/** What a prompt says when the model of this name is to be down. */
export const isDown = (model: string) => `${model} is down`;

/**
 * Stands for every provider: it answers in the dialect of the path, and with 500 for a model that
 * the prompt says is down. Under `/openrouter` it plays the router: it tries `models` in order.
 */
export async function openLoopback(): Promise<Loopback> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const path = request.url ?? "";
    asked.push({ path, key: keyOf(request), body });
    const names = path.startsWith("/openrouter")
      ? fieldOf(body, "models")
      : [fieldOf(body, "model")];
    const tried = Array.isArray(names) ? names.map(String) : [];
    const prompt = JSON.stringify(body);
    const model = tried.find((name) => !prompt.includes(isDown(name)));
    const dialect = Object.keys(dialects).find((end) => path.endsWith(end));
    const status = model === undefined ? 500 : dialect === undefined ? 404 : 200;
    const answer = dialects[dialect ?? ""]?.(model ?? "");
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(status === 200 ? answer : { error: { message: "out of order" } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const text = Buffer.concat(parts).toString("utf8");
  const parsed: unknown = text === "" ? {} : JSON.parse(text);
  return typeof parsed === "object" && parsed !== null
    ? Object.fromEntries(Object.entries(parsed))
    : {};
}

function keyOf({ headers }: IncomingMessage): string {
  const own = headers["x-api-key"];
  return typeof own === "string" ? own : (headers.authorization ?? "").replace(/^Bearer /, "");
}

const said = (model: string) => `answered by ${model}`;

/** The least that each format's client takes for an answer. */
const dialects: Readonly<Record<string, (model: string) => unknown>> = {
  "/chat/completions": (model) => ({
    id: "chat-1",
    object: "chat.completion",
    created: 1_795_000_000,
    model,
    system_fingerprint: null,
    choices: [
      {
        index: 0,
        finish_reason: "stop",
        logprobs: null,
        message: { role: "assistant", content: said(model), refusal: null },
      },
    ],
    usage: { prompt_tokens: 3, completion_tokens: 3, total_tokens: 6 },
  }),
  "/responses": (model) => ({
    id: "resp_1",
    object: "response",
    created_at: 1_795_000_000,
    status: "completed",
    model,
    output: [
      {
        id: "msg_1",
        type: "message",
        role: "assistant",
        status: "completed",
        content: [{ type: "output_text", text: said(model), annotations: [] }],
      },
    ],
    usage: { input_tokens: 3, output_tokens: 3, total_tokens: 6 },
  }),
  "/messages": (model) => ({
    id: "msg_1",
    type: "message",
    role: "assistant",
    model,
    content: [{ type: "text", text: said(model) }],
    stop_reason: "end_turn",
    stop_sequence: null,
    usage: { input_tokens: 3, output_tokens: 3 },
  }),
};
