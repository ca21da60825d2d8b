import { describe, expect, test } from "vitest";
import { clusteredMean } from "./clustered-error.ts";
import { pairedDifference } from "./paired-difference.ts";
import { repeatedSampling } from "./repeated-sampling.ts";

describe("the paired difference", () => {
  test("of ten prompts, three of which A alone solves", () => {
    const found = pairedDifference([1, 1, 0, 1, 0, 1, 1, 0, 1, 1], [1, 0, 0, 1, 0, 1, 0, 0, 1, 0]);
    expect(found.difference).toBeCloseTo(0.3, 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.21 / 9), 12);
    expect(found.zInterval[0]).toBeCloseTo(0.0006105560485981654, 12);
    expect(found.tInterval[0]).toBeCloseTo(-0.04555021441364382, 12);
    expect(found.tInterval[1]).toBeCloseTo(0.6455502144136438, 12);
    expect(found.pT).toBeCloseTo(0.08112618884584076, 12);
    expect(found.unpairedStandardError).toBeCloseTo(Math.sqrt(0.05), 12);
    expect(found.correlation).toBeCloseTo(0.5345224838248488, 12);
  });

  test("of lists that are the same is nothing, with p = 1", () => {
    expect(pairedDifference([1, 0, 1], [1, 0, 1])).toMatchObject({ difference: 0, pT: 1 });
  });

  test("has no correlation with what never varies", () => {
    expect(pairedDifference([1, 1, 1], [0, 1, 0]).correlation).toBeNull();
  });
});

describe("prompts in clusters", () => {
  test("three questions on each of four documents count less than twelve", () => {
    const found = clusteredMean(
      [1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0],
      [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3],
    );
    expect(found.clusters).toBe(4);
    expect(found.naiveError).toBeCloseTo(0.1486470975026408, 12);
    expect(found.cr0Error).toBeCloseTo(0.21650635094610968, 12);
    expect(found.cr1Error).toBeCloseTo(0.25, 12);
    expect(found.cr0Interval[0]).toBeCloseTo(0.158988683054769, 12);
    expect(found.cr1Interval[0]).toBeCloseTo(-0.21227824298759357, 12);
    expect(found.designEffect).toBeCloseTo(81 / 35, 12);
  });

  test("clusters of one are no clusters", () => {
    const values = [1, 0, 0.5, -1, 0.25];
    const found = clusteredMean(values, ["a", "b", "c", "d", "e"]);
    expect(found.cr1Error).toBeCloseTo(found.naiveError, 14);
    expect(found.cr1Interval).toEqual(pairedDifference(values, [0, 0, 0, 0, 0]).tInterval);
  });
});

describe("prompts asked several times", () => {
  test("are averaged first: samples of one prompt are no prompts", () => {
    const found = repeatedSampling([
      [1, 0, 1, 1],
      [0, 1, 1, 1],
      [0, 1, 0, 1],
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 1, 1, 0],
    ]);
    expect(found.mean).toBeCloseTo(11 / 24, 12);
    expect(found.standardError).toBeCloseTo(0.11931517552730296, 12);
    expect(found.pooledError).toBeCloseTo(0.10389457216622949, 12);
    expect(found.withinVariance).toBeCloseTo(17 / 72, 12);
    expect(found.betweenVariance).toBeCloseTo(0.0263888888888889, 12);
    expect(found.intraClassCorrelation).toBeCloseTo(0.10052910052910058, 12);
  });

  test("once each say nothing of how answers vary", () => {
    expect(repeatedSampling([[1], [0], [1]])).toMatchObject({
      withinVariance: null,
      betweenVariance: null,
      intraClassCorrelation: null,
    });
  });
});
