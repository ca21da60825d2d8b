import type { Hono } from "hono";
import { apiApp } from "../../src/faces/api/api-app.ts";
import { composedApp, type ServedOptions } from "../../src/faces/serve/main.ts";
import type { Deps } from "../../src/operations/operation.ts";
import { remoteDeps } from "../../src/operations/remote-deps.ts";
import { depsOf } from "../builders/deps-of.ts";
import { smallRuns } from "../builders/small-runs.ts";
import { smallSizing } from "../builders/small-sizing.ts";
import { smallCatalog } from "../cli/small-catalog.ts";

/** The small catalog on 2026-11-20, and nothing else. */
const smallDeps = depsOf({
  catalog: async () => ({ ok: true, value: smallCatalog }),
  runs: async () => ({ ok: true, value: await smallRuns() }),
  sizing: smallSizing,
});

export const remoteSmallDeps = remoteDeps(smallDeps, { withRuns: true });

/** REST over the small catalog, without the guards of a server. */
export function smallApi(deps: Partial<Deps> = {}, version = "0.0.0"): Hono {
  return apiApp({ ...remoteSmallDeps, ...deps }, { version });
}

/** All that is served, over the small catalog. */
export function smallServer(options: Partial<ServedOptions> = {}, deps: Partial<Deps> = {}): Hono {
  return composedApp({ ...smallDeps, ...deps }, { version: "0.0.0", ...options });
}

export function post(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}
