import { describe, expect, test } from "vitest";
import { stopReason } from "./early-stop.ts";
import { mcNemar } from "./mcnemar.ts";
import { seededRandom } from "./random.ts";
import { nonInferiority } from "./tango.ts";

/** Five points at 15 % disagreement, as a plan for 80 % power says. */
const planned = 469;

/** What runs of a true difference come to, looked at after every prompt. */
function simulate(
  truth: { readonly onlyA: number; readonly onlyB: number },
  {
    seed,
    runs = 600,
    margin,
  }: { readonly seed: number; readonly runs?: number; readonly margin?: number },
) {
  const random = seededRandom(seed);
  let [differences, notWorse, naive, prompts] = [0, 0, 0, 0];
  for (let run = 0; run < runs; run += 1) {
    let [onlyA, onlyB, stopped, peeked] = [0, 0, false, false];
    for (let n = 1; n <= 2 * planned; n += 1) {
      const fallen = random();
      if (fallen < truth.onlyA) onlyA += 1;
      else if (fallen < truth.onlyA + truth.onlyB) onlyB += 1;
      if (n % 25 === 0) peeked ||= mcNemar({ onlyA, onlyB }).pMid <= 0.05;
      if (stopped) continue;
      prompts += 1;
      const reason = stopReason({ onlyA, onlyB, n }, { prompts: planned, margin });
      stopped = reason !== null;
      if (reason === "difference") differences += 1;
      if (reason === "not-worse") notWorse += 1;
    }
    if (peeked) naive += 1;
  }
  return {
    difference: differences / runs,
    notWorse: notWorse / runs,
    naive: naive / runs,
    prompts: prompts / runs,
  };
}

describe("looking after every prompt", () => {
  test("errs in less than 5 % where models are alike, when looking naively errs in a quarter", () => {
    const found = simulate({ onlyA: 0.075, onlyB: 0.075 }, { seed: 1 });
    expect(found.difference).toBeLessThan(0.05);
    expect(found.naive).toBeGreaterThan(0.2);
    expect(found.naive).toBeLessThan(0.3);
  });

  test("finds five points in four of five runs, within twice the plan", () => {
    const found = simulate({ onlyA: 0.1, onlyB: 0.05 }, { seed: 2 });
    expect(found.difference).toBeGreaterThan(0.78);
    expect(found.difference).toBeLessThan(0.88);
  });

  test.each`
    onlyA     | onlyB     | prompts | because
    ${0.145}  | ${0.045}  | ${169}  | ${"ten points end after about 170 prompts instead of 469"}
    ${0.1875} | ${0.0375} | ${84}   | ${"fifteen after about 90"}
  `("$because", ({ onlyA, onlyB, prompts }) => {
    const found = simulate({ onlyA, onlyB }, { seed: 3, runs: 400 });
    expect(found.difference).toBeGreaterThan(0.99);
    expect(Math.abs(found.prompts / prompts - 1)).toBeLessThan(0.15);
  });

  test("calls a model that is worse by the margin not worse in less than 5 %", () => {
    const found = simulate({ onlyA: 0.1, onlyB: 0.05 }, { seed: 4, margin: 0.05 });
    expect(found.notWorse).toBeLessThan(0.05);
  });

  test("ends early where models are alike and that is enough to know", () => {
    const found = simulate({ onlyA: 0.05, onlyB: 0.05 }, { seed: 5, margin: 0.05, runs: 300 });
    expect(found.notWorse).toBeGreaterThan(0.9);
    expect(found.prompts).toBeLessThan(planned);
  });

  test.each`
    onlyA | onlyB | n      | margin       | reason          | because
    ${0}  | ${7}  | ${9}   | ${undefined} | ${"difference"} | ${"seven in a row"}
    ${0}  | ${0}  | ${400} | ${0.05}      | ${null}         | ${"without disagreements nothing is known of their spread"}
    ${60} | ${60} | ${938} | ${undefined} | ${"spent"}      | ${"twice the plan"}
    ${60} | ${60} | ${937} | ${undefined} | ${null}         | ${"not yet"}
  `("$reason: $because", ({ margin, reason, ...counts }) => {
    expect(stopReason(counts, { prompts: planned, margin })).toBe(reason);
  });
});

describe("one look at the end", () => {
  /** How often a model is called not worse by more than five points. */
  function passes(truth: { readonly onlyA: number; readonly onlyB: number }, n: number): number {
    const random = seededRandom(6);
    const runs = 4000;
    let passed = 0;
    for (let run = 0; run < runs; run += 1) {
      let [onlyA, onlyB] = [0, 0];
      for (let i = 0; i < n; i += 1) {
        const fallen = random();
        if (fallen < truth.onlyA) onlyA += 1;
        else if (fallen < truth.onlyA + truth.onlyB) onlyB += 1;
      }
      if (nonInferiority({ onlyA, onlyB, n }, { margin: 0.05 }).isNonInferior) passed += 1;
    }
    return passed / runs;
  }

  test("passes a model that is worse by the whole margin about one time in twenty", () => {
    expect(passes({ onlyA: 0.05, onlyB: 0.1 }, 400)).toBeCloseTo(0.05, 1);
    expect(passes({ onlyA: 0.05, onlyB: 0.1 }, 400)).toBeLessThan(0.06);
  });

  test("passes an equal model in four of five runs of 371 prompts: (1.645 + 0.842)² × 0.15 / 0.05²", () => {
    expect(passes({ onlyA: 0.075, onlyB: 0.075 }, 371)).toBeGreaterThan(0.77);
  });
});
