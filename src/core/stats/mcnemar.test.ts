import { describe, expect, test } from "vitest";
import { anytimeMcNemar, mcNemarEvidence } from "./anytime-mcnemar.ts";
import { mcNemar, signTestP } from "./mcnemar.ts";

const sides = (order: string) => [...order].map((side) => (side === "A" ? "A" : "B"));

describe("McNemar's test", () => {
  test.each`
    onlyA | onlyB | exact                  | mid                     | because
    ${1}  | ${7}  | ${0.0703125}           | ${0.0390625}            | ${"the example of Fagerland, Lydersen and Laake: 18 / 256 and 10 / 256"}
    ${12} | ${3}  | ${0.03515625}          | ${0.021270751953125}    | ${"1152 / 32768"}
    ${25} | ${10} | ${0.01667384780012071} | ${0.011330984183587134} | ${"more disagreements"}
    ${4}  | ${4}  | ${1}                   | ${0.7265625}            | ${"both sides alike: one less C(8, 4) / 256"}
    ${0}  | ${5}  | ${0.0625}              | ${0.03125}              | ${"five in one direction are not enough for the exact test"}
    ${0}  | ${0}  | ${1}                   | ${1}                    | ${"no disagreement shows nothing"}
  `("$onlyA against $onlyB: exact $exact, mid $mid; $because", ({ onlyA, onlyB, exact, mid }) => {
    const found = mcNemar({ onlyA, onlyB });
    expect(found.pExact).toBeCloseTo(exact, 12);
    expect(found.pMid).toBeCloseTo(mid, 12);
    expect(mcNemar({ onlyA: onlyB, onlyB: onlyA })).toEqual(found);
  });

  test("the textbook form, with and without correction", () => {
    const { chi2, chi2cc, pChi2 } = mcNemar({ onlyA: 12, onlyB: 3 });
    expect([chi2, chi2cc]).toEqual([81 / 15, 64 / 15]);
    expect(pChi2).toBeCloseTo(0.02013675155034633, 12);
  });

  test("a hundred thousand disagreements are no trouble", () => {
    const { pExact, pChi2 } = mcNemar({ onlyA: 50_500, onlyB: 49_500 });
    expect(pExact).toBeCloseTo(pChi2, 4);
  });
});

test("a coin that fell eight times on one side: 2 / 256", () => {
  expect(signTestP(8, 0)).toBeCloseTo(2 / 256, 15);
  expect(signTestP(0, 0)).toBe(1);
});

describe("McNemar's test for who looks all the time", () => {
  test("seven in a row end it at 5 %, when six do not", () => {
    const found = anytimeMcNemar(sides("AAAAAAAA"));
    expect(found.eValues.map((e) => Math.round(e * 1e7) / 1e7)).toEqual([
      1, 1.5, 2.5, 4.375, 7.875, 14.4375, 26.8125, 50.2734375,
    ]);
    expect(found.stopAt).toBe(7);
    expect(found.p).toBeCloseTo(1 / 50.2734375, 12);
  });

  test("turn and turn about speaks for no difference", () => {
    const found = anytimeMcNemar(sides("ABABABABAB"));
    expect(found).toMatchObject({ p: 1, stopAt: null });
    expect(found.eValues.at(-1)).toBeCloseTo(0.24609375, 12);
  });

  test("evidence once found stays found, but the p is that of the best moment", () => {
    const found = anytimeMcNemar(sides("AAAAAAABBBBBB"));
    expect(found.stopAt).toBe(7);
    expect(found.p).toBeCloseTo(1 / 26.8125, 12);
    expect(mcNemarEvidence({ onlyA: 7, onlyB: 6 })).toBeLessThan(1);
  });
});
