import { describe, expect, test } from "vitest";
import { adjusted } from "./multiplicity.ts";
import { meanOverTasks, passAtK, passHatK } from "./pass-k.ts";

const rounded = (values: readonly number[]) => values.map((value) => Math.round(value * 1e9) / 1e9);

test("four comparisons at once, each in its own place", () => {
  const found = adjusted([0.01, 0.04, 0.03, 0.005]);
  expect(rounded(found.bonferroni)).toEqual([0.04, 0.16, 0.12, 0.02]);
  expect(rounded(found.holm)).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(rounded(found.benjaminiHochberg)).toEqual([0.02, 0.04, 0.04, 0.02]);
  expect(rounded(found.benjaminiYekutieli)).toEqual(
    rounded([0.04, 0.08, 0.08, 0.04].map((p) => (p * 25) / 24)),
  );
});

test("one comparison alone stays as it is, and none is none", () => {
  expect(adjusted([0.03])).toEqual({
    bonferroni: [0.03],
    holm: [0.03],
    benjaminiHochberg: [0.03],
    benjaminiYekutieli: [0.03],
  });
  expect(adjusted([]).holm).toEqual([]);
});

describe("tasks tried several times", () => {
  test.each`
    n     | correct | k    | once           | always      | because
    ${10} | ${7}    | ${3} | ${1 - 1 / 120} | ${35 / 120} | ${"of 120 triples one is all wrong and 35 are all right"}
    ${8}  | ${8}    | ${4} | ${1}           | ${1}        | ${"always right"}
    ${8}  | ${0}    | ${4} | ${0}           | ${0}        | ${"never right"}
    ${2}  | ${1}    | ${5} | ${null}        | ${null}     | ${"nobody tried five times"}
  `("$correct of $n, by $k: $because", ({ n, correct, k, once, always }) => {
    const close = (wanted: number | null) => (wanted === null ? null : expect.closeTo(wanted, 12));
    expect(passAtK({ n, correct }, k)).toEqual(close(once));
    expect(passHatK({ n, correct }, k)).toEqual(close(always));
  });

  test("over tasks it is the mean, and unknown where one is", () => {
    expect(meanOverTasks([1, 0.5])).toBe(0.75);
    expect(meanOverTasks([1, null])).toBeNull();
    expect(meanOverTasks([])).toBeNull();
  });
});
