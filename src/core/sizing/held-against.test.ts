import { describe, expect, test } from "vitest";
import { sizingFacts } from "../../../test/builders/sizing-of.ts";
import { errorDistribution, heldAgainst } from "./held-against.ts";

const held = heldAgainst(sizingFacts);

describe("the estimate of speed held against what was measured", () => {
  test("leaves no point out", () => {
    expect(held.length).toBe(sizingFacts.measured.length);
    expect(held.length).toBeGreaterThanOrEqual(34);
  });

  test("is within twice for nearly all, and within one and a half for most", () => {
    const all = errorDistribution(held);
    expect(all?.medianRatio).toBeGreaterThan(0.85);
    expect(all?.medianRatio).toBeLessThan(1.15);
    expect(all?.within15).toBeGreaterThanOrEqual(0.85);
    expect(all?.within2).toBeGreaterThanOrEqual(0.97);
  });

  test.each`
    architecture      | gpu          | ratio
    ${"llama-3.1-8b"} | ${"a40"}     | ${0.94}
    ${"llama-3.1-8b"} | ${"a10g"}    | ${1.21}
    ${"llama-3.1-8b"} | ${"a100-40"} | ${0.83}
    ${"gemma-3-4b"}   | ${"a100-80"} | ${1.37}
  `("comes out at $ratio of what others saw of $architecture on $gpu", (row) => {
    const point = held.find(
      ({ point: { architecture, gpu } }) => architecture === row.architecture && gpu === row.gpu,
    );
    expect(point?.ratio).toBeCloseTo(row.ratio, 1);
  });

  test("says nothing where there is no point", () => {
    expect(errorDistribution([])).toBeUndefined();
  });
});
