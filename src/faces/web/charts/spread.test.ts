import fc from "fast-check";
import { expect, test } from "vitest";
import { spread } from "./spread.ts";

const side = [0, 100] as const;
const tall = (height: number) => (at: number) => ({ at, height });

test.each`
  wanted          | places          | because
  ${[20, 60]}     | ${[20, 60]}     | ${"labels with room stay where they belong"}
  ${[50, 52]}     | ${[50, 60]}     | ${"the lower of two that touch gives way"}
  ${[60, 50, 52]} | ${[70, 50, 60]} | ${"in whatever order they come"}
  ${[98, 99]}     | ${[85, 95]}     | ${"at the lower end both move up"}
  ${[-9, 3]}      | ${[5, 15]}      | ${"none leaves the side"}
`("$because", ({ wanted, places }) => {
  expect(spread(wanted.map(tall(10)), side)).toEqual(places);
});

test("no two of them touch, as long as all fit", () => {
  const labels = fc.array(
    fc.record({
      at: fc.double({ min: -50, max: 150, noNaN: true }),
      height: fc.constantFrom(5, 12),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(labels, (all) => {
      const placed = spread(all, side).map((at, index) => ({
        at,
        height: all[index]?.height ?? 0,
      }));
      const down = placed.sort((a, b) => a.at - b.at);
      for (const [index, { at, height }] of down.entries()) {
        const next = down[index + 1];
        expect(at - height / 2).toBeGreaterThan(-1e-6);
        expect(at + height / 2).toBeLessThan(100 + 1e-6);
        if (next) expect(next.at - at).toBeGreaterThan((height + next.height) / 2 - 1e-6);
      }
    }),
  );
});
