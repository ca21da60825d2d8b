import fc from "fast-check";
import { expect, test } from "vitest";
import { shareCheaperWins } from "./draws.ts";

const draw = (mean: number, spread: number, extra: number, failedTaskUsd?: number) =>
  shareCheaperWins({
    extraUsdPerTask: [extra, extra],
    advantage: { mean, spread },
    failedTaskUsd,
  });

test.each([
  [0.1, 0, 0.01, 0.05, 1, "a lead worth half a cent does not pay for one cent"],
  [0.1, 0, 0.01, 0.5, 0, "a lead worth five cents does"],
  [0.5, 0, 0.25, 0.5, 0.5, "at the break-even it is a toss"],
  [-0.1, 0.01, 0.01, 10, 1, "the dearer that is behind never pays"],
])("lead %d ± %d for $%d more at a loss of $%d: %d (%s)", (mean, spread, extra, loss, share) => {
  expect(draw(mean, spread, extra, loss)).toBeCloseTo(share, 9);
});

test("with the loss unknown each tenfold step of it counts alike", () => {
  expect(draw(0.1, 0, 0.0316227766)).toBeCloseTo(0.5, 1);
});

test("a share is a share, and falls as the lead of the dearer grows", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 0.9, noNaN: true }),
      fc.double({ min: 0.001, max: 0.2, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (mean, spread, extra) => {
        const share = draw(mean, spread, extra);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(draw(mean + 0.1, spread, extra)).toBeLessThanOrEqual(share + 1e-12);
      },
    ),
  );
});
