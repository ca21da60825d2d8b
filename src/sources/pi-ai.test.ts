import { describe, expect, test } from "vitest";
import type { Property } from "../core/catalog/property.ts";
import { parsePiAi } from "./pi-ai.ts";

const options = {
  version: "9.9.9",
  generatedOn: "2026-11-10",
  providerIdOf: (id: string) => id,
  isPlan: (provider: string) => provider === "acme-plan",
};

const brick = {
  id: "brick-1",
  name: "Brick 1",
  type: "chat",
  reasoning: false,
  input: ["text", "image"],
  cost: { input: 2, output: 8, cacheRead: 0, cacheWrite: 0 },
  contextWindow: 128_000,
  maxTokens: 16_000,
};

function listing(models: readonly object[], id = "acme") {
  return parsePiAi([{ id, models }], options);
}

function claimsAbout(models: readonly object[], property: Property, id?: string) {
  return listing(models, id)
    .routes.flatMap(({ claims }) => claims)
    .filter((claim) => claim.property === property);
}

describe("the route table of pi-ai", () => {
  test("a cache price of 0 means that nobody stated one", () => {
    expect(claimsAbout([brick], "price.cache_read")).toEqual([]);
    expect(claimsAbout([brick], "price.input")[0]?.value).toBe("2");
  });

  test("a tier is a cliff above its count of tokens", () => {
    const tiers = [{ inputTokensAbove: 200_000, input: 4, output: 12 }];
    const claims = claimsAbout([{ ...brick, cost: { ...brick.cost, tiers } }], "price.input");
    expect(claims.map(({ value, conditions }) => ({ value, ...conditions }))).toEqual([
      { value: "2", maxPromptTokensInclusive: 200_000 },
      { value: "4", minPromptTokensExclusive: 200_000 },
    ]);
  });

  test.each(["brick-1:batch", "brick-1-batch"])("%s is the batch tier of brick-1", (id) => {
    const batch = { ...brick, id, cost: { input: 1, output: 4 } };
    const { routes } = listing([brick, batch]);
    expect(routes.map((route) => route.id)).toEqual(["acme/brick-1"]);
    const claims = claimsAbout([brick, batch], "price.input");
    expect(claims.map(({ value, conditions }) => ({ value, ...conditions }))).toEqual([
      { value: "2" },
      { value: "1", serviceTier: "batch" },
    ]);
  });

  test("a model whose own name ends in batch stays a route", () => {
    expect(listing([{ ...brick, id: "micro-batch" }]).routes[0]?.id).toBe("acme/micro-batch");
  });

  test("an output limit equal to the context window is a copied default, so it is doubted", () => {
    const [copied] = claimsAbout([{ ...brick, maxTokens: 128_000 }], "limit.output");
    expect(copied?.source.confidence).toBe("low");
    expect(claimsAbout([brick], "limit.output")[0]?.source.confidence).toBe("medium");
  });

  test("the price of a plan is doubted", () => {
    expect(claimsAbout([brick], "price.input", "acme-plan")[0]?.source.confidence).toBe("low");
  });

  test("DeepSeek's price is its peak price, so it is held back", () => {
    const [route] = listing([brick], "deepseek").routes;
    expect(route?.heldBack.map(({ rule }) => rule)).toEqual(["peak-price-only", "peak-price-only"]);
    expect(claimsAbout([brick], "price.input", "deepseek")).toEqual([]);
  });

  test("strict mode is structured output; its absence says nothing", () => {
    const strict = { ...brick, compat: { supportsStrictMode: true, someOther: "thing" } };
    expect(claimsAbout([strict], "cap.structured_output")[0]?.value).toBe(true);
    const lax = { ...brick, compat: { supportsStrictMode: false } };
    expect(claimsAbout([lax], "cap.structured_output")).toEqual([]);
  });

  test("a model for pictures is known as one; its token prices are not taken", () => {
    const [route] = listing([{ ...brick, type: "image", output: ["image"] }]).routes;
    expect(route?.claims).toEqual([]);
    expect(route?.modelClaims?.map(({ property, value }) => [property, value])).toEqual([
      ["model.kind", "image"],
      ["modality.output", "image"],
    ]);
  });

  test("a model that paints and writes has prices for its text", () => {
    const painter = { ...brick, type: "image", output: ["image", "text"] };
    expect(claimsAbout([painter], "price.output").map(({ value }) => value)).toEqual(["8"]);
  });

  test("a model for decisions gives labels back and charges for input alone", () => {
    const cost = { input: 0.1, output: 0 };
    const [route] = listing([{ ...brick, type: "classifier", cost }]).routes;
    expect(route?.claims.map(({ property, value }) => [property, value])).toEqual([
      ["price.input", "0.1"],
      ["modality.output", "label"],
      ["cap.vision", true],
      ["limit.context", 128_000],
    ]);
  });

  test("a chat route's price for decisions is held back", () => {
    const { routes } = listing([brick, { ...brick, type: "classifier" }]);
    expect(routes.map(({ id }) => id)).toEqual(["acme/brick-1", "acme/brick-1"]);
    expect(routes[1]?.claims).toEqual([]);
    expect(routes[1]?.modelClaims).toEqual([]);
    expect(routes[1]?.heldBack.map(({ rule }) => rule)).toEqual(["price-of-another-use"]);
  });
});
