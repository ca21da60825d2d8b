import fc from "fast-check";
import { expect, test } from "vitest";
import { normalCdf, normalQuantile } from "./normal.ts";

test.each([
  [0, 0.5],
  [1, 0.8413447460685429],
  [-1.959963984540054, 0.025],
  [-3, 0.0013498980316300933],
  [-8, 6.220960574271785e-16],
  [-20, 2.7536241186062337e-89],
  [0.3, 0.6179114221889526],
  [Number.POSITIVE_INFINITY, 1],
  [Number.NEGATIVE_INFINITY, 0],
])("below z = %f lies the share %d", (z, share) => {
  expect(Math.abs(normalCdf(z) - share)).toBeLessThanOrEqual(1e-12 * share);
});

test.each([
  [0.5, 0],
  [0.8, 0.8416212335729143],
  [0.975, 1.959963984540054],
  [0.05, -1.6448536269514729],
  [1e-10, -6.361340902404056],
  [1e-300, -37.0470962993612],
])("the share %d lies below z = %f", (share, z) => {
  expect(normalQuantile(share)).toBeCloseTo(z, 12);
});

test("no share lies outside 0 and 1", () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(normalQuantile(1.1)).toBeNaN();
  expect(normalCdf(Number.NaN)).toBeNaN();
});

test("the quantile undoes the distribution function", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (share) => {
      expect(normalCdf(normalQuantile(share))).toBeCloseTo(share, 13);
    }),
  );
});

test("both tails are mirror images and the function never falls", () => {
  const z = fc.double({ min: -30, max: 30, noNaN: true });
  fc.assert(
    fc.property(z, z, (a, b) => {
      expect(normalCdf(a) + normalCdf(-a)).toBeCloseTo(1, 14);
      if (a < b) expect(normalCdf(a)).toBeLessThanOrEqual(normalCdf(b));
    }),
  );
});
