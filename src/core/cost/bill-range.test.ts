import { expect, test } from "vitest";
import { billRange } from "./bill-range.ts";
import { monthlyCost } from "./monthly-cost.ts";
import type { PriceSchedule } from "./price-row.ts";

/** $25 in and $75 out; the output may be 2.65 times as much: $198.75. */
const traffic = { inputTokens: 10_000_000, outputTokens: 5_000_000 };
const prices: PriceSchedule = [
  { meter: "price.input", amount: "2.5", sources: [] },
  { meter: "price.output", amount: "15", sources: [] },
];
const wordy = { tokenizerDiffers: false, reasoningUncounted: true };

function highOf(terms: PriceSchedule, doubts = wordy): number {
  const cost = monthlyCost([...prices, ...terms], traffic);
  if (!cost.known) throw new Error(cost.because);
  return billRange(cost, doubts).highUsd;
}

test.each`
  meter                   | amount    | high      | because
  ${"price.minimum"}      | ${"1000"} | ${1000}   | ${"the minimum is paid at either end"}
  ${"price.minimum"}      | ${"200"}  | ${223.75} | ${"more use outgrows the minimum"}
  ${"price.free_credit"}  | ${"200"}  | ${23.75}  | ${"the credit is free of more use too"}
  ${"price.free_credit"}  | ${"300"}  | ${0}      | ${"the credit takes in all"}
  ${"price.standing_fee"} | ${"10"}   | ${233.75} | ${"the fee is paid once"}
`("$amount of $meter leaves at most $high: $because", ({ meter, amount, high }) => {
  expect(highOf([{ meter, amount, sources: [] }])).toBeCloseTo(high, 9);
});

test("tokens of another tokenizer stretch either side", () => {
  const doubts = { tokenizerDiffers: true, reasoningUncounted: true };
  expect(highOf([], doubts)).toBeCloseTo(1.35 * 223.75, 9);
});
