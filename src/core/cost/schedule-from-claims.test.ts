import { describe, expect, test } from "vitest";
import { sourceOf } from "../../../test/builders/source-of.ts";
import type { Conditions } from "../catalog/conditions.ts";
import type { PriceProperty } from "../catalog/property.ts";
import type { Claim } from "../evidence/claim.ts";
import type { Source } from "../evidence/source.ts";
import type { PriceSchedule } from "./price-row.ts";
import { scheduleFromClaims } from "./schedule-from-claims.ts";

const seller = sourceOf({ name: "Seller" });
const collector = sourceOf({
  name: "Collector",
  kind: "aggregator",
  confidence: "medium",
  observedOn: "2026-11-10",
});
const contract = sourceOf({ name: "contract 2026-14", kind: "own-facts" });
const day = "2026-11-20";

function price(
  source: Source,
  meter: string,
  value: string,
  more: {
    readonly conditions?: Conditions;
    readonly effectiveFrom?: string;
    readonly effectiveTo?: string;
  } = {},
): Claim {
  const property: PriceProperty = meters[meter] ?? "price.input";
  return { subject: "route:seller/model", property, value, source, ...more };
}

const meters: Readonly<Record<string, PriceProperty>> = {
  input: "price.input",
  output: "price.output",
  cache: "price.cache_read",
};

/** `input 2.5`, `input 5 >272000`, sorted. */
function rows(schedule: PriceSchedule): readonly string[] {
  return schedule
    .map(({ meter, amount, conditions = {}, disputedWith }) =>
      [
        meter.slice("price.".length),
        amount,
        conditions.minPromptTokensExclusive && `>${conditions.minPromptTokensExclusive}`,
        conditions.maxPromptTokensInclusive && `<=${conditions.maxPromptTokensInclusive}`,
        conditions.serviceTier,
        conditions.utcWindow?.join("-"),
        disputedWith && `or ${disputedWith.join(", ")}`,
      ]
        .filter((word) => typeof word === "string")
        .join(" "),
    )
    .sort();
}

describe("prices in force", () => {
  const dated = [
    price(seller, "input", "0.435", { effectiveTo: "2026-08-17" }),
    price(seller, "output", "0.87", { effectiveTo: "2026-08-17" }),
    price(seller, "input", "0.66", { effectiveFrom: "2026-08-17" }),
    price(seller, "output", "1.98", { effectiveFrom: "2026-08-17" }),
  ];
  test.each([
    ["2026-08-16", ["input 0.435", "output 0.87"]],
    ["2026-08-17", ["input 0.66", "output 1.98"]],
    ["2026-04-01", []],
  ])("on %s are %j", (asOf, expected) => {
    expect(rows(scheduleFromClaims(dated, asOf, "2026-04-02"))).toEqual(expected);
  });

  test("are the newest start where two are open", () => {
    const claims = [
      price(seller, "input", "1"),
      price(seller, "output", "6"),
      price(seller, "input", "0.2", { effectiveFrom: "2026-07-30" }),
      price(seller, "output", "1.2", { effectiveFrom: "2026-07-30" }),
    ];
    expect(rows(scheduleFromClaims(claims, day))).toEqual(["input 0.2", "output 1.2"]);
  });
});

describe("sources", () => {
  test("are not mixed: the nearest list holds for input and output", () => {
    const claims = [
      price(seller, "input", "2"),
      price(seller, "output", "8"),
      price(collector, "input", "1"),
      price(collector, "output", "9"),
    ];
    const schedule = scheduleFromClaims(claims, day);
    expect(rows(schedule)).toEqual(["input 2", "output 8"]);
    expect(schedule[0]?.sources).toEqual([seller]);
  });

  test("that agree all stand behind the price", () => {
    const claims = [
      price(seller, "input", "2"),
      price(seller, "output", "8"),
      price(collector, "input", "2.00"),
      price(collector, "output", "8"),
    ];
    expect(scheduleFromClaims(claims, day)[0]?.sources).toEqual([seller, collector]);
  });

  test("a contract for input replaces the input price alone", () => {
    const claims = [
      price(seller, "input", "2"),
      price(seller, "output", "8"),
      price(contract, "input", "1.6"),
    ];
    expect(rows(scheduleFromClaims(claims, day))).toEqual(["input 1.6", "output 8"]);
  });

  test("of the same rank and day with different prices are disputed without a majority", () => {
    const [a, b, c] = ["A", "B", "C"].map((name) => sourceOf({ name, observedOn: "2026-11-01" }));
    if (a === undefined || b === undefined || c === undefined) throw new Error("three sources");
    const list = (source: Source, input: string) => [
      price(source, "input", input),
      price(source, "output", "8"),
    ];
    expect(rows(scheduleFromClaims([...list(a, "2"), ...list(b, "3")], day))).toEqual([
      "input 2 or 3",
      "output 8",
    ]);
    const three = [...list(a, "2"), ...list(b, "3"), ...list(c, "3")];
    expect(rows(scheduleFromClaims(three, day))).toEqual(["input 3", "output 8"]);
  });

  test("that state no number are left out", () => {
    const claims = [price(seller, "input", "on request"), price(collector, "input", "1")];
    expect(rows(scheduleFromClaims(claims, day))).toEqual(["input 1"]);
  });
});

