import { describe, expect, test } from "vitest";
import { sourceOf } from "../../../test/builders/source-of.ts";
import { brick, brickRoute, claimOf, worldOf } from "../../../test/builders/world-of.ts";
import { evidenceDocument } from "../report/evidence-document.ts";
import { documentToText } from "../report/text.ts";
import { ownEvidence } from "./own-evidence.ts";

const contract = sourceOf({ name: "contract 2026-14", kind: "own-facts" });
const listing = sourceOf({ name: "Listing", kind: "aggregator" });
const day = "2026-11-20";

const world = worldOf({
  claims: [
    claimOf(brickRoute, "price.input", "0.04", { source: contract }),
    claimOf(brickRoute, "price.input", "0.05", { source: listing }),
    claimOf(brickRoute, "price.output", "0.2", { source: contract, effectiveTo: "2026-01-01" }),
    claimOf(brick, "cap.tools", true, { source: contract }),
    claimOf(brick, "cap.tools", true, { source: listing }),
    claimOf(brick, "limit.context", 8_000, { source: listing }),
  ],
});

describe("a team's own evidence", () => {
  test("is each fact it wrote down, with what it takes the place of", () => {
    const { facts, overruled } = ownEvidence(world, day);
    expect(facts).toMatchObject([
      { subject: brick, property: "cap.tools", standing: "holds", instead: [], agreeing: ["s2"] },
      {
        subject: brickRoute,
        model: "acme/brick",
        property: "price.input",
        text: "$0.04 a million tokens",
        standing: "holds",
        instead: [{ text: "$0.05 a million tokens", sources: ["s2"] }],
      },
      { property: "price.output", standing: "not-in-force", effectiveTo: "2026-01-01" },
    ]);
    expect(overruled).toBe(1);
  });

  test("is nothing where no facts are laid over the catalog, and says how to begin", () => {
    const nothing = ownEvidence(worldOf(), day);
    expect(nothing.facts).toEqual([]);
    const text = documentToText(evidenceDocument(nothing, { brief: false, withSources: false }), {
      width: 80,
    });
    expect(text).toContain("steelyard.facts.yaml");
  });
});
