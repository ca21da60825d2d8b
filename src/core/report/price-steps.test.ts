import { describe, expect, test } from "vitest";
import { type PricedPeriods, priceSteps } from "./price-steps.ts";

const asOf = "2026-11-21";
const period = (from: string | null, input: string | null, output: string | null) => ({
  from,
  inputUsdPerMtok: input,
  outputUsdPerMtok: output,
});

function stepsOf(...periods: PricedPeriods["periods"]) {
  return priceSteps({ providerName: "Acme", periods }, { name: "Brick", asOf });
}

describe("the prices of a route as steps", () => {
  test("hold from their day to the next one's, the last to the day asked", () => {
    const chart = stepsOf(period("2026-01-01", "2", "8"), period("2026-06-01", "1", "4"));
    expect(chart).toMatchObject({ from: "2026-01-01", to: asOf });
    expect(chart?.lines).toEqual([
      {
        label: "output",
        steps: [
          { day: "2026-01-01", value: 8, text: "$8.00" },
          { day: "2026-06-01", value: 4, text: "$4.00" },
        ],
      },
      {
        label: "input",
        steps: [
          { day: "2026-01-01", value: 2, text: "$2.00" },
          { day: "2026-06-01", value: 1, text: "$1.00" },
        ],
      },
    ]);
  });

  test("are titled by what they were and became", () => {
    const chart = stepsOf(period("2026-01-01", "2", "8"), period("2026-06-01", "1", "8"));
    expect(chart?.title).toBe(
      "Brick at Acme, a million tokens: output $8.00; input $2.00, then $1.00",
    );
  });

  test.each([
    {
      because: "a price without a start is drawn from a month before the first change",
      periods: [period(null, "2", "8"), period("2026-06-01", "1", "4")],
      ends: { from: "2026-05-02", to: asOf },
    },
    {
      because: "an announced change is drawn with a month behind it",
      periods: [period("2026-01-01", "2", "8"), period("2027-01-01", "1", "4")],
      ends: { from: "2026-01-01", to: "2027-01-31", mark: { day: asOf, label: asOf } },
    },
  ])("$because", ({ periods, ends }) => {
    expect(stepsOf(...periods)).toMatchObject(ends);
  });

  test.each([
    { because: "one price is no history", periods: [period("2026-01-01", "2", "8")] },
    { because: "no day, no steps", periods: [period(null, "2", "8"), period(null, "1", "4")] },
    {
      because: "unknown prices are not drawn as nothing",
      periods: [period("2026-01-01", null, null), period("2026-06-01", null, null)],
    },
  ])("are left out: $because", ({ periods }) => {
    expect(stepsOf(...periods)).toBeUndefined();
  });
});