describe("a context tier", () => {
  const base = [price(seller, "input", "2.5"), price(seller, "output", "15")];
  const tiered = (limit: number) => [
    price(collector, "input", "2.5", { conditions: { maxPromptTokensInclusive: limit } }),
    price(collector, "input", "5", { conditions: { minPromptTokensExclusive: limit } }),
    price(collector, "output", "15", { conditions: { maxPromptTokensInclusive: limit } }),
    price(collector, "output", "22.5", { conditions: { minPromptTokensExclusive: limit } }),
  ];
  const withTier = ["input 2.5", "input 5 >272000", "output 15", "output 22.5 >272000"];

  test("is not lost because the nearest source is silent on it", () => {
    expect(rows(scheduleFromClaims([...base, ...tiered(272_000)], day))).toEqual(withTier);
  });

  test("begins where the nearest source's price ends", () => {
    const ending = base.map((claim) => ({
      ...claim,
      conditions: { maxPromptTokensInclusive: 272_000 },
    }));
    expect(rows(scheduleFromClaims([...ending, ...tiered(271_999)], day))).toEqual(withTier);
    expect(rows(scheduleFromClaims(ending, day))).toEqual([
      "input 2.5 <=272000",
      "output 15 <=272000",
    ]);
  });

  test("comes from one source, not from two that count its limit differently", () => {
    const other = tiered(271_999).map((claim) => ({
      ...claim,
      source: { ...collector, name: "Other collector", lineage: "Other", observedOn: "2026-10-01" },
    }));
    const schedule = scheduleFromClaims([...base, ...tiered(272_000), ...other], day);
    expect(rows(schedule)).toEqual(withTier);
    const tier = schedule.find(({ amount }) => amount === "5");
    expect(tier?.sources.map(({ name }) => name)).toEqual(["Collector", "Other collector"]);
  });

  test("that would be cheaper than the base is not believed", () => {
    const cheap = price(collector, "input", "1", {
      conditions: { minPromptTokensExclusive: 100_000 },
    });
    expect(rows(scheduleFromClaims([...base, cheap], day))).toEqual(["input 2.5", "output 15"]);
  });
});

describe("what the nearest source is silent on", () => {
  const base = [price(seller, "input", "1"), price(seller, "output", "4")];

  test.each`
    meter       | value    | conditions                         | taken    | because
    ${"cache"}  | ${"0.1"} | ${{}}                              | ${true}  | ${"a cached token costs less"}
    ${"cache"}  | ${"2"}   | ${{}}                              | ${false} | ${"a cached token never costs more than a fresh one"}
    ${"input"}  | ${"0.5"} | ${{ serviceTier: "batch" }}        | ${true}  | ${"a batch is cheaper"}
    ${"input"}  | ${"2"}   | ${{ serviceTier: "batch" }}        | ${false} | ${"a batch is never dearer"}
    ${"output"} | ${"8"}   | ${{ utcWindow: ["0100", "0400"] }} | ${false} | ${"hours belong to the base they were stated with"}
  `("is taken from another ($taken): $because", ({ meter, value, conditions, taken }) => {
    const claim = price(collector, meter, value, { conditions });
    expect(scheduleFromClaims([...base, claim], day)).toHaveLength(taken ? 3 : 2);
  });
});
