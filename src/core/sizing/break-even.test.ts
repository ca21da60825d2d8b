import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  blendedUsdPerMtok,
  breakEven,
  type Hosting,
  hostingMonthlyUsd,
  replicasFor,
} from "./break-even.ts";
import {
  allTokensPerSecond,
  capacityMtok,
  outputUsdPerMtok,
  ownedUsdPerHour,
} from "./hosting-cost.ts";

const l40s: Hosting = {
  usdPerHour: 1.861,
  replicas: 2,
  spareReplicas: 1,
  operationsUsd: 0,
  capacityMtok: capacityMtok(2745.404495449565, 0.4),
};
const a10g: Hosting = {
  usdPerHour: 1.006,
  replicas: 1,
  spareReplicas: 0,
  operationsUsd: 0,
  capacityMtok: 377.4,
};
const small = blendedUsdPerMtok({
  inputUsdPerMtok: 0.75,
  outputUsdPerMtok: 4.5,
  inputShare: 0.7619047619047619,
});

describe("break-even against a price", () => {
  test.each`
    hosting                              | price     | fixed      | traffic    | capacity | isFeasible | because
    ${l40s}                              | ${small}  | ${2717.06} | ${1653.9}  | ${2886}  | ${true}    | ${"one of two takes it"}
    ${l40s}                              | ${0.0662} | ${2717.06} | ${41049.1} | ${2886}  | ${false}   | ${"far more than it can serve"}
    ${a10g}                              | ${0.0662} | ${734.38}  | ${11094.9} | ${377.4} | ${false}   | ${"far more than it can serve"}
    ${{ ...l40s, operationsUsd: 4_000 }} | ${small}  | ${6717.06} | ${4088.6}  | ${2886}  | ${false}   | ${"half of an engineer's month"}
  `("comes at $traffic M tokens: $because", ({ hosting, price, ...expected }) => {
    const answer = breakEven(hosting, price);
    expect(answer.fixedMonthlyUsd).toBeCloseTo(expected.fixed, 2);
    expect(Math.abs(answer.mtokPerMonth / expected.traffic - 1)).toBeLessThan(1e-3);
    expect(Math.abs(answer.capacityMtok / expected.capacity - 1)).toBeLessThan(1e-3);
    expect(answer.isFeasible).toBe(expected.isFeasible);
  });

  test("with more replicas comes where each earns more than it costs", () => {
    expect(breakEven({ ...l40s, operationsUsd: 4_000 }, small).paysFrom).toEqual({
      mtokPerMonth: expect.closeTo(4915.6, 0),
      replicas: 3,
    });
    expect(breakEven(l40s, 0.0662).paysFrom).toBeNull();
    expect(breakEven(l40s, 0).paysFrom).toBeNull();
  });

  test("is where the machines cost as much as the tokens, and never before", () => {
    const amount = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({
          usdPerHour: amount(0.1, 50),
          replicas: fc.integer({ min: 1, max: 4 }),
          operationsUsd: amount(0, 10_000),
          capacityMtok: amount(10, 10_000),
        }),
        fc.constantFrom(0, 1),
        amount(0.01, 20),
        (terms, spare, price) => {
          const hosting = { ...terms, spareReplicas: Math.min(spare, terms.replicas - 1) };
          const { paysFrom } = breakEven(hosting, price);
          const margin = (mtok: number) => hostingMonthlyUsd(hosting, mtok) - price * mtok;
          if (paysFrom === null) {
            for (const mtok of [1, 100, 1e4, 1e6])
              expect(margin(mtok)).toBeGreaterThanOrEqual(-1e-6);
            return;
          }
          const { mtokPerMonth } = paysFrom;
          const cost = price * mtokPerMonth;
          expect(margin(mtokPerMonth * (1 + 1e-9))).toBeLessThanOrEqual(1e-3 * cost);
          for (const share of [0.2, 0.5, 0.9, 0.999]) {
            expect(margin(share * mtokPerMonth)).toBeGreaterThanOrEqual(-1e-6 * cost);
          }
        },
      ),
    );
  });
});

test.each`
  traffic | replicas | because
  ${1}    | ${2}     | ${"two were asked for"}
  ${2885} | ${2}     | ${"one takes all"}
  ${2887} | ${3}     | ${"a second is at work, one is kept"}
  ${9000} | ${5}     | ${"four are at work"}
`("$traffic M tokens take $replicas replicas: $because", ({ traffic, replicas }) => {
  expect(replicasFor(l40s, traffic)).toBe(replicas);
  expect(hostingMonthlyUsd(l40s, traffic)).toBeCloseTo(replicas * 1.861 * 730, 6);
});

describe("money", () => {
  test("a million output tokens cost the hours they take", () => {
    const asked = { usdPerHour: 1.006, outputTokensPerSecond: 71.8, utilisation: 0.4 };
    expect(outputUsdPerMtok(asked)).toBeCloseTo(9.73, 2);
  });

  test("prompts are taken in beside what is written", () => {
    const requests = { inputTokens: 2048, outputTokens: 512 };
    expect(allTokensPerSecond(100, requests)).toBe(500);
  });

  test("an hour of one's own hardware is its share of the price, and its power", () => {
    const owned = { priceUsd: 26_280, months: 36, watts: 500, usdPerKwh: 0.2 };
    expect(ownedUsdPerHour(owned)).toBeCloseTo(1.1, 10);
  });
});
