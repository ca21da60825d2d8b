import { createServer, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { httpStatusOf } from "../../core/problems/http-status.ts";
import type { Problem } from "../../core/problems/problem.ts";
import { problemJson } from "../../core/report/problem-json.ts";
import type { Limits } from "./limits.ts";
import { securityHeaders } from "./security-headers.ts";

export interface HttpOptions {
  readonly limits: Limits;
  readonly refuse: (problem: Problem) => Response;
  /** The process is there for this server alone, which may then put lighter requests in place of Node's. */
  readonly isAlone?: boolean;
}

/** An app behind an HTTP server that lets nobody hold a connection for long without asking. */
export function httpServer(app: Hono, { limits, refuse, isAlone = false }: HttpOptions): Server {
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: isAlone,
    errorHandler: () => refuse(malformed),
  });
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: Math.min(1000, limits.headersMs / 2),
      maxHeaderSize: limits.headerBytes,
    },
    (request, response) => void listener(request, response),
  );
  server.maxConnections = limits.connections;
  server.setTimeout(limits.stallMs);
  server.on("clientError", (error, socket) => answerRaw(socket, problemOf(error, limits)));
  return server;
}

const malformed: Problem = {
  code: "invalid-input",
  where: "request",
  expected: "Expected a request as HTTP/1.1 writes it",
};

/** What cannot be read as a request has no app to answer it. */
function problemOf(error: Error, { headerBytes }: Limits): Problem | undefined {
  const code = "code" in error ? error.code : undefined;
  switch (code) {
    case "ECONNRESET":
    case "EPIPE":
      return undefined;
    case "HPE_HEADER_OVERFLOW":
      return { code: "headers-too-large", limitBytes: headerBytes };
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return { code: "too-slow" };
    default:
      return malformed;
  }
}

function answerRaw(socket: Duplex, problem: Problem | undefined): void {
  if (problem === undefined || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = httpStatusOf[problem.code];
  const body = problemJson(problem);
  const headers = {
    "Content-Type": "application/problem+json",
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
    ...securityHeaders,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
}
