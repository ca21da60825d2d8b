import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedOrigins,
  originValidationResponse,
} from "@modelcontextprotocol/server";
import { Hono } from "hono";
import type { Deps } from "../../operations/operation.ts";
import { guarded } from "./guard.ts";
import { mcpServers } from "./server.ts";
import type { McpOptions } from "./tools.ts";

export interface McpAppOptions extends McpOptions {
  /** Names to answer for, without port; absent: any, as of a server that cannot know its names. */
  readonly hosts?: readonly string[] | undefined;
}

/**
 * Streamable HTTP without sessions, to be mounted at `/mcp`. A page that somebody's browser shows
 * must not be able to ask, under its own name or one that was made to lead here: `Host` has to be a
 * name of the server, `Origin` that or one of the asker's own machine. Nothing changes while it
 * runs, so it keeps no stream open for who waits for changes.
 */
export function mcpApp(deps: Deps, { hosts, ...options }: McpAppOptions): Hono {
  const handler = createMcpHandler(guarded(options.reportBug, mcpServers(deps, options)), {
    maxSubscriptions: 0,
  });
  const origins = [...localhostAllowedOrigins(), ...(hosts ?? [])];
  const app = new Hono();
  app.all("/", ({ req: { raw } }) => {
    const wrongHost = hosts && hostHeaderValidationResponse(raw, [...hosts]);
    return wrongHost ?? originValidationResponse(raw, origins) ?? handler.fetch(raw);
  });
  return app;
}
