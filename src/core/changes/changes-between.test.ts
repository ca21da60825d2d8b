import { describe, expect, test } from "vitest";
import { changeTexts } from "../../../test/builders/change-texts.ts";
import { scoreOf } from "../../../test/builders/score-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import {
  brick,
  brickRoute,
  claimOf,
  type GivenWorld,
  routeEntry,
} from "../../../test/builders/world-of.ts";

const prices = [claimOf(brickRoute, "price.input", "2"), claimOf(brickRoute, "price.output", "8")];
const cacheRead = claimOf(brickRoute, "price.cache_read", "0.5");
const above = { conditions: { minPromptTokensExclusive: 200_000 } };
const score = scoreOf({ model: "acme/brick", benchmark: "laying", score: 61.5 });

describe("between two catalogs", () => {
  test.each<{
    readonly because: string;
    readonly before: GivenWorld;
    readonly after: GivenWorld;
    readonly texts: readonly string[];
  }>([
    {
      because: "a price goes up by half",
      before: { claims: prices },
      after: { claims: [claimOf(brickRoute, "price.input", "3"), ...prices.slice(1)] },
      texts: [
        "price: acme/brick, input price: $3.00 a million tokens instead of $2.00, 50 % more.",
      ],
    },
    {
      because: "a context tier is added",
      before: { claims: prices },
      after: { claims: [...prices, claimOf(brickRoute, "price.input", "4", above)] },
      texts: [
        "price: acme/brick, input price, prompts above 200,000 tokens: $4.00 a million tokens, unknown before.",
      ],
    },
    {
      because: "a cache price is no longer stated",
      before: { claims: [...prices, cacheRead] },
      after: { claims: prices },
      texts: ["price: acme/brick, cached input price: unknown now, $0.50 a million tokens before."],
    },
    {
      because: "a route is retired, and its price no longer counts",
      before: { claims: prices },
      after: { claims: [cacheRead, claimOf(brickRoute, "route.retires_on", "2026-11-01")] },
      texts: ["lifecycle: acme/brick is retired."],
    },
    {
      because: "an end is announced and a successor named",
      before: { claims: [] },
      after: {
        claims: [
          claimOf(brick, "model.retires_on", "2027-03-01"),
          claimOf(brick, "model.successor", "acme/brick-2"),
        ],
      },
      texts: [
        "lifecycle: brick is deprecated: it retires on 2027-03-01.",
        "lifecycle: brick: its successor is acme/brick-2.",
      ],
    },
    {
      because: "the end is put off",
      before: { claims: [claimOf(brick, "model.retires_on", "2027-03-01")] },
      after: { claims: [claimOf(brick, "model.retires_on", "2027-09-01")] },
      texts: ["lifecycle: brick, retires: 2027-09-01 instead of 2027-03-01."],
    },
    {
      because: "the context window shrinks by half",
      before: { claims: [claimOf(brick, "limit.context", 200_000)] },
      after: { claims: [claimOf(brick, "limit.context", 100_000)] },
      texts: ["limit: brick, context window: 100,000 tokens instead of 200,000, 50 % less."],
    },
    {
      because: "a capability is now known to be missing",
      before: { claims: [] },
      after: { claims: [claimOf(brick, "cap.tools", false)] },
      texts: ["capability: brick, tool calls: no, unknown before."],
    },
    {
      because: "the licence and the terms of a route change",
      before: {
        claims: [
          claimOf(brick, "model.license", "MIT"),
          claimOf(brickRoute, "route.trains_on_data", false),
        ],
      },
      after: {
        claims: [
          claimOf(brick, "model.license", "Apache-2.0"),
          claimOf(brickRoute, "route.trains_on_data", true),
        ],
      },
      texts: [
        "terms: brick, licence: Apache-2.0 instead of MIT.",
        "terms: acme/brick, trains on your data: yes instead of no.",
      ],
    },
    {
      because: "a score is corrected",
      before: { scores: [score] },
      after: { scores: [{ ...score, score: 60.5 }] },
      texts: ["score: brick, score on laying, by Maker: 60.5 instead of 61.5, -1 points."],
    },
    {
      because: "a score is withdrawn",
      before: { scores: [score] },
      after: {},
      texts: ["score: brick, score on laying, by Maker: unknown now, 61.5 before."],
    },
    {
      because: "a model is new; its routes and facts come with it",
      before: {},
      after: {
        models: ["acme/brick", "acme/tile"],
        routes: [routeEntry("acme/brick"), routeEntry("acme/tile", "acme/tile")],
        claims: [claimOf("model:acme/tile", "limit.context", 8_000)],
      },
      texts: ["model: tile is new."],
    },
    {
      because: "a route vanishes",
      before: {},
      after: { routes: [] },
      texts: ["route: acme/brick is no longer listed."],
    },
    {
      because: "a nearer source decides now, though nobody changed its word",
      before: {
        claims: [claimOf(brick, "limit.context", 100_000, { source: collector("2026-11-01") })],
      },
      after: {
        claims: [
          claimOf(brick, "limit.context", 100_000, { source: collector("2026-11-01") }),
          claimOf(brick, "limit.context", 200_000),
        ],
      },
      texts: [
        "limit: brick, context window: 200,000 tokens instead of 100,000, 100 % more; Acme (2026-11-01) decides, before it was OpenRouter (2026-11-01).",
      ],
    },
    {
      because: "a value becomes disputed",
      before: { claims: [claimOf(brick, "limit.context", 100_000)] },
      after: {
        claims: [
          claimOf(brick, "limit.context", 100_000),
          claimOf(brick, "limit.context", 200_000, { source: sourceOf({ name: "Other" }) }),
        ],
      },
      texts: [
        "limit: brick, context window: disputed (100,000 tokens or 200,000 tokens) instead of 100,000.",
      ],
    },
    {
      because: "what counts most comes first",
      before: { claims: [...prices, claimOf(brick, "limit.context", 100_000)] },
      after: {
        claims: [
          claimOf(brick, "limit.context", 300_000),
          claimOf(brickRoute, "price.input", "1.8"),
          claimOf(brickRoute, "price.output", "4"),
          claimOf(brick, "model.retires_on", "2027-03-01"),
        ],
      },
      texts: [
        "lifecycle: brick is deprecated: it retires on 2027-03-01.",
        "price: acme/brick, output price: $4.00 a million tokens instead of $8.00, 50 % less.",
        "price: acme/brick, input price: $1.80 a million tokens instead of $2.00, 10 % less.",
        "limit: brick, context window: 300,000 tokens instead of 100,000, 200 % more.",
      ],
    },
  ])("$because", ({ before, after, texts }) => {
    expect(changeTexts(before, after)).toEqual(texts);
  });
});

function collector(observedOn: string) {
  return sourceOf({ name: "OpenRouter", kind: "aggregator", observedOn });
}
