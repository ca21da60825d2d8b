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
      .map(({ value, conditions, effectiveFrom = "", effectiveTo = "" }) => {
        return [value, effectiveFrom, effectiveTo, ...(conditions?.utcWindow ?? [])].join(" ");
      });
    expect(prices.sort()).toEqual([
      "0.435  2026-08-17",
      "0.66 2026-08-17 ",
      "1.32 2026-08-17  0100 0400",
      "1.32 2026-08-17  0600 1000",
    ]);
  });

  test("takes no price of 0 for a price", () => {
    const free = content.claims.filter(
      ({ property, value, source }) =>
        property === "price.input" && source.kind === "aggregator" && Number(value) === 0,
    );
    expect(free).toEqual([]);
  });
});
