import {
  type ListResourcesResult,
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import type { Catalog } from "../../core/catalog/catalog.ts";
import { describeProblem } from "../../core/problems/describe-problem.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { agentWords } from "../../core/report/agent-words.ts";
import { cleanText } from "../../core/report/clean-text.ts";
import { documentToMarkdown } from "../../core/report/markdown.ts";
import { operations } from "../../operations/index.ts";
import type { Deps } from "../../operations/operation.ts";
import { catalogAddress, modelAddress, modelAddressTemplate } from "./addresses.ts";
import { guarded } from "./guard.ts";
import type { McpOptions } from "./tools.ts";

/** What can be read without asking anything: each model, and the catalog's own name. */
export function addResources(server: McpServer, deps: Deps, options: McpOptions): void {
  const { log } = options;
  const open = async () => mended(await deps.catalog(options.facts ?? []));
  server.registerResource(
    "catalog",
    catalogAddress,
    { description: agentWords.catalog, mimeType: "application/json" },
    guarded(log, "catalog", async (uri) => ({
      contents: [
        {
          uri: uri.href,
          mimeType: "application/json",
          text: JSON.stringify(catalogCounts(await open()), null, 2),
        },
      ],
    })),
  );
  const models = new ResourceTemplate(modelAddressTemplate, {
    list: guarded(log, "models", async () => listOf(await open())),
    complete: {
      maker: guarded(log, "makers", async (typed) => makersLike(await open(), typed)),
      model: guarded(log, "models", async (typed, { arguments: { maker } = {} } = {}) =>
        slugsLike(await open(), typed, maker),
      ),
    },
  });
  server.registerResource(
    "model",
    models,
    { description: agentWords.model, mimeType: "text/markdown" },
    guarded(log, "model", async (uri, { maker, model }) => {
      const { facts, asOf } = options;
      const subject = `model:${decoded(maker)}/${decoded(model)}`;
      const explain = await operations.explain();
      const answer = mended(await explain.answer({ subject, facts, asOf }, deps));
      const text = documentToMarkdown(answer.report({ brief: true, withSources: true }));
      return { contents: [{ uri: uri.href, mimeType: "text/markdown", text }] };
    }),
  );
}

/** Those written by hand; all others can be completed and read, but a thousand would hide them. */
function listOf({ models }: Catalog): ListResourcesResult {
  return {
    resources: models
      .filter(({ isAuthored }) => isAuthored)
      .map(({ id, name }) => ({ uri: modelAddress(id), name: id, title: cleanText(name) })),
  };
}

function catalogCounts({ hash, compiledOn, ...lists }: Catalog) {
  return {
    hash,
    compiledOn,
    counts: {
      models: lists.models.length,
      routes: lists.routes.length,
      providers: lists.providers.length,
      benchmarks: lists.benchmarks.length,
    },
  };
}

function makersLike({ models }: Catalog, typed: string): string[] {
  const makers = new Set(models.map(({ maker }) => maker));
  return [...makers].filter((maker) => maker.startsWith(typed));
}

function slugsLike({ models }: Catalog, typed: string, maker: string | undefined): string[] {
  return models
    .filter((model) => maker === undefined || model.maker === maker)
    .map(({ id }) => id.slice(id.indexOf("/") + 1))
    .filter((slug) => slug.includes(typed));
}

function decoded(part: string | string[] | undefined): string {
  const text = typeof part === "string" ? part : (part ?? []).join(",");
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The value, or the problem in the protocol's own form. */
function mended<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { title, remedy } = describeProblem(outcome.problem);
  const { code } = outcome.problem;
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, cleanText(`${title} ${remedy}`), {
    code,
    title: cleanText(title),
    remedy: cleanText(remedy),
  });
}
