import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaCdf, betaQuantile, betaUpper } from "./beta.ts";
import { binomialCdf, binomialProbability, binomialUpper } from "./binomial.ts";
import { logBeta } from "./binomial-term.ts";
import { studentCdf, studentP, studentQuantile } from "./student.ts";

/** To ten digits of what the value has, also where it is tiny. */
function expectClose(found: number, wanted: number) {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-10 * Math.abs(wanted));
}

describe("Student's t", () => {
  test.each`
    share     | degrees      | t                     | because
    ${0.975}  | ${1}         | ${12.706204736432095} | ${"Cauchy: the tangent of 0.475 π"}
    ${0.975}  | ${3}         | ${3.182446305284263}  | ${"four clusters; in every table"}
    ${0.975}  | ${9}         | ${2.2621571628540993} | ${"ten prompts"}
    ${0.975}  | ${99}        | ${1.9842169515086827} | ${"a hundred prompts"}
    ${0.025}  | ${9}         | ${-2.262157162854099} | ${"the other tail"}
    ${0.6}    | ${2}         | ${0.2886751345948129} | ${"near the middle: 0.2 / √(2 × 0.6 × 0.4)"}
    ${0.5}    | ${7}         | ${0}                  | ${"the middle"}
    ${0.9995} | ${1_000_000} | ${3.290536461239193}  | ${"almost normal"}
  `("$share of $degrees degrees of freedom lies below $t: $because", ({ share, degrees, t }) => {
    expect(studentQuantile(share, degrees)).toBeCloseTo(t, 8);
    expect(studentCdf(t, degrees)).toBeCloseTo(share, 11);
  });

  test("a small p keeps its digits", () => {
    expectClose(studentP(1e6, 1), 2 / Math.PI / 1e6);
    expect(studentP(Number.POSITIVE_INFINITY, 4)).toBe(0);
  });
});

describe("beta and binomial", () => {
  test.each`
    a      | b      | p        | x                      | because
    ${17}  | ${4}   | ${0.025} | ${0.6210731734547044}  | ${"exact limit of 17 of 20"}
    ${850} | ${151} | ${0.025} | ${0.8263418714329349}  | ${"exact limit of 850 of 1000"}
    ${1}   | ${30}  | ${0.975} | ${0.11570330822202743} | ${"1 - 0.025^(1/30)"}
    ${0.5} | ${0.5} | ${0.5}   | ${0.5}                 | ${"the arcsine law"}
    ${1e6} | ${1e6} | ${0.5}   | ${0.5}                 | ${"symmetric, and very narrow"}
  `("below $x lies $p of beta($a, $b): $because", ({ a, b, p, x }) => {
    expectClose(betaQuantile(p, a, b), x);
    expectClose(betaCdf(x, a, b), p);
  });

  test.each`
    k       | n       | p       | below                     | because
    ${39}   | ${100}  | ${0.5}  | ${0.017600100108852428}   | ${"forty of a hundred coins"}
    ${30}   | ${1000} | ${0.05} | ${0.0012770679174797827}  | ${"a tail"}
    ${1750} | ${5000} | ${0.5}  | ${1.481034691704986e-101} | ${"a tail where each power alone is nothing"}
    ${0}    | ${8}    | ${0.5}  | ${0.00390625}             | ${"one half to the eighth"}
  `("at most $k of $n at $p: $below, $because", ({ k, n, p, below }) => {
    expectClose(binomialCdf(k, n, p), below);
  });

  test("both tails and the term between them make one", () => {
    const asked = fc.record({
      n: fc.integer({ min: 1, max: 3000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      p: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    });
    fc.assert(
      fc.property(asked, ({ n, share, p }) => {
        const k = Math.round(share * n);
        expect(binomialCdf(k - 1, n, p) + binomialUpper(k, n, p)).toBeCloseTo(1, 11);
        const step = binomialCdf(k, n, p) - binomialCdf(k - 1, n, p);
        expect(step).toBeCloseTo(binomialProbability(k, n, p), 11);
      }),
    );
  });

  test("the quantile undoes the distribution function", () => {
    // Below 1 the density has no bound at an end, and no number lies as near to 1 as the quantile.
    const size = fc.double({ min: 1, max: 2000, noNaN: true });
    fc.assert(
      fc.property(size, size, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (a, b, p) => {
        const x = betaQuantile(p, a, b);
        expect(betaCdf(x, a, b)).toBeCloseTo(p, 10);
        expect(betaCdf(x, a, b) + betaUpper(x, a, b)).toBeCloseTo(1, 12);
      }),
    );
  });

  test.each([
    [0.5, 0.5, Math.log(Math.PI)],
    [1, 1, 0],
    [2, 3, -Math.log(12)],
    [0.5, 5000, -3.6862066527834605],
  ])("the logarithm of B(%d, %d) is %d", (a, b, log) => {
    expect(logBeta(a, b)).toBeCloseTo(log, 12);
  });
});
