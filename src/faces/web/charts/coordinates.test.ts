import fc from "fast-check";
import { expect, test } from "vitest";
import type { Axis, Chart } from "../../../core/report/chart.ts";
import { chartOf } from "./chart-of.ts";

const number = fc.oneof(
  fc.constantFrom(0, 1, 50, 100, -3, 1e-9, 1e12, 1e300, Number.NaN, Number.POSITIVE_INFINITY),
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
  fc.double(),
);
const maybe = fc.option(number, { nil: undefined });
const text = fc.string({ maxLength: 30 });
const axis: fc.Arbitrary<Axis> = fc.record({
  label: text,
  scale: fc.constantFrom("linear", "log"),
  format: fc.constantFrom("usd", "usdPerMtok", "tokens", "percent", "points", "times"),
});
const head = { title: text, words: text };
const value = fc.record({ value: number, low: maybe, high: maybe, text });
const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 6 });
const day = fc.constantFrom("2024-02-29", "2025-12-31", "2026-01-01", "2026-11-21", "2027-06-30");

const chart: fc.Arbitrary<Chart> = fc.oneof(
  fc.record({
    kind: fc.constant("dots" as const),
    ...head,
    x: axis,
    series: list(text),
    groups: list(
      fc.record({
        label: text,
        rows: list(
          fc.record({ label: text, remark: text, dots: list(fc.option(value, { nil: null })) }),
        ),
      }),
    ),
  }),
  fc.record({
    kind: fc.constant("lines" as const),
    ...head,
    x: axis,
    y: axis,
    lines: list(
      fc.record({
        label: text,
        points: list(
          fc.record({
            x: number,
            y: number,
            low: maybe,
            high: maybe,
            text: fc.option(text, { nil: undefined }),
          }),
        ),
      }),
    ),
    marks: list(fc.record({ x: number, label: text })),
  }),
  fc.record({
    kind: fc.constant("scatter" as const),
    ...head,
    x: axis,
    y: axis,
    points: list(
      fc.record({
        label: text,
        letter: fc.constantFrom("A", "B", ""),
        isFront: fc.boolean(),
        x: number,
        xHigh: maybe,
        y: value,
      }),
    ),
  }),
  fc.record({
    kind: fc.constant("steps" as const),
    ...head,
    y: axis,
    from: day,
    to: day,
    mark: fc.record({ day, label: text }),
    lines: list(fc.record({ label: text, steps: list(fc.record({ day, value: number, text })) })),
  }),
);

test("whatever the values, every coordinate is a number inside the drawing", () => {
  fc.assert(
    fc.property(chart, (each) => {
      const svg = String(chartOf(each));
      expect(svg).not.toMatch(/="[^"]*(?:NaN|Infinity|undefined|null)[^"]*"/u);
      const height = Number(/aria-label="[^"]*" width="100%" height="([\d.]+)"/.exec(svg)?.[1]);
      expect(height).toBeGreaterThan(0);
      for (const [, x = ""] of svg.matchAll(/ x="([^"]*)%"/g)) {
        for (const at of x.split("% ")) expectWithin(Number(at), 100);
      }
      for (const [, y = ""] of svg.matchAll(/ y="([^"]*)"/g)) {
        for (const at of y.split(" ")) expectWithin(Number(at), height);
      }
      for (const [, d = ""] of svg.matchAll(/ d="([^"]*)"/g)) expectPathWithin(d, height);
    }),
    { numRuns: 300 },
  );
});

function expectPathWithin(d: string, height: number): void {
  expect(d).toMatch(/^M[-\d.,MLHVZh ]*$/);
  for (const [, command, rest = ""] of d.matchAll(/([MLHV])([-\d., ]+)/g)) {
    const [first = Number.NaN, second = Number.NaN] = rest.trim().split(/[ ,]/).map(Number);
    if (command !== "V") expectWithin(first, 100);
    if (command === "V") expectWithin(first, height);
    if (command === "M" || command === "L") expectWithin(second, height);
  }
}

function expectWithin(at: number, most: number): void {
  expect(at).toBeGreaterThanOrEqual(-0.1);
  expect(at).toBeLessThanOrEqual(most + 0.1);
}
