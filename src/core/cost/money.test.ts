import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  costOfTokens,
  differenceUsd,
  noMoney,
  parseUsd,
  parseUsdPerMtok,
  toUsdNumber,
  toUsdPerMtokNumber,
  toUsdPerMtokText,
  toUsdText,
} from "./money.ts";

const rateOf = (price: string) => parseUsdPerMtok(price) ?? noMoney;

test.each`
  price               | text
  ${"0.039"}          | ${"0.039"}
  ${"2"}              | ${"2"}
  ${"2.50"}           | ${"2.5"}
  ${"0.000000000001"} | ${"0.000000000001"}
  ${"1e-7"}           | ${"0.0000001"}
  ${"4.3e-1"}         | ${"0.43"}
  ${"0"}              | ${"0"}
  ${" 3 "}            | ${"3"}
`("$price is kept to the last digit as $text", ({ price, text }) => {
  expect(toUsdPerMtokText(rateOf(price))).toBe(text);
});

test.each(["", "-1", "+1", "free", "1.2.3", "1,5", "NaN", "Infinity", "1e400", "0x10", "1e-30"])(
  '"%s" is not a price',
  (text) => {
    expect(parseUsdPerMtok(text)).toBeUndefined();
  },
);

describe("a bill", () => {
  test("is exact: 800 M tokens at $0.039 and 250 M at $0.18 make $76.20 and nothing beside it", () => {
    const bill =
      costOfTokens(800_000_000, rateOf("0.039")) + costOfTokens(250_000_000, rateOf("0.18"));
    expect(toUsdText(bill)).toBe("76.2");
    expect(toUsdNumber(bill)).toBe(76.2);
  });

  test("has the same size whichever way it is added up", () => {
    const tokens = fc.integer({ min: 0, max: 1_000_000_000 });
    const cents = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(fc.array(tokens, { maxLength: 20 }), cents, (counts, price) => {
        const rate = rateOf(String(price / 1000));
        const one = counts.reduce((sum, count) => sum + costOfTokens(count, rate), noMoney);
        const all = costOfTokens(
          counts.reduce((sum, count) => sum + count, 0),
          rate,
        );
        expect(one).toBe(all);
      }),
    );
  });

  test("that is equal compares equal: a third dearer on three quarters of the tokens", () => {
    expect(costOfTokens(3_000_001, rateOf("0.4"))).toBe(
      costOfTokens(1_000_000, rateOf("0.4")) + costOfTokens(2_000_001, rateOf("0.4")),
    );
    expect(costOfTokens(300_000, rateOf("0.4"))).toBe(costOfTokens(400_000, rateOf("0.3")));
  });

  test("is read as the nearest number, large or small", () => {
    expect(toUsdNumber(parseUsd("0.000000000000000000000001") ?? noMoney)).toBe(1e-24);
    expect(toUsdNumber(parseUsd("123456789.123456") ?? noMoney)).toBe(123456789.123456);
    expect(toUsdNumber(-(parseUsd("1.5") ?? noMoney))).toBe(-1.5);
    expect(toUsdPerMtokNumber(rateOf("0.1234567890123456"))).toBe(0.1234567890123456);
  });

  test("any price survives the way there and back", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (price) => {
        const rate = parseUsdPerMtok(String(price));
        if (rate !== undefined) expect(toUsdPerMtokNumber(rate)).toBe(price);
      }),
    );
  });
});

test("differences of amounts have no dust", () => {
  expect(differenceUsd(0.3, 0.1)).toBe(0.2);
  expect(differenceUsd(49.5, 76.2)).toBe(-26.7);
});
