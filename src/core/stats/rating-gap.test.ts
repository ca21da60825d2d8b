import { expect, test } from "vitest";
import { ratingGapBetween } from "./rating-gap.ts";

test.each`
  a                                   | b                                   | z        | label
  ${{ rating: 1400, halfWidth95: 6 }} | ${{ rating: 1410, halfWidth95: 8 }} | ${1.96}  | ${"clear"}
  ${{ rating: 1400, halfWidth95: 6 }} | ${{ rating: 1393, halfWidth95: 8 }} | ${1.372} | ${"likely"}
  ${{ rating: 1400, halfWidth95: 6 }} | ${{ rating: 1405, halfWidth95: 8 }} | ${0.98}  | ${"within-noise"}
  ${{ rating: 1400, halfWidth95: 0 }} | ${{ rating: 1400, halfWidth95: 0 }} | ${0}     | ${"within-noise"}
`("ratings with z = $z are $label", ({ a, b, z, label }) => {
  const gap = ratingGapBetween(a, b);
  expect(gap.z).toBeCloseTo(z, 3);
  expect(gap.label).toBe(label);
});
