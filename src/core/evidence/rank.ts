import type { Property } from "../catalog/property.ts";
import type { Source, SourceKind } from "./source.ts";

/** Nearness of a source, nearest first. A nearer source wins over any number of farther ones. */
export const kindRank = {
  "own-evidence": 0,
  "own-facts": 1,
  "first-party": 2,
  "benchmark-owner": 3,
  independent: 4,
  "other-maker": 5,
  aggregator: 6,
  assumption: 7,
} as const satisfies Record<SourceKind, number>;

export type PropertyClass = "price" | "limit" | "other";

/** Among collectors: who proved more reliable for what, best first. Unlisted ones follow. */
export const collectorOrder: Record<PropertyClass, readonly string[]> = {
  price: ["OpenRouter", "genai-prices", "models.dev", "LiteLLM", "Portkey"],
  limit: ["models.dev", "OpenRouter", "genai-prices", "LLM Stats", "LiteLLM"],
  other: ["models.dev", "OpenRouter", "LLM Stats", "LiteLLM"],
};

/** Lower is stronger. Weak confidence loses to anything of the same kind. */
export function rankOf(source: Source, property: Property): number {
  const kind = kindRank[source.kind] * 100;
  const doubt = source.confidence === "low" ? 50 : 0;
  if (source.kind !== "aggregator") return kind + doubt;
  const order = collectorOrder[classOf(property)];
  const place = order.indexOf(source.lineage);
  return kind + doubt + (place === -1 ? order.length : place);
}

function classOf(property: Property): PropertyClass {
  if (property.startsWith("price.")) return "price";
  return property.startsWith("limit.") ? "limit" : "other";
}
