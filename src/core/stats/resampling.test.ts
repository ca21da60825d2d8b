import { describe, expect, test } from "vitest";
import { bootstrapMean } from "./bootstrap.ts";
import { clusteredMean } from "./clustered-error.ts";
import { costPerCorrect } from "./cost-per-correct.ts";
import { seededRandom } from "./random.ts";

describe("dice from a seed", () => {
  test("fall the same way again, and another way from another seed", () => {
    const throws = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(throws(1)).toEqual(throws(1));
    expect(throws(1)).not.toEqual(throws(2));
    expect(throws(2 ** 40)).not.toEqual(throws(0));
  });

  test("fall evenly from 0 up to 1", () => {
    const random = seededRandom(11);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i += 1) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});

describe("drawing prompts anew", () => {
  const values = Array.from({ length: 40 }, (_, i) => (i < 8 ? 1 : i < 12 ? -1 : 0));

  test("finds the error that the formula finds, and an interval around the mean", () => {
    const found = bootstrapMean(values, { random: seededRandom(3) });
    expect(found.mean).toBeCloseTo(0.1, 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt((0.3 - 0.01) / 40), 2);
    expect(found.interval[0]).toBeCloseTo(-0.075, 1);
    expect(found.interval[1]).toBeCloseTo(0.275, 1);
  });

  test("by whole clusters finds what clusters cost", () => {
    const clusterOf = values.map((_, i) => Math.floor(i / 4));
    const whole = bootstrapMean(values, { random: seededRandom(4), clusterOf });
    expect(whole.standardError).toBeCloseTo(clusteredMean(values, clusterOf).cr0Error, 2);
  });
});

describe("what a correct answer costs", () => {
  test("is all that was spent over all that was right", () => {
    const found = costPerCorrect([0.01, 0.02, 0.03, 0.04], [1, 0, 1, 1]);
    expect(found.usd).toBeCloseTo(0.1 / 3, 12);
  });

  test("has no upper end where hardly any is right", () => {
    const costs = Array.from({ length: 20 }, (_, i) => 0.01 + i / 1000);
    const once = costs.map((_, i) => (i === 3 ? 1 : 0));
    const found = costPerCorrect(costs, once);
    expect(found.usd).toBeCloseTo(0.39, 12);
    expect(found.fiellerInterval).toBeNull();
  });

  test("is unknown where none is right", () => {
    expect(costPerCorrect([0.01, 0.02], [0, 0])).toEqual({
      usd: null,
      standardErrorUsd: null,
      deltaInterval: null,
      fiellerInterval: null,
    });
  });

  test("with all right both intervals are that of the mean cost", () => {
    const costs = [0.01, 0.02, 0.03, 0.04];
    const found = costPerCorrect(costs, [1, 1, 1, 1]);
    const low = 0.025 - 1.959963984540054 * Math.sqrt(0.0005 / 3 / 4);
    expect(found.deltaInterval?.[0]).toBeCloseTo(low, 12);
    expect(found.fiellerInterval?.[0]).toBeCloseTo(low, 12);
  });
});
