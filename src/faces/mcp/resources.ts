import {
  type ListResourcesResult,
  type McpServer,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import type { Catalog } from "../../core/catalog/catalog.ts";
import { agentWords } from "../../core/report/agent-words.ts";
import { cleanText } from "../../core/report/clean-text.ts";
import { documentToMarkdown } from "../../core/report/markdown.ts";
import { operations } from "../../operations/index.ts";
import type { Deps } from "../../operations/operation.ts";
import { catalogAddress, modelAddress, modelAddressTemplate } from "./addresses.ts";
import { guarded, valueIn } from "./guard.ts";
import type { McpOptions } from "./tools.ts";

/** What can be read without asking anything: each model, and the catalog's own name. */
export function addResources(server: McpServer, deps: Deps, options: McpOptions): void {
  const { reportBug } = options;
  const open = async () => valueIn(await deps.catalog(options.facts ?? []));
  server.registerResource(
    "catalog",
    catalogAddress,
    { description: agentWords.catalog, mimeType: "application/json" },
    guarded(reportBug, async (uri) => ({
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
    list: guarded(reportBug, async () => listOf(await open())),
    complete: {
      maker: guarded(reportBug, async (typed) => makersLike(await open(), typed)),
      model: guarded(reportBug, async (typed, { arguments: { maker } = {} } = {}) =>
        slugsLike(await open(), typed, maker),
      ),
    },
  });
  server.registerResource(
    "model",
    models,
    { description: agentWords.model, mimeType: "text/markdown" },
    guarded(reportBug, async (uri, { maker, model }) => {
      const { facts, asOf } = options;
      const name = `${decoded(maker)}/${decoded(model)}`;
      const operation = await operations.model();
      const answer = valueIn(await operation.answer({ name, facts, asOf }, deps));
      const text = documentToMarkdown(answer.report({ brief: false, withSources: true }));
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
