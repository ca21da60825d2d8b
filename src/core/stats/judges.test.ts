import { describe, expect, test } from "vitest";
import { cohenKappa } from "./kappa.ts";
import { positionSwap } from "./position-swap.ts";
import { predictionPowered } from "./prediction-powered.ts";

describe("a judge that sees both orders", () => {
  test("names a winner only where both orders do", () => {
    const found = positionSwap([
      { aFirst: "first", bFirst: "second", count: 30 },
      { aFirst: "second", bFirst: "first", count: 15 },
      { aFirst: "first", bFirst: "first", count: 12 },
      { aFirst: "second", bFirst: "second", count: 3 },
      { aFirst: "tie", bFirst: "tie", count: 5 },
    ]);
    expect(found).toMatchObject({ aWins: 30, bWins: 15, ties: 20, firstBoth: 12, secondBoth: 3 });
    expect(found.consistency).toBeCloseTo(50 / 65, 12);
    expect(found.winRateA).toBeCloseTo(40 / 65, 12);
    expect(found.positionBiasP).toBeCloseTo(0.03515625, 12);
    expect(found.signTestP).toBeCloseTo(0.035697803555194696, 12);
  });

  test("a tie in one order is a tie, one comparison at a time", () => {
    const found = positionSwap([
      { aFirst: "first", bFirst: "tie" },
      { aFirst: "first", bFirst: "second" },
    ]);
    expect(found).toMatchObject({ aWins: 1, bWins: 0, ties: 1, consistency: 0.5 });
  });
});

describe("agreement beyond chance", () => {
  test.each`
    table                  | agreement | kappa                 | error                  | because
    ${[[40, 5], [7, 48]]}  | ${0.88}   | ${0.7585513078470825} | ${0.06531900726532057} | ${"88 of 100 alike"}
    ${[[20, 5], [10, 15]]} | ${0.7}    | ${0.4}                | ${0.12699606293110033} | ${"(0.7 - 0.5) / 0.5"}
  `("$because", ({ table, agreement, kappa, error }) => {
    const found = cohenKappa(table);
    expect(found.agreement).toBeCloseTo(agreement, 12);
    expect(found.kappa).toBeCloseTo(kappa, 12);
    expect(found.standardError).toBeCloseTo(error, 12);
    expect(found.pabak).toBeCloseTo(2 * agreement - 1, 12);
  });

  test("who uses one label only agrees by chance", () => {
    expect(
      cohenKappa([
        [12, 0],
        [0, 0],
      ]),
    ).toMatchObject({ agreement: 1, kappa: null });
  });
});

describe("few labels of people and many of a judge", () => {
  const people = [1, 1, 0, 1, 0, 1, 1, 0, 1, 1];

  test("a judge that is people's equal shortens the interval", () => {
    const judgeElsewhere = Array.from({ length: 1000 }, (_, i) => (i % 10 < 7 ? 1 : 0));
    const found = predictionPowered({ people, judge: people, judgeElsewhere });
    expect(found.estimate).toBeCloseTo(0.7, 12);
    expect(found.standardError).toBeLessThan(found.peopleAlone.standardError / 9);
  });

  test("a judge that says nothing is not listened to", () => {
    const judge = [1, 0, 1, 0, 1, 0, 1, 0, 1, 0];
    const judgeElsewhere = Array.from({ length: 100 }, (_, i) => i % 2);
    const found = predictionPowered({ people, judge: judge.toReversed(), judgeElsewhere });
    expect(found.tuned.weight).toBeLessThan(0.5);
    expect(found.tuned.standardError).toBeLessThan(found.standardError);
  });

  test("a judge that never varies leaves what people say", () => {
    const alike = predictionPowered({
      people,
      judge: people.map(() => 1),
      judgeElsewhere: [1, 1, 1],
    });
    expect(alike.tuned).toMatchObject({ weight: 0, ...alike.peopleAlone });
    expect(alike.estimate).toBeCloseTo(0.7, 12);
  });
});
