import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compileCatalog } from "../scripts/catalog-content.ts";
import { catalogFrom } from "../src/core/catalog/catalog-from.ts";
import { encodeCatalog } from "../src/store/encode-catalog.ts";

const dataFolder = fileURLToPath(new URL("../data", import.meta.url));
const { content } = await compileCatalog(dataFolder);
const catalog = catalogFrom(content);

describe("the catalog compiled from data/", () => {
  test("is the same byte for byte when compiled again", async () => {
    const again = await compileCatalog(dataFolder);
    expect(encodeCatalog(again.content)).toEqual(encodeCatalog(content));
  });

  test("names in routes, scores and aliases only what it lists", () => {
    const models = new Set(content.models.map(({ id }) => id));
    const benchmarks = new Set(content.benchmarks.map(({ id }) => id));
    const named = [
      ...content.routes.map(({ model }) => model),
      ...content.scores.map(({ model }) => model),
      ...content.aliases.values(),
    ];
    expect(named.filter((model) => !models.has(model))).toEqual([]);
    expect(content.scores.filter(({ benchmark }) => !benchmarks.has(benchmark))).toEqual([]);
  });

  test("has an entry for every subject of a claim", () => {
    const subjects = new Set([
      ...content.models.map(({ id }) => `model:${id}`),
      ...content.routes.map(({ id }) => `route:${id}`),
    ]);
    expect(content.claims.filter(({ subject }) => !subjects.has(subject))).toEqual([]);
  });

  test("lists no id twice, whatever the letter case", () => {
    for (const entries of [content.models, content.routes, content.providers]) {
      expect(new Set(entries.map(({ id }) => id.toLowerCase())).size).toBe(entries.length);
    }
  });

  test("keeps every turn of DeepSeek's price: by day and by hour", () => {
    const prices = catalog
      .claimsAbout("route:deepseek/deepseek-v4-pro")
      .filter(({ property, source }) => {
        return property === "price.input" && source.lineage === "genai-prices";
      })
      .map(({ value, conditions = {}, effectiveFrom = "", effectiveTo = "" }) => {
        const { utcWindow = [], utcDays = [] } = conditions;
        return [value, effectiveFrom, effectiveTo, ...utcWindow, ...utcDays].join(" ");
      });
    expect([...new Set(prices)].sort()).toEqual([
      "0.435  2026-08-17",
      "0.66 2026-08-17 ",
      "1.32 2026-08-17 2026-08-23 0100 0400",
      "1.32 2026-08-17 2026-08-23 0600 1000",
      "1.32 2026-08-23  0100 0400 mon tue wed thu fri",
      "1.32 2026-08-23  0600 1000 mon tue wed thu fri",
    ]);
  });

  test("believes no price that its source took from another seller", () => {
    const routes = content.routes.map(({ id }) => id);
    expect(routes).not.toContain("openai/gpt-oss-120b");
    const held = catalog.quarantinedAbout("route:openai/gpt-oss-120b");
    expect(new Set(held.map(({ rule }) => rule))).toEqual(new Set(["price-of-another-seller"]));
  });

  test("tells what is not for chat by its kind", () => {
    const kinds = content.claims.filter(({ property }) => property === "model.kind");
    const kindOf = new Map(kinds.map(({ subject, value }) => [subject, value]));
    expect(kindOf.get("model:voyageai/voyage-3.5")).toBe("embedding");
    expect(kindOf.get("model:openai/whisper-large-v3")).toBe("transcription");
    expect(kindOf.get("model:recraft/recraft-v4")).toBe("image");
    expect(kindOf.has("model:openai/gpt-6-luna")).toBe(false);
  });

  test("takes no price of 0 for a price", () => {
    const free = content.claims.filter(
      ({ property, value, source }) =>
        property === "price.input" && source.kind === "aggregator" && Number(value) === 0,
    );
    expect(free).toEqual([]);
  });
});
