import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { streamEvents, wholeBody } from "./chat-answer.ts";

/** A request that somebody would have paid for. */
export interface CountedRequest {
  /** Model and prompt: what a cell is, where each is measured once. */
  readonly asked: string;
  readonly from: string;
  readonly atMs: number;
}

/** An endpoint that answers well after a while, and keeps count. */
export interface CountingEndpoint {
  readonly port: number;
  readonly requests: readonly CountedRequest[];
  readonly close: () => Promise<void>;
}

const Body = z.object({
  model: z.string(),
  messages: z.array(z.object({ content: z.string() })),
  stream: z.boolean().optional(),
});

const words = Array.from({ length: 16 }, (_, i) => `word${i} `);

/** @param delayMs of each answer, drawn anew */
export async function openCountingEndpoint(
  delayMs: () => number,
  host = "127.0.0.1",
): Promise<CountingEndpoint> {
  const requests: CountedRequest[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse, text: string) => {
    const { model, messages, stream } = Body.parse(JSON.parse(text));
    const asked = `${model} ${messages.at(-1)?.content ?? ""}`;
    const from = request.socket.remoteAddress ?? "";
    requests.push({ asked, from, atMs: performance.now() });
    const isStreamed = stream === true;
    const type = isStreamed ? "text/event-stream" : "application/json";
    const body = isStreamed
      ? streamEvents({ model, words }, true).join("")
      : wholeBody({ model, words });
    setTimeout(() => response.writeHead(200, { "content-type": type }).end(body), delayMs());
  };
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => {});
    request.on("end", () => answer(request, response, Buffer.concat(chunks).toString("utf8")));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
