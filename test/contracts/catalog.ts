import { describe, expect, test } from "vitest";
import type { Catalog } from "../../src/core/catalog/catalog.ts";
import type { CatalogContent } from "../../src/core/catalog/catalog-from.ts";
import type { Claim } from "../../src/core/evidence/claim.ts";
import type { Source } from "../../src/core/evidence/source.ts";

/** What every catalog owes its readers, however it is kept. */
export function catalogContract(
  kept: string,
  open: (content: CatalogContent) => Promise<Catalog>,
): void {
  describe(`a catalog kept ${kept}`, () => {
    test("lists its entries sorted by id", async () => {
      const catalog = await open(content);
      expect(catalog.models.map(({ id }) => id)).toEqual(["acme/brick-1", "bolt/ünal-2"]);
      expect(catalog.routes.map(({ id }) => id)).toEqual(["acme/Brick-1", "acme/brick-1-fast"]);
      expect(catalog.models[0]).toEqual(brick);
      expect(catalog.models[1]).toEqual(unal);
      expect(catalog.providers).toEqual(content.providers);
      expect(catalog.compiledOn).toBe("2026-11-01");
    });

    test("hands back claims as they were made, with their conditions, days and notes", async () => {
      const catalog = await open(content);
      expect(catalog.claimsAbout("route:acme/Brick-1")).toEqual([price]);
      expect(catalog.claimsAbout("model:bolt/ünal-2")).toEqual([licence]);
    });

    test("keeps what was held back away from the claims", async () => {
      const catalog = await open(content);
      expect(catalog.claimsAbout("route:acme/brick-1-fast")).toEqual([]);
      expect(catalog.quarantinedAbout("route:acme/brick-1-fast")).toEqual(content.quarantined);
    });

    test("hands back the scores of a model", async () => {
      expect((await open(content)).scoresOf("acme/brick-1")).toEqual(content.scores);
    });

    test("knows the other names of a model", async () => {
      const { aliases } = await open(content);
      expect(aliases.get("brick one")).toBe("acme/brick-1");
      expect(aliases.size).toBe(content.aliases.size);
    });

    test("is quiet about what it does not hold", async () => {
      const catalog = await open(content);
      expect(catalog.claimsAbout("model:nobody/nothing")).toEqual([]);
      expect(catalog.quarantinedAbout("route:nobody/nothing")).toEqual([]);
      expect(catalog.scoresOf("nobody/nothing")).toEqual([]);
    });

    test("answers the same when asked twice", async () => {
      const catalog = await open(content);
      expect(catalog.claimsAbout("route:acme/Brick-1")).toEqual(
        catalog.claimsAbout("route:acme/Brick-1"),
      );
    });
  });
}

const source: Source = {
  name: "Acme",
  ref: "https://acme.example/prices",
  kind: "first-party",
  observedOn: "2026-11-01",
  confidence: "high",
  lineage: "Acme",
};

const brick = {
  id: "acme/brick-1",
  name: "Brick 1",
  maker: "acme",
  makerName: "Acme",
  family: "Brick",
  isAuthored: true,
};
const unal = {
  id: "bolt/ünal-2",
  name: "Ünal 2",
  maker: "bolt",
  makerName: "Bolt & Söhne",
  isAuthored: false,
};

const price: Claim = {
  subject: "route:acme/Brick-1",
  property: "price.input",
  value: "0.435",
  conditions: { minPromptTokensExclusive: 200_000, utcWindow: ["0100", "0400"] },
  source,
  effectiveFrom: "2026-08-17",
  effectiveTo: "2027-01-01",
  note: "„Nachttarif“",
};
const licence: Claim = {
  subject: "model:bolt/ünal-2",
  property: "model.license",
  value: "Apache-2.0",
  source,
};
const tooDear: Claim = {
  subject: "route:acme/brick-1-fast",
  property: "price.input",
  value: "3200",
  source,
};

export const content: CatalogContent = {
  models: [unal, brick],
  providers: [{ id: "acme", name: "Acme", kind: "first-party", apiShapes: ["native"] }],
  routes: [
    {
      id: "acme/brick-1-fast",
      provider: "acme",
      providerModelId: "brick-1-fast",
      model: "acme/brick-1",
    },
    { id: "acme/Brick-1", provider: "acme", providerModelId: "Brick-1", model: "acme/brick-1" },
  ],
  benchmarks: [],
  claims: [price, licence],
  scores: [
    {
      model: "acme/brick-1",
      benchmark: "laying",
      score: 61.5,
      items: 200,
      reporter: "Acme",
      source,
    },
  ],
  quarantined: [{ claim: tooDear, rule: "price-beyond-reason", because: "too dear" }],
  aliases: new Map([
    ["brick one", "acme/brick-1"],
    ["ünal", "bolt/ünal-2"],
  ]),
  compiledOn: "2026-11-01",
};
