import { readFileSync } from "node:fs";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import https from "node:https";
import { z } from "zod";
import { answerWell, faults } from "./faults.ts";

/** A request as the endpoint saw it. */
export interface SeenRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly port: number;
  readonly body: string;
}

/** An endpoint on this machine that answers chat completions, well or by a marker in the prompt. */
export interface FaultyEndpoint {
  readonly baseUrl: string;
  readonly seen: readonly SeenRequest[];
  /** Connections that were opened to it. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** The certificates beside this file, each with its key. */
export function certificate(name: "valid" | "expired"): string {
  return readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url), "utf8");
}

/** Opens an endpoint; with a certificate it speaks TLS. */
export async function openFaultyEndpoint(pem?: string): Promise<FaultyEndpoint> {
  const seen: SeenRequest[] = [];
  const counts = new Map<string, number>();
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => {});
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      seen.push(seenOf(request, body));
      answer(request, response, body, counts);
    });
  };
  const server =
    pem === undefined
      ? http.createServer(listen)
      : https.createServer({ key: pem, cert: pem }, listen);
  let connections = 0;
  server.on("connection", () => {
    connections++;
  });
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    baseUrl: `${pem === undefined ? "http" : "https"}://127.0.0.1:${port}/v1`,
    seen,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const Body = z.object({
  model: z.string(),
  messages: z.array(z.object({ content: z.string().nullable() })),
  stream: z.boolean().optional(),
  stream_options: z.object({ include_usage: z.boolean() }).optional(),
});

const marker = /\[\[([a-z-]+)(?: x(\d+))?(?::([^\]]*))?\]\]/;

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  text: string,
  counts: Map<string, number>,
): void {
  const body = Body.parse(JSON.parse(text));
  const prompt = body.messages.at(-1)?.content ?? "";
  const count = (counts.get(prompt) ?? 0) + 1;
  counts.set(prompt, count);
  const [, name = "", times, argument = ""] = marker.exec(prompt) ?? [];
  const fault = count <= Number(times ?? Number.POSITIVE_INFINITY) ? faults[name] : undefined;
  const words = ["The ", "answer ", "to ", "your ", "question ", "is ", "forty-two."];
  const reply = fault ?? answerWell;
  reply({
    ...{ request, response, argument, answer: { model: body.model, words } },
    isStreamed: body.stream === true,
    isUsageAsked: body.stream_options?.include_usage === true,
  });
}

function seenOf(request: IncomingMessage, body: string): SeenRequest {
  return {
    path: request.url ?? "",
    authorization: request.headers.authorization,
    port: request.socket.remotePort ?? 0,
    body,
  };
}
