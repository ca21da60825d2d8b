import { describe, expect, test } from "vitest";
import {
  detectableDifference,
  mcNemarExactPower,
  mcNemarItems,
  pairedMeanItems,
  waldItems,
} from "./power.ts";

describe("prompts that McNemar's test needs", () => {
  test.each`
    delta   | discordance | connor                | wald                  | because
    ${0.05} | ${0.15}     | ${468.56797946031924} | ${463.08390432659615} | ${"469: five points, when 15 % of prompts part the two"}
    ${0.02} | ${0.1}      | ${1959.8604071253721} | ${1954.371053852923}  | ${"1,960: two points at 10 %"}
    ${0.01} | ${0.08}     | ${6276.5}             | ${6271}               | ${"6,277: one point at 8 %"}
  `("$because", ({ delta, discordance, connor, wald }) => {
    expect(mcNemarItems({ delta, discordance })).toBeCloseTo(connor, connor > 6000 ? -1 : 9);
    expect(waldItems({ delta, discordance })).toBeCloseTo(wald, wald > 6000 ? -1 : 9);
  });

  test("one point at 8 % takes 6,277", () => {
    expect(Math.ceil(mcNemarItems({ delta: 0.01, discordance: 0.08 }))).toBe(6277);
  });

  test.each`
    n      | pOnlyA  | pOnlyB  | power
    ${50}  | ${0.2}  | ${0.05} | ${0.47752672460723966}
    ${100} | ${0.15} | ${0.05} | ${0.5444454279352348}
  `("$n prompts find $pOnlyA against $pOnlyB exactly $power of the time", (given) => {
    expect(mcNemarExactPower(given.n, given)).toBeCloseTo(given.power, 10);
  });

  test("the exact test errs less often than it says where there is nothing to find", () => {
    expect(mcNemarExactPower(200, { pOnlyA: 0.1, pOnlyB: 0.1 })).toBeLessThan(0.05);
    expect(mcNemarExactPower(200, { pOnlyA: 0, pOnlyB: 0 })).toBe(0);
  });
});

describe("prompts for a difference of means", () => {
  const once = { omega2: 0.1, sigmaA2: 0.1, sigmaB2: 0.1, repetitionsA: 1, repetitionsB: 1 };

  test("942 for five points with (1.96 + 0.84)² × 0.3 / 0.05²", () => {
    expect(pairedMeanItems(once, 0.05)).toBeCloseTo(941.8655681218906, 8);
    expect(detectableDifference(once, 1000)).toBeCloseTo(0.04852487939505596, 12);
  });

  test("asking often leaves what lies between prompts", () => {
    const often = { ...once, repetitionsA: 1e6, repetitionsB: 1e6 };
    expect(pairedMeanItems(often, 0.05) / pairedMeanItems(once, 0.05)).toBeCloseTo(1 / 3, 3);
  });
});
