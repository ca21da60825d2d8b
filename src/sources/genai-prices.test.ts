import { describe, expect, test } from "vitest";
import type { PriceProperty } from "../core/catalog/property.ts";
import { parseGenaiPrices } from "./genai-prices.ts";

const options = {
  version: "9.9.9",
  publishedOn: "2026-09-23",
  providerIdOf: (id: string) => (id === "unheard-of" ? undefined : id),
};

function provider(model: object, id = "acme") {
  return { id, name: "Acme", api_pattern: "https://api.acme.example", models: [model] };
}

function onlyRoute(model: object, id?: string) {
  const [route] = parseGenaiPrices([provider(model, id)], options).routes;
  if (route === undefined) throw new Error("no route");
  return route;
}

function pricesOf(model: object, property: PriceProperty) {
  return onlyRoute(model)
    .claims.filter((claim) => claim.property === property)
    .map(({ value, conditions, effectiveFrom, effectiveTo }) => ({
      value,
      ...conditions,
      ...(effectiveFrom && { effectiveFrom }),
      ...(effectiveTo && { effectiveTo }),
    }));
}

const named = { id: "brick-1", match: { equals: "brick-1" } };

describe("the price table of genai-prices", () => {
  test("a plain price holds always", () => {
    const prices = { input_mtok: 0.1, output_mtok: 0.4 };
    expect(pricesOf({ ...named, prices }, "price.input")).toEqual([{ value: "0.1" }]);
  });

  test("a tier is a cliff: its price is for prompts above its start, the base up to it", () => {
    const tiers = [{ start: 271_999, price: 10 }];
    const prices = { input_mtok: { base: 5, tiers }, output_mtok: 1 };
    expect(pricesOf({ ...named, prices }, "price.input")).toEqual([
      { value: "5", maxPromptTokensInclusive: 271_999 },
      { value: "10", minPromptTokensExclusive: 271_999 },
    ]);
  });

  test("a start day ends the price before it, and hours lie over what started last", () => {
    const day = { type: "start_date", start_date: "2026-08-17" };
    const night = { type: "time_of_date", start_time: "01:00:00Z", end_time: "04:00:00Z" };
    const noon = { type: "time_of_date", start_time: "06:00:00Z", end_time: "10:00:00Z" };
    const prices = [
      { prices: { input_mtok: 0.4, output_mtok: 1 } },
      { constraint: day, prices: { input_mtok: 0.6, output_mtok: 2 } },
      { constraint: night, prices: { input_mtok: 1.3, output_mtok: 4 } },
      { constraint: noon, prices: { input_mtok: 1.3, output_mtok: 4 } },
    ];
    expect(pricesOf({ ...named, prices }, "price.input")).toEqual([
      { value: "0.4", effectiveTo: "2026-08-17" },
      { value: "0.6", effectiveFrom: "2026-08-17" },
      { value: "1.3", effectiveFrom: "2026-08-17", utcWindow: ["0100", "0400"] },
      { value: "1.3", effectiveFrom: "2026-08-17", utcWindow: ["0600", "1000"] },
    ]);
  });

  test("a thousand searches are priced, one is claimed", () => {
    const prices = { input_mtok: 1, output_mtok: 2, web_searches_kcount: 10 };
    expect(pricesOf({ ...named, prices }, "price.web_search")).toEqual([{ value: "0.01" }]);
  });

  test("an hour in the cache has its own price", () => {
    const prices = {
      input_mtok: 1,
      output_mtok: 2,
      cache_write_mtok: 1.25,
      cache_write_1h_mtok: 2,
    };
    expect(pricesOf({ ...named, prices }, "price.cache_write")).toEqual([
      { value: "1.25" },
      { value: "2", cacheTtl: "1h" },
    ]);
  });

  test("the day is the model's own check, else the day of publication", () => {
    const prices = { input_mtok: 1, output_mtok: 2 };
    const day = (model: object) => onlyRoute(model).claims[0]?.source.observedOn;
    expect(day({ ...named, prices })).toBe("2026-09-23");
    expect(day({ ...named, prices, prices_checked: "2026-09-01" })).toBe("2026-09-01");
  });

  test("names that the source spells out become other names of the route", () => {
    const match = { or: [{ equals: "brick-1" }, { equals: "brick-one" }, { contains: "bri" }] };
    const route = onlyRoute({ id: "brick-1", match, prices: { input_mtok: 1, output_mtok: 2 } });
    expect(route.aliases).toEqual(["brick-1", "brick-one"]);
  });

  test("a name of other weights in a shared price row is a route of its own, with doubt", () => {
    const match = { or: [{ equals: "claude-2" }, { equals: "claude-2.1" }] };
    const model = { id: "claude-2", match, prices: { input_mtok: 8, output_mtok: 24 } };
    const { routes } = parseGenaiPrices([provider(model)], options);
    expect(routes.map(({ id, aliases }) => [id, aliases])).toEqual([
      ["acme/claude-2", ["claude-2"]],
      ["acme/claude-2.1", []],
    ]);
    expect(routes[1]?.claims[0]?.source.confidence).toBe("low");
  });

  test("an id that only another listing knows has the price its matching rule gives, with doubt", () => {
    const match = { starts_with: "brick-1" };
    const model = { id: "brick-1", match, prices: { input_mtok: 1, output_mtok: 2 } };
    const known = { ...options, knownIdsAt: () => ["Brick-1", "brick-1-0601", "stone-1"] };
    const { routes } = parseGenaiPrices([provider(model)], known);
    expect(routes.map(({ id, claims }) => [id, claims[0]?.source.confidence])).toEqual([
      ["acme/brick-1", "medium"],
      ["acme/brick-1-0601", "low"],
    ]);
  });

  test("OpenRouter's rows stand only where no other listing has the route, with doubt", () => {
    const rows = ["acme/brick-1", "acme/brick-2", "brick-3"].map((id) => ({
      id,
      match: { equals: id },
      prices: { input_mtok: 1, output_mtok: 2 },
    }));
    const foreign = [{ id: "openrouter", name: "OpenRouter", models: rows }];
    const known = { ...options, knownIdsAt: () => ["acme/brick-1"] };
    const { routes } = parseGenaiPrices(foreign, known);
    const sound = routes.filter(({ standing }) => standing === undefined);
    expect(sound.map(({ id, claims }) => [id, claims[0]?.source.confidence])).toEqual([
      ["openrouter/acme/brick-2", "low"],
    ]);
  });

  test("a name without a maker is one OpenRouter no longer uses: retired, its price held back", () => {
    const prices = { input_mtok: 1, output_mtok: 2 };
    const route = onlyRoute({ ...named, prices }, "openrouter");
    expect(route.standing).toBe("former");
    expect(route.claims.map(({ value }) => value)).toEqual(["retired"]);
    expect(route.heldBack.map(({ rule }) => rule)).toEqual(["former-name", "former-name"]);
  });

  test.each`
    prices                               | id             | kind               | claimed
    ${{}}                                | ${"brick-1"}   | ${undefined}       | ${[]}
    ${{ input_mtok: 0.1 }}               | ${"bge-brick"} | ${"embedding"}     | ${["price.input"]}
    ${{ input_document_kpages: 1 }}      | ${"brick-ocr"} | ${"ocr"}           | ${[]}
    ${{ audio_hours: 0.4 }}              | ${"whisper-9"} | ${"transcription"} | ${[]}
    ${{ input_mtok: 1, output_mtok: 9 }} | ${"brick-tts"} | ${"speech"}        | ${["price.input", "price.output"]}
  `("$id has only prices for tokens, and its kind: $kind", ({ prices, id, kind, claimed }) => {
    const route = onlyRoute({ id, match: { equals: id }, prices });
    expect(route.claims.map(({ property }) => property)).toEqual(claimed);
    expect(route.modelClaims?.find(({ property }) => property === "model.kind")?.value).toBe(kind);
  });

  test.each([
    ["Imported from OpenRouter pricing; verify later.", "price-of-another-seller", "hearsay"],
    [
      "Standard API rates reflect the 50% launch promotion ending soon",
      "promotional-price",
      undefined,
    ],
  ])("the remark %j holds the price back", (price_comments, rule, standing) => {
    const prices = { input_mtok: 1, output_mtok: 2 };
    const route = onlyRoute({ ...named, prices, price_comments });
    expect(route.claims).toEqual([]);
    expect(route.heldBack.map((each) => each.rule)).toEqual([rule, rule]);
    expect(route.standing).toBe(standing);
  });

  test("what the seller lists no longer is retired, whatever it cost", () => {
    const prices = { input_mtok: 1, output_mtok: 2 };
    const price_comments = "No longer listed in the docs; last known rates kept.";
    const { claims } = onlyRoute({ ...named, prices, price_comments, deprecated: true });
    expect(claims.at(-1)).toMatchObject({ property: "route.status", value: "retired" });
  });

  test("models of another maker under Google's name are sold on Vertex, with its price page", () => {
    const rows = ["gemini-9", "claude-brick-9"].map((id) => ({
      id,
      match: { contains: id },
      prices: { input_mtok: 1, output_mtok: 2 },
    }));
    const pricing_urls = ["https://ai.google.dev/pricing", "https://cloud.google.com/vertex-ai"];
    const foreign = [{ id: "google", name: "Google", pricing_urls, models: rows }];
    const { routes, leftOut } = parseGenaiPrices(foreign, options);
    expect(routes.map(({ id, claims }) => [id, claims[0]?.note])).toEqual([
      ["google/gemini-9", "price page: https://ai.google.dev/pricing"],
      ["google-vertex/claude-brick-9", "price page: https://cloud.google.com/vertex-ai"],
    ]);
    expect(leftOut).toEqual([]);
  });

  test("a provider nobody lists is left out whole", () => {
    const prices = { input_mtok: 1, output_mtok: 2 };
    const listing = parseGenaiPrices([provider({ ...named, prices }, "unheard-of")], options);
    expect(listing.leftOut).toEqual([
      { ref: "unheard-of", because: "a provider that is not listed" },
    ]);
  });
});
