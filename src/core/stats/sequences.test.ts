import { describe, expect, test } from "vitest";
import { binomialSequence, normalSequence, rhoFor } from "./confidence-sequence.ts";
import { empiricalBernstein } from "./empirical-bernstein.ts";

describe("intervals that hold at every look", () => {
  test.each`
    successes | n       | low                   | high                  | because
    ${17}     | ${20}   | ${0.5247469029232336} | ${0.9867306783088904} | ${"wider than the 0.64 to 0.95 of one look"}
    ${850}    | ${1000} | ${0.8057181359268271} | ${0.8880795417713034} | ${"more items, a shorter interval"}
    ${0}      | ${0}    | ${0}                  | ${1}                  | ${"nothing seen, nothing known"}
  `("$successes of $n: $because", ({ successes, n, low, high }) => {
    const found = binomialSequence({ successes, n });
    expect(found[0]).toBeCloseTo(low, 9);
    expect(found[1]).toBeCloseTo(high, 9);
  });

  test("none right is honest at its end", () => {
    const [low, high] = binomialSequence({ successes: 0, n: 30 });
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0.1135);
  });

  test("for means: about half again as wide as for one look", () => {
    const found = normalSequence({ sd: 0.45, n: 50 }, { rho: 0.3 });
    expect(found.radius).toBeCloseTo(0.19518261337722867, 12);
    expect(found.fixedRadius).toBeCloseTo(0.12473134419147099, 12);
    expect(found.ratio).toBeCloseTo(1.5648240996874871, 12);
  });

  test("the rho for an n is about the best there", () => {
    const radius = (rho: number) => normalSequence({ sd: 1, n: 500 }, { rho }).radius;
    const best = radius(rhoFor(500));
    for (const factor of [0.5, 0.8, 1.25, 2]) {
      expect(radius(rhoFor(500) * factor)).toBeGreaterThan(best * 0.999);
    }
  });
});

describe("empirical Bernstein", () => {
  test("starts from nothing and closes in", () => {
    expect(empiricalBernstein([]).running).toEqual([0, 1]);
    const scores = Array.from({ length: 2000 }, (_, i) => (i % 4 === 0 ? 0 : 1));
    const [low, high] = empiricalBernstein(scores).running;
    expect(low).toBeGreaterThan(0.69);
    expect(high).toBeLessThan(0.81);
    expect(low).toBeLessThan(0.75);
    expect(high).toBeGreaterThan(0.75);
  });

  test("one right answer by hand: bet 1/2, radius (ln 40 + 1/4 × (ln 2 - 1/2)) × 2", () => {
    const { center, last } = empiricalBernstein([1]);
    expect(center).toBe(1);
    expect(last).toEqual([0, 1]);
  });

  test("what was excluded once stays excluded", () => {
    const good = Array.from({ length: 300 }, () => 1);
    const bad = Array.from({ length: 300 }, () => 0);
    const { running, last } = empiricalBernstein([...good, ...bad]);
    expect(running[0]).toBeGreaterThan(last[0]);
  });
});
