import { describe, expect, test } from "vitest";
import { parseBusyHours } from "./busy-hours.ts";
import { monthlyCost } from "./monthly-cost.ts";
import type { PriceSchedule } from "./price-row.ts";
import type { BusyHours, TrafficProfile } from "./traffic.ts";

const week = ["mon", "tue", "wed", "thu", "fri"];

test.each`
  text                                   | windows
  ${"mon-fri 0800-1800 90%"}             | ${[{ days: week, from: "0800", to: "1800", share: 0.9 }]}
  ${"8:00-18:00"}                        | ${[{ from: "0800", to: "1800", share: 1 }]}
  ${"1-4"}                               | ${[{ from: "0100", to: "0400", share: 1 }]}
  ${"22-24"}                             | ${[{ from: "2200", to: "2400", share: 1 }]}
  ${"800-930"}                           | ${[{ from: "0800", to: "0930", share: 1 }]}
  ${"sat/sun 2200-0600 20% + 0-1200 5%"} | ${[{ days: ["sat", "sun"], from: "2200", to: "0600", share: 0.2 }, { from: "0000", to: "1200", share: 0.05 }]}
`("$text is read", ({ text, windows }) => {
  expect(parseBusyHours(text)).toEqual(windows);
});

test.each([
  "",
  "always",
  "mon-fri",
  "0800-0800",
  "2500-2600",
  "1-25",
  "1:5-4",
  "mon-fry 0800-1800",
  "0800-1800 120%",
  "0800-1000 60% + 1000-1200 60%",
])("%j is refused", (text) => {
  expect(parseBusyHours(text)).toBeUndefined();
});

test("a list of windows is read as text is, and strange fields are refused", () => {
  const window = { days: ["mon"], from: "0100", to: "0400", share: "50%" };
  expect(parseBusyHours([window])).toEqual([{ ...window, share: 0.5 }]);
  expect(parseBusyHours([{ ...window, zone: "CET" }])).toBeUndefined();
});

describe("a price that doubles on working days from 01:00 to 04:00 UTC", () => {
  const peak = { utcWindow: ["0100", "0400"], utcDays: week } as const;
  const schedule: PriceSchedule = [
    { meter: "price.input", amount: "1", sources: [] },
    { meter: "price.input", amount: "2", conditions: peak, sources: [] },
    { meter: "price.output", amount: "0", sources: [] },
  ];
  const bill = (hours?: readonly BusyHours[]) => {
    const traffic: TrafficProfile = { inputTokens: 168_000_000, outputTokens: 0 };
    const cost = monthlyCost(schedule, hours === undefined ? traffic : { ...traffic, hours });
    if (!cost.known) throw new Error(cost.because);
    return cost;
  };

  test("takes 15 of the 168 hours of an even week", () => {
    expect(bill().monthlyUsd).toBeCloseTo(168 + 15, 9);
    expect(bill().notes[0]).toContain("spread evenly over the week is assumed");
  });

  test("takes all of what comes then, and nothing of what comes at other hours", () => {
    expect(bill(parseBusyHours("mon-fri 0100-0400")).monthlyUsd).toBeCloseTo(336, 9);
    expect(bill(parseBusyHours("sat-sun 0100-0400")).monthlyUsd).toBeCloseTo(168, 9);
    expect(bill(parseBusyHours("mon-fri 0000-0400")).monthlyUsd).toBeCloseTo(168 * 1.75, 9);
  });

  test("takes its part of the rest, which is spread over the week", () => {
    const cost = bill(parseBusyHours("mon-fri 0100-0400 50%"));
    expect(cost.monthlyUsd).toBeCloseTo(168 + 84 + 7.5, 6);
    expect(cost.notes[0]).toContain("by the hours you state");
  });
});
