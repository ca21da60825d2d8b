import fc from "fast-check";
import { expect, test } from "vitest";
import { clopperPearsonInterval, newcombeInterval, wilsonInterval } from "./intervals.ts";

test.each`
  right  | items   | low                   | high                   | because
  ${17}  | ${20}   | ${0.6395811352592431} | ${0.9476312541037835}  | ${"seventeen of twenty"}
  ${850} | ${1000} | ${0.8265313415731996} | ${0.8707899274869118}  | ${"more items, the same share, a shorter interval"}
  ${0}   | ${30}   | ${0}                  | ${0.11351339317396872} | ${"none right does not prove that none can be"}
`("$because: $right of $items", ({ right, items, low, high }) => {
  const interval = wilsonInterval(right / items, items);
  expect(interval[0]).toBeCloseTo(low, 12);
  expect(interval[1]).toBeCloseTo(high, 12);
});

test.each`
  right  | items   | low                   | high                   | because
  ${17}  | ${20}   | ${0.6210731734547044} | ${0.9679290628144552}  | ${"a little longer than Wilson's 0.64 to 0.95"}
  ${850} | ${1000} | ${0.8263418714329349} | ${0.8715751888837979}  | ${"nearly the same for many items"}
  ${0}   | ${30}   | ${0}                  | ${0.11570330822202743} | ${"1 - 0.025^(1/30)"}
`("the exact interval of $right of $items: $because", ({ right, items, low, high }) => {
  const interval = clopperPearsonInterval(right, items);
  expect(interval[0]).toBeCloseTo(low, 12);
  expect(interval[1]).toBeCloseTo(high, 12);
});

test("the interval of a difference stays between -1 and 1, around the difference", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const items = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(share, share, items, items, (a, b, itemsA, itemsB) => {
      const [low, high] = newcombeInterval(
        { share: a, items: itemsA },
        { share: b, items: itemsB },
      );
      expect(low).toBeGreaterThanOrEqual(-1 - 1e-9);
      expect(high).toBeLessThanOrEqual(1 + 1e-9);
      expect(low).toBeLessThanOrEqual(b - a + 1e-9);
      expect(high).toBeGreaterThanOrEqual(b - a - 1e-9);
    }),
  );
});
