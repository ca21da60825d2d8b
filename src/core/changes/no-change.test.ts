import { describe, expect, test } from "vitest";
import { changeTexts } from "../../../test/builders/change-texts.ts";
import { scoreOf } from "../../../test/builders/score-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import { brick, brickRoute, claimOf, type GivenWorld } from "../../../test/builders/world-of.ts";

const prices = [claimOf(brickRoute, "price.input", "2"), claimOf(brickRoute, "price.output", "8")];
const cacheRead = claimOf(brickRoute, "price.cache_read", "0.5");
const readLater = sourceOf({ name: "Acme", observedOn: "2026-11-19" });
const score = scoreOf({ model: "acme/brick", benchmark: "laying", score: 61.5 });

describe("between two catalogs", () => {
  test.each<{
    readonly because: string;
    readonly before: GivenWorld;
    readonly after: GivenWorld;
  }>([
    {
      because: "the files came in another order",
      before: { claims: [...prices, cacheRead], scores: [score] },
      after: { claims: [cacheRead, ...[...prices].reverse()], scores: [score] },
    },
    {
      because: "a source was read again and says the same",
      before: { claims: prices, scores: [score] },
      after: {
        claims: prices.map((each) => ({ ...each, source: readLater })),
        scores: [{ ...score, source: readLater }],
      },
    },
    {
      because: "another source states the same value",
      before: { claims: [claimOf(brick, "limit.context", 8_000)] },
      after: {
        claims: [claimOf(brick, "limit.context", 8_000, { source: sourceOf({ name: "Other" }) })],
      },
    },
    {
      because: "a price is written with another number of digits",
      before: { claims: prices },
      after: { claims: [claimOf(brickRoute, "price.input", "2.00"), ...prices.slice(1)] },
    },
    {
      because: "an endless decimal is cut at another digit",
      before: { claims: [claimOf(brickRoute, "price.input", "0.0833333333333")] },
      after: { claims: [claimOf(brickRoute, "price.input", "0.083333")] },
    },
    {
      because: "a reporter describes the same result in other words",
      before: { scores: [{ ...score, setting: "thinking" }] },
      after: { scores: [{ ...score, setting: "with thinking" }] },
    },
    {
      because: "a route says itself what its model said for it",
      before: { claims: [claimOf(brick, "cap.tools", true)] },
      after: {
        claims: [claimOf(brick, "cap.tools", true), claimOf(brickRoute, "cap.tools", true)],
      },
    },
    {
      because: "a loser of a conflict says something else",
      before: {
        claims: [
          claimOf(brick, "limit.context", 8_000),
          claimOf(brick, "limit.context", 4_000, { source: collector("2026-11-01") }),
        ],
      },
      after: {
        claims: [
          claimOf(brick, "limit.context", 8_000),
          claimOf(brick, "limit.context", 6_000, { source: collector("2026-11-05") }),
        ],
      },
    },
  ])("nothing changed: $because", ({ before, after }) => {
    expect(changeTexts(before, after)).toEqual([]);
  });
});

function collector(observedOn: string) {
  return sourceOf({ name: "OpenRouter", kind: "aggregator", observedOn });
}
