import { describe, expect, test } from "vitest";
import { sourceOf } from "../../../test/builders/source-of.ts";
import { brick, brickRoute, claimOf, worldOf } from "../../../test/builders/world-of.ts";
import { catalog, day } from "../../../test/properties/whole-catalog.ts";
import { defaultTraffic } from "../cost/traffic.ts";
import { modelDocument } from "../report/model-document.ts";
import { modelOverview } from "./model-overview.ts";

const maker = sourceOf({ name: "Acme", kind: "first-party", observedOn: "2026-10-01" });
const listing = sourceOf({ name: "Listing", kind: "aggregator", observedOn: "2026-11-01" });

const world = worldOf({
  claims: [
    claimOf(brick, "model.release_date", "2026-01-01", { source: maker }),
    claimOf(brick, "limit.context", 200_000, { source: maker }),
    claimOf(brick, "limit.context", 128_000, { source: listing }),
    claimOf(brickRoute, "price.input", "4", { source: maker, effectiveTo: "2026-06-01" }),
    claimOf(brickRoute, "price.output", "9", { source: maker, effectiveTo: "2026-06-01" }),
    claimOf(brickRoute, "price.input", "3", { source: maker, effectiveFrom: "2026-06-01" }),
    claimOf(brickRoute, "price.output", "9", { source: maker, effectiveFrom: "2026-06-01" }),
    claimOf(brickRoute, "price.input", "3.5", { source: listing }),
  ],
});
const asked = { asOf: day, traffic: defaultTraffic };
const overview = modelOverview(world, "acme/brick", asked);

describe("the overview of a model", () => {
  test("tells of a fact what lost against it, and why", () => {
    const fact = overview.facts.find(({ property }) => property === "limit.context");
    expect(fact).toMatchObject({
      because: "Acme is the nearest source (first party)",
      answer: { state: "known", value: 200_000, overruled: [{ text: "128,000 tokens" }] },
    });
  });

  test("says unknown of what nobody states, with the reason", () => {
    const fact = overview.facts.find(({ property }) => property === "model.license");
    expect(fact?.answer).toEqual({
      state: "unknown",
      because: "no source states it",
      text: "unknown",
    });
  });

  test("gives each figure of a route its sources, and what else was claimed for it", () => {
    const [route] = overview.routes;
    expect(route?.inputPrice).toMatchObject({
      value: "3",
      text: "$3.00 a million tokens",
      overruled: [{ text: "$3.50 a million tokens" }],
    });
    expect(route?.monthlyUsd).toBe(3 * 800 + 9 * 250);
  });

  test("keeps the prices of other days, where sources date them", () => {
    expect(overview.priceHistory).toMatchObject([
      {
        route: "acme/brick",
        periods: [
          { from: null, to: "2026-06-01", inputUsdPerMtok: "4", outputUsdPerMtok: "9" },
          { from: "2026-06-01", to: null, inputUsdPerMtok: "3", outputUsdPerMtok: "9" },
        ],
      },
    ]);
  });

  test("shows how to call it, or says why no file can be written", () => {
    const { configurations } = modelOverview(catalog, "openai/gpt-4.1", asked);
    expect(configurations.map(({ for: kind }) => kind)).toEqual(["openai", "vercel"]);
    expect(configurations[0]?.text).toContain('model: "gpt-4.1"');
    const gone = modelOverview(world, "acme/brick", { ...asked, asOf: "2020-01-01" });
    expect(gone.notWritten.map(({ for: kind }) => kind)).toEqual(["openai", "vercel"]);
  });

  test("can be told of every model of the catalog, each source it cites listed", () => {
    const everyTenth = catalog.models.filter((_, index) => index % 10 === 0);
    for (const { id } of everyTenth) {
      const told = modelOverview(catalog, id, asked);
      const listed = new Set(told.sources.map((source) => source.id));
      const { sources: _, ...rest } = told;
      const cited = [...JSON.stringify(rest).matchAll(/"(s\d+)"/g)].map(([, each = ""]) => each);
      expect(cited.filter((each) => !listed.has(each))).toEqual([]);
      const document = modelDocument(told, { brief: false, withSources: false });
      expect(document.blocks.length).toBeGreaterThan(3);
    }
  });
});

describe("the page of a model", () => {
  test("lets a reader open each value of the facts", () => {
    const { blocks } = modelDocument(overview, { brief: true, withSources: false });
    const table = blocks.find((block) => block.kind === "table");
    const row = table?.rows.find(([label]) => JSON.stringify(label).includes("Context window"));
    expect(row?.[1]).toEqual([
      { text: "200,000 tokens" },
      {
        text: "",
        tone: "dim",
        mark: {
          sources: [expect.stringMatching(/^s\d+$/)],
          lines: [
            "Context window: 200,000 tokens.",
            "Overruled: 128,000 tokens (Listing, 2026-11-01).",
            "It stands because: Acme is the nearest source (first party).",
          ],
        },
      },
    ]);
  });
});
