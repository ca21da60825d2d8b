import { type CatalogContent, catalogFrom } from "../../src/core/catalog/catalog-from.ts";
import type { Endpoint } from "../../src/core/catalog/entries.ts";
import type { Property, PropertyValue } from "../../src/core/catalog/property.ts";
import type { Claim, Subject } from "../../src/core/evidence/claim.ts";
import type { Source, SourceKind } from "../../src/core/evidence/source.ts";

function source(name: string, kind: SourceKind, observedOn: string): Source {
  const ref = `https://${name.toLowerCase()}.example/page`;
  return { name, ref, kind, observedOn, confidence: "high", lineage: name };
}

const openAi = source("OpenAI", "first-party", "2026-11-01");
const qwen = source("Qwen", "first-party", "2026-10-20");
const router = source("OpenRouter", "aggregator", "2026-11-10");
const listing = source("Listing", "aggregator", "2026-09-01");

function claim(
  subject: Subject,
  property: Property,
  value: PropertyValue,
  from: Source,
  rest: Partial<Claim> = {},
): Claim {
  return { subject, property, value, source: from, ...rest };
}

function endpoint(speaks: string, baseUrl: string, apiKeyEnv: string): Endpoint {
  return { speaks, baseUrl, apiKeyEnv, refuses: [], ignores: [], source: openAi };
}

const gpt = "model:openai/gpt-4.1";
const small = "model:qwen/qwen3.5-4b";
const first = "route:openai/gpt-4.1";
const routed = "route:openrouter/qwen/qwen3.5-4b";

/** Two models, three routes, one quarrel and one price that cannot be true. */
export const smallContent: CatalogContent = {
  hash: "7f3a9c2d41e0",
  compiledOn: "2026-11-10",
  models: [
    {
      id: "openai/gpt-4.1",
      name: "GPT-4.1",
      maker: "openai",
      makerName: "OpenAI",
      family: "gpt-4.1",
      isAuthored: true,
    },
    {
      id: "qwen/qwen3.5-4b",
      name: "Qwen3.5-4B",
      maker: "qwen",
      makerName: "Qwen",
      family: "qwen3.5",
      isAuthored: true,
    },
  ],
  providers: [
    {
      id: "openai",
      name: "OpenAI",
      kind: "first-party",
      pricingUrl: "https://openai.example/pricing",
      apiShapes: ["responses", "chat-completions"],
      endpoints: [
        endpoint("chat-completions", "https://api.openai.example/v1", "OPENAI_API_KEY"),
        endpoint("responses", "https://api.openai.example/v1", "OPENAI_API_KEY"),
      ],
    },
    { id: "openrouter", name: "OpenRouter", kind: "router", apiShapes: ["chat-completions"] },
  ],
  routes: [
    {
      id: "openai/gpt-4.1",
      provider: "openai",
      providerModelId: "gpt-4.1",
      model: "openai/gpt-4.1",
    },
    {
      id: "openrouter/openai/gpt-4.1",
      provider: "openrouter",
      providerModelId: "openai/gpt-4.1",
      model: "openai/gpt-4.1",
    },
    {
      id: "openrouter/qwen/qwen3.5-4b",
      provider: "openrouter",
      providerModelId: "qwen/qwen3.5-4b",
      model: "qwen/qwen3.5-4b",
    },
  ],
  benchmarks: [
    {
      id: "mmlu-pro",
      name: "MMLU-Pro",
      aliases: ["MMLU Pro"],
      category: "knowledge",
      group: "static",
      measures: "Exam questions with ten choices.",
      items: 12032,
      variants: [],
      metric: "accuracy",
      status: "active",
      source: listing,
    },
  ],
  claims: [
    claim(gpt, "model.release_date", "2025-04-14", openAi),
    claim(gpt, "limit.context", 1_047_576, openAi),
    claim(gpt, "model.openness", "api-only", openAi),
    claim(gpt, "model.retires_on", "2027-04-14", openAi),
    claim(small, "model.release_date", "2026-03-02", qwen),
    claim(small, "limit.context", 262_144, qwen),
    claim(small, "limit.context", 131_072, router),
    claim(small, "model.openness", "open-weights", qwen),
    claim(small, "cap.vision", true, qwen),
    claim(first, "price.input", "2", openAi),
    claim(first, "price.input", "2.5", router),
    claim(first, "price.input", "3", openAi, { effectiveTo: "2026-06-01" }),
    claim(first, "price.output", "8", openAi),
    claim(first, "price.input", "1", openAi, { conditions: { serviceTier: "batch" } }),
    claim(routed, "price.input", "0.03", router),
    claim(routed, "price.output", "0.15", router),
  ],
  quarantined: [
    {
      claim: claim(routed, "price.input", "30000", listing),
      rule: "price-per-token-as-per-mtok",
      because: "a million times the price of every other source",
    },
  ],
  scores: [
    {
      model: "openai/gpt-4.1",
      benchmark: "mmlu-pro",
      score: 81.8,
      reporter: "OpenAI",
      source: openAi,
    },
    {
      model: "qwen/qwen3.5-4b",
      benchmark: "mmlu-pro",
      score: 79.1,
      reporter: "Qwen",
      source: qwen,
    },
  ],
  aliases: new Map([
    ["gpt-4.1", "openai/gpt-4.1"],
    ["gpt-4.1-2025-04-14", "openai/gpt-4.1"],
    ["qwen3.5-4b", "qwen/qwen3.5-4b"],
  ]),
};

export const smallCatalog = catalogFrom(smallContent);
