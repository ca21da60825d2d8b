import { once } from "node:events";
import * as http from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { problemResponse } from "../../src/faces/api/problem-response.ts";
import { httpServer } from "../../src/faces/serve/http-server.ts";
import { type Limits, usualLimits } from "../../src/faces/serve/limits.ts";
import type { Deps } from "../../src/operations/operation.ts";
import { smallServer } from "./small-api.ts";

export interface Loopback {
  readonly server: http.Server;
  readonly port: number;
}

/** A real server over the small catalog, on a port of this machine. */
export async function listenHere(
  limits: Partial<Limits> = {},
  deps: Partial<Deps> = {},
  reportBug: (error: unknown) => void = () => {},
): Promise<Loopback> {
  const all = { ...usualLimits, ...limits };
  const server = httpServer(smallServer({ limits: all, reportBug }, deps), {
    limits: all,
    refuse: problemResponse,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return { server, port: address.port };
}

/** Asks with a path as it is, which `fetch` would tidy first. */
export async function ask({ port }: Loopback, path: string, options: http.RequestOptions = {}) {
  const sent = http.request({ host: "127.0.0.1", port, path, agent: false, ...options });
  sent.end();
  const [response] = await once(sent, "response");
  return { status: Number(response.statusCode), body: await text(response) };
}

/** Sends bytes and tells what came back until the server hung up. */
export async function send(
  { port }: Loopback,
  bytes: string | AsyncIterable<string>,
): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  const answer = text(socket);
  if (typeof bytes === "string") {
    socket.write(bytes);
  } else {
    for await (const part of bytes) {
      if (socket.destroyed || !socket.writable) break;
      socket.write(part);
    }
  }
  return answer;
}
