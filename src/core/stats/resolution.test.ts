import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gapBetween } from "./gap.ts";
import { resolutionAt } from "./resolution.ts";

describe("what a test can tell apart", () => {
  test.each`
    items     | atScore | halfWidth | because
    ${100}    | ${50}   | ${9.6}    | ${"a hundred coins: 1.96 × √(0.25 / 104)"}
    ${10_000} | ${50}   | ${0.98}   | ${"a hundred times the items, a tenth of the width"}
    ${100}    | ${90}   | ${6}      | ${"near the top scores spread less"}
  `("of $items items at $atScore percent: ±$halfWidth; $because", (given) => {
    const { items, atScore, halfWidth } = given;
    const { halfWidthPoints } = resolutionAt(atScore, { items, group: "static" });
    expect(halfWidthPoints).toBeCloseTo(halfWidth, 1);
  });

  test("is the least difference that is called clear, to a tenth of a point", () => {
    const anyTest = fc.record({
      items: fc.integer({ min: 20, max: 20_000 }),
      group: fc.constantFrom("static", "reasoning", "agentic"),
    });
    fc.assert(
      fc.property(anyTest, fc.constantFrom(50, 90), (asked, atScore) => {
        const least = resolutionAt(atScore, asked).clearPoints["same-table"];
        const labelAt = (points: number) =>
          gapBetween({
            ...asked,
            scoreA: atScore,
            scoreB: Math.min(100, atScore + points),
            comparability: "same-table",
          }).label;
        if (least === null) return labelAt(100) !== "clear";
        return labelAt(least) === "clear" && labelAt(least - 0.1) !== "clear";
      }),
      { seed: 20261120, numRuns: 200 },
    );
  });

  test("needs more where the scores come from two sources", () => {
    const { samplingPoints, clearPoints } = resolutionAt(50, { items: 1_000, group: "agentic" });
    const inOrder = [
      samplingPoints,
      clearPoints["same-run"],
      clearPoints["same-table"],
      clearPoints["cross-source"],
    ];
    expect(inOrder).toEqual([...inOrder].sort((a, b) => Number(a) - Number(b)));
  });

  test("is nothing where not even all items right is clearly ahead", () => {
    expect(resolutionAt(90, { items: 20, group: "agentic" }).clearPoints["same-table"]).toBeNull();
  });
});
