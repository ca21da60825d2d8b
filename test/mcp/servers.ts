import { mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { Hono } from "hono";
import { mcpApp } from "../../src/faces/mcp/app.ts";
import type { Deps } from "../../src/operations/operation.ts";

/** Nobody's facts lie here. */
const cwd = mkdtempSync(join(tmpdir(), "steelyard-mcp-"));

export const command = fileURLToPath(new URL("../../dist/faces/cli/main.js", import.meta.url));

type Negotiation = "legacy" | "auto";

const clientOf = (mode: Negotiation) =>
  new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });

/** The command as it is shipped, asked by the official client. */
export async function overStdio(
  args: readonly string[] = [],
  mode: Negotiation = "legacy",
): Promise<Client> {
  const client = clientOf(mode);
  const server = { command: process.execPath, args: [command, "mcp", ...args], cwd };
  await client.connect(new StdioClientTransport(server));
  return client;
}

export interface Served {
  readonly url: URL;
  readonly reported: readonly string[];
  readonly connect: (mode?: Negotiation) => Promise<Client>;
  readonly stop: () => Promise<void>;
}

/** The app on a port of this machine, mounted where a service mounts it. */
export async function overHttp(
  deps: Deps,
  hosts: readonly string[] | undefined = ["127.0.0.1", "localhost"],
): Promise<Served> {
  const reported: string[] = [];
  const reportBug = (error: unknown) => reported.push(String(error));
  const options = { version: "0.0.0", hosts, reportBug };
  const app = new Hono().route("/mcp", mcpApp(deps, options));
  const started = await listening(app);
  const url = new URL(`http://127.0.0.1:${started.port}/mcp`);
  return {
    url,
    reported,
    connect: async (mode = "legacy") => {
      const client = clientOf(mode);
      await client.connect(new StreamableHTTPClientTransport(url));
      return client;
    },
    stop: () => new Promise((resolve) => started.server.close(() => resolve())),
  };
}

function listening(app: Hono): Promise<{ readonly server: Closable; readonly port: number }> {
  return new Promise((resolve) => {
    const options = { fetch: app.fetch, port: 0, hostname: "127.0.0.1" };
    const server = serve(options, ({ port }: AddressInfo) => resolve({ server, port }));
  });
}

interface Closable {
  close(done: () => void): unknown;
}
