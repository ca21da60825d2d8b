import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bonettPriceInterval, pairedNewcombeInterval } from "./paired-intervals.ts";
import { nonInferiority, tangoInterval, tangoZ } from "./tango.ts";

describe("where A minus B lies", () => {
  test.each`
    both  | onlyA | onlyB | neither | newcombe                                       | bonettPrice                                     | tango                                           | because
    ${1}  | ${1}  | ${7}  | ${12}   | ${[-0.5069202266861409, -0.02555912416485978]} | ${[-0.5083593066664394, -0.013379823768343263]} | ${[-0.5172322764213774, -0.026003032480868618]} | ${"the review of Fagerland and others: -0.507 to -0.026, -0.508 to -0.013, -0.517 to -0.026"}
    ${36} | ${12} | ${2}  | ${0}    | ${[0.05692958400323869, 0.3404276029749407]}   | ${[0.050891670431200686, 0.3337237141841839]}   | ${[0.061112406186343976, 0.3447087482821487]}   | ${"Newcombe's own table, method 10: 0.0569 to 0.3404"}
    ${36} | ${9}  | ${3}  | ${2}    | ${[-0.021782069697670076, 0.2605888167881182]} | ${[-0.02211330283317553, 0.2528825336024063]}   | ${[-0.017798415926076488, 0.2627255027471429]}  | ${"the same with a smaller difference"}
  `("of $onlyA and $onlyB: $because", ({ newcombe, bonettPrice, tango, ...table }) => {
    const n = table.both + table.onlyA + table.onlyB + table.neither;
    const expectBoth = (found: readonly number[], wanted: readonly number[]) => {
      expect(found[0]).toBeCloseTo(wanted[0] ?? Number.NaN, 9);
      expect(found[1]).toBeCloseTo(wanted[1] ?? Number.NaN, 9);
    };
    expectBoth(pairedNewcombeInterval(table), newcombe);
    expectBoth(bonettPriceInterval({ ...table, n }), bonettPrice);
    expectBoth(tangoInterval({ ...table, n }), tango);
  });

  test.each`
    onlyA | onlyB | n     | low              | high            | because
    ${0}  | ${0}  | ${50} | ${-0.0713475991} | ${0.0713475991} | ${"no disagreement: z² / (n + z²) on both sides"}
    ${20} | ${0}  | ${20} | ${0.6777496839}  | ${1}            | ${"all disagree the same way: (n - z²) / (n + z²) to 1"}
  `("Tango's interval has its ends at the edges: $because", ({ onlyA, onlyB, n, low, high }) => {
    const found = tangoInterval({ onlyA, onlyB, n });
    expect(found[0]).toBeCloseTo(low, 7);
    expect(found[1]).toBeCloseTo(high, 7);
  });

  test("the ends of Tango's interval are where its test gives 5 %, and it mirrors", () => {
    const size = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 400 }), (onlyA, onlyB, rest) => {
        const n = onlyA + onlyB + rest;
        const [low, high] = tangoInterval({ onlyA, onlyB, n });
        expect(tangoZ({ onlyA, onlyB, n }, low)).toBeCloseTo(1.959963984540054, 6);
        expect(tangoZ({ onlyA, onlyB, n }, high)).toBeCloseTo(-1.959963984540054, 6);
        const [mirroredLow] = tangoInterval({ onlyA: onlyB, onlyB: onlyA, n });
        expect(mirroredLow).toBeCloseTo(-high, 9);
      }),
    );
  });
});

describe("not worse by more than a margin", () => {
  test.each`
    onlyA | onlyB | n      | margin  | z                     | p                       | waldLow                 | isNonInferior | because
    ${20} | ${18} | ${500} | ${0.02} | ${1.885145822844193}  | ${0.029705076464673116} | ${-0.01627698270532309} | ${true}       | ${"500 prompts, and hardly a difference"}
    ${5}  | ${9}  | ${200} | ${0.05} | ${1.4651994663165901} | ${0.0714332525860954}   | ${-0.05068434653084866} | ${false}      | ${"two points behind of five allowed: 200 prompts are too few"}
  `("$because", ({ margin, z, p, waldLow, isNonInferior, ...counts }) => {
    const found = nonInferiority(counts, { margin });
    expect(found.z).toBeCloseTo(z, 10);
    expect(found.p).toBeCloseTo(p, 10);
    expect(found.waldLow).toBeCloseTo(waldLow, 10);
    expect(found.isNonInferior).toBe(isNonInferior);
  });

  test("is what the lower end of Tango's 90 % interval says", () => {
    const size = fc.integer({ min: 0, max: 40 });
    const margins = fc.double({ min: 0.001, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(
        size,
        size,
        fc.integer({ min: 1, max: 400 }),
        margins,
        (onlyA, onlyB, rest, margin) => {
          const counts = { onlyA, onlyB, n: onlyA + onlyB + rest };
          const [low] = tangoInterval(counts, 0.9);
          fc.pre(Math.abs(low + margin) > 1e-9);
          expect(nonInferiority(counts, { margin }).isNonInferior).toBe(low > -margin);
        },
      ),
    );
  });
});
