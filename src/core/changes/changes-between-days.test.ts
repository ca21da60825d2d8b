import { describe, expect, test } from "vitest";
import { scoreOf } from "../../../test/builders/score-of.ts";
import {
  brick,
  brickRoute,
  claimOf,
  type GivenWorld,
  worldOf,
} from "../../../test/builders/world-of.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { changesBetween } from "./changes-between.ts";

const day = "2026-11-20";
const prices = [claimOf(brickRoute, "price.input", "2"), claimOf(brickRoute, "price.output", "8")];
const score = scoreOf({ model: "acme/brick", benchmark: "laying", score: 61.5 });

describe("between two days of one catalog", () => {
  const catalog = worldOf({
    claims: [
      claimOf(brick, "model.release_date", "2026-03-01"),
      claimOf(brick, "limit.context", 8_000),
      claimOf(brickRoute, "price.input", "3", { effectiveTo: "2026-06-01" }),
      claimOf(brickRoute, "price.input", "2", { effectiveFrom: "2026-06-01" }),
      claimOf(brickRoute, "price.output", "8"),
      claimOf(brick, "model.deprecated_on", "2026-08-01"),
      claimOf(brick, "model.retires_on", "2026-10-01"),
    ],
    scores: [score],
  });

  test.each([
    { from: "2026-03-01", to: "2026-05-31", texts: [], because: "known since its release" },
    {
      from: "2026-02-28",
      to: "2026-07-01",
      texts: ["2026-03-01: brick is new: released on 2026-03-01."],
      because: "released in between, all else comes with it",
    },
    {
      from: "2026-05-31",
      to: "2026-06-01",
      texts: [
        "2026-06-01: acme/brick, input price: $2.00 a million tokens instead of $3.00, 33.3 % less.",
      ],
      because: "the first day of the new price",
    },
    {
      from: "2026-07-01",
      to: "2026-09-01",
      texts: ["2026-08-01: brick is deprecated: it retires on 2026-10-01."],
      because: "announced in between",
    },
    {
      from: "2026-09-01",
      to: "2026-11-20",
      texts: ["2026-10-01: brick retired on 2026-10-01."],
      because: "ended in between",
    },
    { from: "2026-10-01", to: "2026-11-20", texts: [], because: "over before" },
  ])("$from to $to: $because", ({ from, to, texts }) => {
    const found = changesBetween({ catalog, day: from }, { catalog, day: to });
    expect(found.map(({ on, text }) => `${on.day}: ${text}`)).toEqual(texts);
    expect(found.every(({ on }) => on.is === "effective")).toBe(true);
  });
});

describe("a scope", () => {
  const sides = (after: GivenWorld): readonly [Catalog, Catalog] => [
    worldOf({ claims: prices }),
    worldOf(after),
  ];
  const [before, after] = sides({
    claims: [
      claimOf(brickRoute, "price.input", "3"),
      claimOf(brickRoute, "price.output", "9"),
      claimOf(brick, "cap.vision", true),
      claimOf(brick, "model.retires_on", "2027-01-01"),
    ],
  });
  const [from, to] = [before, after].map((catalog) => ({ catalog, day }));

  test.each([
    { scope: { models: new Set(["acme/tile"]) }, properties: [] },
    { scope: { kinds: new Set(["capability"] as const) }, properties: ["cap.vision"] },
    {
      scope: { properties: new Set(["price.output"]) },
      properties: ["model.status", "price.output"],
    },
  ])("$scope lets through $properties", ({ scope, properties }) => {
    if (from === undefined || to === undefined) throw new Error("two sides were given");
    expect(changesBetween(from, to, scope).map(({ property }) => property)).toEqual(properties);
  });
});
