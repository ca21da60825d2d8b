import { describe, expect, test } from "vitest";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import type { PriceProperty } from "../catalog/property.ts";
import { candidatesOf } from "./candidates.ts";
import { costOverTraffic } from "./cost-over-traffic.ts";

const traffic = { inputTokens: 1_000_000, outputTokens: 1_000_000 };

function overTraffic(...prices: readonly Partial<Record<PriceProperty, string>>[]) {
  const dossiers = prices.map((own, index) =>
    dossierOf({
      id: `acme/m${index}`,
      routes: [
        {
          id: `acme/m${index}`,
          schedule: Object.entries({ "price.input": "1", "price.output": "1", ...own }).map(
            ([meter, amount]) => ({
              meter: meterOf(meter),
              amount,
              sources: [sourceOf()],
            }),
          ),
        },
      ],
    }),
  );
  return costOverTraffic({
    candidates: candidatesOf(dossiers, { traffic, constraints: [] }),
    traffic,
  });
}

const meters: readonly PriceProperty[] = [
  "price.input",
  "price.output",
  "price.standing_fee",
  "price.free_credit",
  "price.minimum",
];

function meterOf(name: string): PriceProperty {
  return meters.find((meter) => meter === name) ?? "price.input";
}

const half = { "price.input": "0.5", "price.output": "0.5" } as const;

describe("the cost over traffic", () => {
  test("is not told where prices by the token alone are paid: each bill grows in step", () => {
    expect(overTraffic({}, half)).toBeNull();
  });

  test("says from where on a standing fee pays", () => {
    const found = overTraffic({}, { ...half, "price.standing_fee": "10" });
    // 2 k = 10 + k at ten times the traffic
    expect(found?.breakEvens).toHaveLength(1);
    expect(found?.breakEvens[0]?.times).toBeCloseTo(10, 4);
    expect(found?.breakEvens[0]?.monthlyUsd).toBeCloseTo(20, 3);
    expect(found?.breakEvens[0]?.models).toEqual(["acme/m0", "acme/m1"]);
  });

  test.each([
    { meter: "price.standing_fee", amount: "10", at: 1, usd: 12, because: "a fee is added" },
    { meter: "price.free_credit", amount: "1.5", at: 1, usd: 0.5, because: "credit is taken off" },
    { meter: "price.minimum", amount: "5", at: 1, usd: 5, because: "the minimum is paid at least" },
    { meter: "price.minimum", amount: "5", at: 100, usd: 200, because: "and no more than is used" },
  ] as const)("$because", ({ meter, amount, at, usd }) => {
    const found = overTraffic({}, { [meter]: amount });
    const point = found?.points.find(({ times }) => times === at);
    expect(point?.bills[0]?.monthlyUsd).toBe(2 * at);
    expect(point?.bills[1]?.monthlyUsd).toBe(usd);
  });

  test("has the range of each bill", () => {
    const [point] = overTraffic({}, { "price.standing_fee": "10" })?.points ?? [];
    for (const bill of point?.bills ?? []) {
      expect(bill?.lowUsd).toBeLessThanOrEqual(bill?.monthlyUsd ?? 0);
      expect(bill?.highUsd).toBeGreaterThanOrEqual(bill?.monthlyUsd ?? 0);
    }
  });
});
