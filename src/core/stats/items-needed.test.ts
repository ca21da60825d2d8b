import fc from "fast-check";
import { expect, test } from "vitest";
import { designEffect, effectiveItems, itemVarianceShareOf } from "./effective-items.ts";
import { itemsNeeded, pairedItemsNeeded } from "./items-needed.ts";

test("to see three points at 85 % takes about 2,400 items", () => {
  expect(itemsNeeded({ scoreA: 85, scoreB: 82 })).toBe(2400);
});

test("half the gap takes about four times the items", () => {
  const wide = itemsNeeded({ scoreA: 50, scoreB: 60 });
  const narrow = itemsNeeded({ scoreA: 50, scoreB: 55 });
  expect(narrow / wide).toBeGreaterThan(3.9);
  expect(narrow / wide).toBeLessThan(4.2);
});

test("more power takes more items, answers that go together fewer", () => {
  const scores = { scoreA: 70, scoreB: 75 };
  expect(itemsNeeded({ ...scores, power: 0.9 })).toBeGreaterThan(itemsNeeded(scores));
  expect(itemsNeeded({ ...scores, correlation: 0.5 })).toBeLessThan(itemsNeeded(scores));
});

test("paired, half of 50 against 60 without correlation: (1.96 √0.5 + 0.84 √0.49)² / 0.01", () => {
  expect(pairedItemsNeeded({ scoreA: 50, scoreB: 60, correlation: 0 })).toBe(391);
});

test("the more two models agree, the fewer shared prompts show a gap", () => {
  const at = (correlation: number) => pairedItemsNeeded({ scoreA: 85, scoreB: 82, correlation });
  expect(at(0.3)).toBeLessThan(itemsNeeded({ scoreA: 85, scoreB: 82 }));
  expect(at(0.7)).toBeLessThan(at(0.3));
  expect(at(1)).toBe(at(0.999));
});

test("more agreement never takes more prompts", () => {
  const percent = fc.integer({ min: 10, max: 90 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(percent, fc.integer({ min: 1, max: 9 }), share, share, (scoreA, points, r, s) => {
      const at = (gap: number, correlation: number) =>
        pairedItemsNeeded({ scoreA, scoreB: scoreA - gap, correlation });
      expect(at(points, Math.max(r, s))).toBeLessThanOrEqual(at(points, Math.min(r, s)));
      expect(at(points, r)).toBeGreaterThanOrEqual(1);
    }),
  );
});

test("pairing shows no gap that is not there", () => {
  expect(pairedItemsNeeded({ scoreA: 80, scoreB: 80, correlation: 0.5 })).toBe(
    Number.POSITIVE_INFINITY,
  );
});

test("no number of items shows a gap that is not there", () => {
  expect(itemsNeeded({ scoreA: 80, scoreB: 80 })).toBe(Number.POSITIVE_INFINITY);
});

test("three questions on each video that go half together are worth half of six", () => {
  expect(designEffect(3, 0.5)).toBe(2);
  expect(effectiveItems(900, 2)).toBe(450);
});

test.each`
  once   | twice   | share        | because
  ${0.5} | ${0.5}  | ${1}         | ${"who passes once always passes: all variance lies between items"}
  ${0.5} | ${0.25} | ${0}         | ${"each try is a coin of its own"}
  ${0.6} | ${0.48} | ${0.5}       | ${"half and half"}
  ${1}   | ${1}    | ${undefined} | ${"nothing varies"}
`("passing $once once and $twice twice: $because", ({ once, twice, share }) => {
  const found = itemVarianceShareOf(once, twice);
  if (share === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(share, 12);
});
