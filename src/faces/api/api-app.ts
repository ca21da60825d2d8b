import { Hono } from "hono";
import { cors } from "hono/cors";
import { jsonText } from "../../core/report/json-text.ts";
import { operationNames, operations } from "../../operations/index.ts";
import type { Deps } from "../../operations/operation.ts";
import { type Answering, answerTo, methodsOf } from "./answer-request.ts";
import { notFound } from "./not-found.ts";
import { openApi } from "./open-api.ts";
import { problemResponse } from "./problem-response.ts";

export interface ApiOptions extends Answering {
  /** Told of every bug, which the asker learns nothing of. */
  readonly reportBug?: (error: unknown) => void;
  /** Whether runs are shown, which are for who can reach the server alone. */
  readonly withRuns?: boolean;
}

/** The REST face: every operation at `/v1/<name>`, and what describes them. */
export function apiApp(deps: Deps, options: ApiOptions): Hono {
  const app = new Hono();
  const description = once(() => openApi(options.version));
  const contents = once(tableOfContents);
  app.onError((error) => {
    options.reportBug?.(error);
    return problemResponse({ code: "internal-error" });
  });
  app.use("/v1/*", openToPages(deps, options));
  app.use("/v1", openToPages(deps, options));
  app.use("/openapi.json", openToPages(deps, options));
  for (const name of operationNames) app.all(`/v1/${name}`, answerTo(name, deps, options));
  app.get("/v1", async (c) => c.body(await contents(), 200, jsonHeaders));
  app.get("/openapi.json", async (c) => c.body(await description(), 200, jsonHeaders));
  app.all("/v1", (c) => wrongMethod(c.req.method));
  app.all("/openapi.json", (c) => wrongMethod(c.req.method));
  app.all("/v1/*", (c) => problemResponse(notFound(c.req.path)));
  app.notFound((c) => problemResponse(notFound(c.req.path)));
  return app;
}

const jsonHeaders = { "Content-Type": "application/json", "Cache-Control": "no-cache" };

function wrongMethod(method: string): Response {
  return problemResponse({ code: "wrong-method", method, allowed: ["GET", "HEAD"] });
}

/**
 * Pages of any site may ask, except where a team's own facts lie over the catalog, or its runs are
 * shown: those are for who can reach the server, not for every page they look at.
 */
function openToPages(deps: Deps, { withRuns = false }: Pick<ApiOptions, "withRuns">) {
  return cors({
    origin: async () => {
      if (withRuns) return null;
      const catalog = await deps.catalog([]);
      return catalog.ok && !catalog.value.hash.includes("+") ? "*" : null;
    },
    allowMethods: ["GET", "HEAD", "POST"],
    allowHeaders: ["Content-Type", "If-None-Match"],
    exposeHeaders: ["ETag"],
    maxAge: 86_400,
  });
}

/** What can be asked, for who asks at the root. */
async function tableOfContents(): Promise<string> {
  const listed = operationNames.map(async (name) => {
    const operation = await operations[name]();
    const { summary } = operation;
    return { name, summary, path: `/v1/${name}`, methods: methodsOf(operation) };
  });
  return jsonText({ operations: await Promise.all(listed), description: "/openapi.json" });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
