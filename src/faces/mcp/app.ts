import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from "@modelcontextprotocol/server";
import { Hono } from "hono";
import type { Deps } from "../../operations/operation.ts";
import { mcpServers } from "./server.ts";
import type { McpOptions } from "./tools.ts";

export interface McpAppOptions extends McpOptions {
  /** Names this machine is asked by, without port, beside those of the machine itself. */
  readonly allowedHosts?: readonly string[] | undefined;
}

/**
 * Streamable HTTP without sessions, to be mounted at `/mcp`. A page that somebody's browser shows
 * must not be able to ask it under another name, so `Host` and `Origin` have to be known ones.
 */
export function mcpApp(deps: Deps, { allowedHosts = [], ...options }: McpAppOptions): Hono {
  const handler = createMcpHandler(mcpServers(deps, options), {
    onerror: (error) => options.log(error.message),
  });
  const hosts = [...localhostAllowedHostnames(), ...allowedHosts];
  const origins = [...localhostAllowedOrigins(), ...allowedHosts];
  const app = new Hono();
  app.all("/", ({ req: { raw } }) => {
    const refusal =
      hostHeaderValidationResponse(raw, hosts) ?? originValidationResponse(raw, origins);
    return refusal ?? handler.fetch(raw);
  });
  return app;
}
