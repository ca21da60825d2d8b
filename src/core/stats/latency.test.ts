import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantileInterval, quantileRanks } from "./quantile-interval.ts";
import { medianOfWalshAverages } from "./walsh.ts";
import { wilcoxonSignedRank } from "./wilcoxon.ts";

describe("quantiles of latencies", () => {
  test.each`
    n      | quantile | low     | high    | coverage              | because
    ${100} | ${0.5}   | ${40}   | ${61}   | ${0.9647997997822952} | ${"the median of a hundred"}
    ${200} | ${0.95}  | ${184}  | ${197}  | ${0.9671521638567256} | ${"the 95th percentile of two hundred"}
    ${71}  | ${0.95}  | ${63}   | ${null} | ${null}               | ${"0.95^71 is more than 2.5 %: no value is surely above"}
    ${72}  | ${0.95}  | ${64}   | ${72}   | ${0.9655}             | ${"72 are enough"}
    ${367} | ${0.99}  | ${359}  | ${null} | ${null}               | ${"0.99^367 is more than 2.5 %"}
    ${368} | ${0.99}  | ${360}  | ${368}  | ${0.96}               | ${"368 are enough"}
    ${5}   | ${0.5}   | ${null} | ${null} | ${null}               | ${"2^-5 is more than 2.5 %"}
  `("$because", ({ n, quantile, low, high, coverage }) => {
    const found = quantileRanks(n, quantile);
    expect([found.lowRank, found.highRank]).toEqual([low, high]);
    if (coverage === null) expect(found.coverage).toBeNull();
    else expect(found.coverage).toBeCloseTo(coverage, 2);
  });

  test("the values at those ranks hold it between them, or nothing does", () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(quantileInterval(values, 0.5)).toEqual([40, 61]);
    expect(quantileInterval(values.slice(0, 50), 0.99)).toBeNull();
  });
});

describe("paired latencies", () => {
  test.each`
    differences                                   | wPlus | p              | typical | because
    ${[1.2, -0.4, 3.1, 0.8, 2.2, -1.1, 0.6, 1.9]} | ${31} | ${0.078125}    | ${1}    | ${"20 of 256 patterns are as far off"}
    ${[5, 3, 8, -2, 7, 4, 6, -1, 9, 10]}          | ${52} | ${0.009765625} | ${5}    | ${"10 of 1024"}
    ${[1, 1, 1]}                                  | ${6}  | ${0.25}        | ${1}    | ${"equal sizes share their rank: 2 of 8"}
    ${[0, 0, 2]}                                  | ${1}  | ${1}           | ${0.5}  | ${"a difference of nothing has no sign"}
  `("$because", ({ differences, wPlus, p, typical }) => {
    const found = wilcoxonSignedRank(differences);
    expect(found.wPlus).toBe(wPlus);
    expect(found.p).toBeCloseTo(p, 12);
    expect(found.hodgesLehmann).toBeCloseTo(typical, 12);
    expect(found.method).toBe("exact");
  });

  test("many differences are judged by the normal distribution, as close as it should be", () => {
    const lean = (count: number) =>
      wilcoxonSignedRank(Array.from({ length: count }, (_, i) => (i % 5 < 3 ? 1 : -1) * (i + 1)));
    expect(lean(200).method).toBe("exact");
    expect(lean(205).method).toBe("normal");
    expect(Math.abs(lean(200).p - lean(205).p)).toBeLessThan(0.01);
  });

  test("the median of all means of two is what listing them says", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 }),
        (values) => {
          const walsh = values
            .flatMap((x, i) => values.slice(i).map((y) => (x + y) / 2))
            .sort((x, y) => x - y);
          const middle = walsh.slice(
            Math.floor((walsh.length - 1) / 2),
            Math.floor(walsh.length / 2) + 1,
          );
          const median = middle.reduce((sum, value) => sum + value, 0) / middle.length;
          expect(medianOfWalshAverages(values)).toBeCloseTo(median, 9);
        },
      ),
    );
  });
});
