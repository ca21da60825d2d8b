import { describe, expect, test } from "vitest";
import { folderWith, soundFiles } from "../../../test/builders/authored-folder.ts";
import { checkAuthored, readAuthored } from "./read-authored.ts";

async function authored() {
  const outcome = await readAuthored(await folderWith(soundFiles));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

describe("the hand-kept catalog", () => {
  test("gives a model its id from its path and its maker's name from the list of makers", async () => {
    expect((await authored()).models).toEqual([
      {
        id: "acme/small-4b",
        name: "Small 4B",
        maker: "acme",
        makerName: "Acme Inc.",
        family: "Small",
        isAuthored: true,
        aliases: ["Acme/Small-4B"],
      },
    ]);
  });

  test("turns each line into claims that know their source and its day", async () => {
    const { claims } = await authored();
    expect(claims[0]).toEqual({
      subject: "model:acme/small-4b",
      property: "limit.context",
      value: 262144,
      source: {
        name: "Acme",
        ref: "https://acme.example/small",
        kind: "first-party",
        observedOn: "2026-03-02",
        confidence: "high",
        lineage: "Acme",
      },
    });
    expect(claims[1]).toMatchObject({
      note: "as counted",
      source: { confidence: "low", lineage: "models.dev" },
    });
  });

  test("makes one claim of each price of a line, under the line's conditions and days", async () => {
    const { claims, routes } = await authored();
    const prices = claims.filter(
      ({ subject, property }) => subject === "route:acme/small-4b" && property.startsWith("price."),
    );
    expect(
      prices.map(({ property, value, conditions }) => ({ property, value, conditions })),
    ).toEqual([
      { property: "price.input", value: "0.1", conditions: { maxPromptTokensInclusive: 272000 } },
      { property: "price.output", value: "0.4", conditions: { maxPromptTokensInclusive: 272000 } },
      {
        property: "price.cache_read",
        value: "0.01",
        conditions: { maxPromptTokensInclusive: 272000 },
      },
      { property: "price.input", value: "0.05", conditions: { serviceTier: "batch" } },
      {
        property: "price.cache_write",
        value: "0.2",
        conditions: { serviceTier: "batch", cacheTtl: "1h" },
      },
    ]);
    expect(prices[3]).toMatchObject({
      effectiveFrom: "2026-08-01",
      effectiveTo: "2027-01-01",
      note: "promotion",
      source: { ref: "https://acme.example/small-4b", confidence: "low" },
    });
    expect(routes).toEqual([
      {
        id: "acme/small-4b",
        provider: "acme",
        providerModelId: "small-4b",
        model: "acme/small-4b",
      },
    ]);
  });

  test("ends a route on its day, whatever becomes of the model", async () => {
    const { claims } = await authored();
    expect(claims.filter(({ property }) => property === "route.retires_on")).toMatchObject([
      {
        subject: "route:acme/small-4b",
        value: "2027-03-01",
        note: "as announced",
        source: { name: "Acme", observedOn: "2026-07-15" },
      },
    ]);
  });

  test("keeps scores, benchmarks and what other catalogs call a provider", async () => {
    const { scores, benchmarks, providers } = await authored();
    expect(scores[0]).toMatchObject({
      model: "acme/small-4b",
      benchmark: "quiz",
      variant: "hard",
      score: 79.1,
      reporter: "Acme",
    });
    expect(benchmarks[0]?.variants).toEqual([{ label: "hard", items: 30 }, { label: "live" }]);
    expect(providers[0]?.terms).toMatchObject([
      {
        property: "route.retention_days",
        value: 30,
        except: ["old/*"],
        note: "for abuse",
        source: { name: "Acme", observedOn: "2026-07-15" },
      },
    ]);
    expect(providers[0]?.knownAs).toEqual({ "genai-prices": ["acme-ai"] });
  });
});

describe("the catalog this repository ships", () => {
  test("can be read, and holds what people compare", async () => {
    expect(await checkAuthored("data")).toEqual([]);
    const outcome = await readAuthored("data");
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    const { models, claims, scores, benchmarks } = outcome.value;
    expect(models.length).toBeGreaterThanOrEqual(121);
    expect(scores.length).toBeGreaterThanOrEqual(2315);
    expect(benchmarks.length).toBeGreaterThanOrEqual(59);
    const listPrice = claims.filter(
      ({ subject, conditions }) => subject === "route:openai/gpt-4-turbo" && !conditions,
    );
    expect(listPrice.map(({ value }) => value)).toEqual(["10", "30"]);
  });
});
