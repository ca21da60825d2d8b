import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatNumber,
  formatPercent,
  formatPoints,
  formatPriceUsdPerMtok,
  formatProbability,
  formatTokens,
  formatTokensShort,
  formatUsd,
} from "./format.ts";

test.each`
  usd            | text            | because
  ${76.2}        | ${"$76.20"}     | ${"below $100 cents count"}
  ${0}           | ${"$0.00"}      | ${"nothing is nothing"}
  ${99.994}      | ${"$99.99"}     | ${"still below $100"}
  ${99.995}      | ${"$100"}       | ${"rounded to $100 it is written as such"}
  ${117.5}       | ${"$118"}       | ${"half is rounded up"}
  ${102.5}       | ${"$103"}       | ${"also from an even dollar"}
  ${1.005}       | ${"$1.01"}      | ${"the decimal counts, not its double"}
  ${15_500}      | ${"$15,500"}    | ${"thousands are set apart"}
  ${38_882.5}    | ${"$38,883"}    | ${"half a dollar up"}
  ${1_234_567.4} | ${"$1,234,567"} | ${"and millions"}
  ${0.3}         | ${"$0.30"}      | ${"two decimals"}
  ${0.055}       | ${"$0.055"}     | ${"a few cents keep two digits"}
  ${0.00027}     | ${"$0.00027"}   | ${"a small amount never reads as nothing"}
  ${0.0012345}   | ${"$0.0012"}    | ${"two of its digits suffice"}
  ${0.0000005}   | ${"$0.0000005"} | ${"without an exponent"}
  ${-30.5}       | ${"-$30.50"}    | ${"the sign goes first"}
`("$usd is $text: $because", ({ usd, text }) => {
  expect(formatUsd(usd)).toBe(text);
});

test.each`
  price      | text
  ${"0.039"} | ${"$0.039"}
  ${"2.5"}   | ${"$2.50"}
  ${"10"}    | ${"$10.00"}
  ${0.075}   | ${"$0.075"}
  ${1e-7}    | ${"$0.0000001"}
  ${"0.1"}   | ${"$0.10"}
  ${1500}    | ${"$1,500.00"}
`("a price of $price is $text, every digit kept", ({ price, text }) => {
  expect(formatPriceUsdPerMtok(price)).toBe(text);
});

test.each`
  tokens           | exact              | short
  ${0}             | ${"0"}             | ${"0"}
  ${999}           | ${"999"}           | ${"999"}
  ${131_072}       | ${"131,072"}       | ${"131k"}
  ${262_144}       | ${"262,144"}       | ${"262k"}
  ${999_999}       | ${"999,999"}       | ${"1M"}
  ${1_047_576}     | ${"1,047,576"}     | ${"1.05M"}
  ${1_000_000}     | ${"1,000,000"}     | ${"1M"}
  ${800_000_000}   | ${"800,000,000"}   | ${"800M"}
  ${2_500_000_000} | ${"2,500,000,000"} | ${"2.5B"}
`("$tokens tokens are $exact, in short $short", ({ tokens, exact, short }) => {
  expect(formatTokens(tokens)).toBe(exact);
  expect(formatTokensShort(tokens)).toBe(short);
});

describe("other figures", () => {
  test("shares are percentages with at most one decimal", () => {
    expect([0.983, 0.3, 1, 0.00049].map((share) => formatPercent(share))).toEqual([
      "98.3 %",
      "30 %",
      "100 %",
      "0 %",
    ]);
  });

  test("differences of scores carry their sign", () => {
    expect([6.3, -1.7, 0, -0.04].map((points) => formatPoints(points))).toEqual([
      "+6.3",
      "-1.7",
      "0",
      "0",
    ]);
  });

  test("numbers have no more decimals than asked for", () => {
    expect(formatNumber(1.7298, 2)).toBe("1.73");
    expect(formatNumber(12_032, 2)).toBe("12,032");
    expect(formatNumber(-2, 1)).toBe("-2");
  });
});

test("an amount is never shown off by more than half of its last digit", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (usd) => {
      const shown = Number(formatUsd(usd).replace(/[$,]/g, ""));
      const step = usd >= 99.995 ? 1 : usd >= 0.1 ? 0.01 : usd * 0.1;
      expect(Math.abs(shown - usd)).toBeLessThanOrEqual(step / 2 + 1e-6 * usd);
    }),
  );
});

test.each([
  [0.905, "P 0.91"],
  [0.994, "P 0.99"],
  [0.9999, "P > 0.99"],
])("a chance of %d reads %s: near one is not certain", (probability, text) => {
  expect(formatProbability(probability)).toBe(text);
});
