import { expect, test } from "vitest";
import { scheduleOf } from "./list-price.ts";
import { costOfPeriods } from "./monthly-cost.ts";
import { monthDays, periodsOf } from "./price-periods.ts";

const before = scheduleOf({ inputUsdPerMtok: "1", outputUsdPerMtok: "1", minimumUsd: "10" });
const after = scheduleOf({ inputUsdPerMtok: "3", outputUsdPerMtok: "1", minimumUsd: "10" });
const scheduleOn = (day: string) => (day < "2026-11-11" ? before : after);
const traffic = { inputTokens: 30_000_000, outputTokens: 0 };

test("a month in which a price triples on the 11th has ten days at the old and twenty at the new", () => {
  const cost = costOfPeriods(periodsOf("2026-11", ["2026-11-11"], scheduleOn), traffic);
  expect(cost).toMatchObject({
    monthlyUsd: 70,
    items: [
      { what: "input, before 2026-11-11", tokens: 10_000_000, usd: 10 },
      { what: "input, from 2026-11-11", tokens: 20_000_000, usd: 60 },
    ],
  });
});

test("a month without a change has one price and no label", () => {
  expect(costOfPeriods(periodsOf("2026-12", [], scheduleOn), traffic)).toMatchObject({
    monthlyUsd: 90,
    items: [{ what: "input", usd: 90 }],
  });
});

test("a day on which only the source changes cuts nothing", () => {
  const periods = periodsOf("2026-12", ["2026-12-05"], scheduleOn);
  expect(periods).toHaveLength(1);
});

test("months have their own lengths", () => {
  expect(monthDays("2026-12")).toEqual({ from: "2026-12-01", to: "2027-01-01" });
  expect(monthDays("2028-02")).toEqual({ from: "2028-02-01", to: "2028-03-01" });
});
