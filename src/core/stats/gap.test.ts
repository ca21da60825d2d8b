import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GapInput, gapBetween } from "./gap.ts";

const gpqa: GapInput = {
  scoreA: 81.7,
  scoreB: 88,
  items: 198,
  group: "reasoning",
  comparability: "cross-source",
};

describe("published gaps", () => {
  test.each`
    test                | a       | b       | items    | group          | comparability     | error    | zTotal   | sampling          | label
    ${"GPQA Diamond"}   | ${81.7} | ${88.0} | ${198}   | ${"reasoning"} | ${"cross-source"} | ${3.605} | ${1.33}  | ${"likely"}       | ${"likely"}
    ${"OSWorld"}        | ${41.8} | ${72.1} | ${361}   | ${"agentic"}   | ${"cross-source"} | ${3.501} | ${4.338} | ${"clear"}        | ${"clear"}
    ${"MMMU-Pro"}       | ${70.1} | ${76.6} | ${1730}  | ${"reasoning"} | ${"cross-source"} | ${1.499} | ${1.936} | ${"clear"}        | ${"likely"}
    ${"MMLU-Pro"}       | ${79.1} | ${81.8} | ${12032} | ${"static"}    | ${"cross-source"} | ${0.511} | ${1.308} | ${"clear"}        | ${"likely"}
    ${"MMLU-Pro"}       | ${69.4} | ${79.1} | ${12032} | ${"static"}    | ${"cross-source"} | ${0.56}  | ${4.669} | ${"clear"}        | ${"clear"}
    ${"MMLU-Redux"}     | ${91.0} | ${88.8} | ${5700}  | ${"static"}    | ${"same-table"}   | ${0.564} | ${1.915} | ${"clear"}        | ${"likely"}
    ${"IFBench"}        | ${69.0} | ${59.2} | ${294}   | ${"reasoning"} | ${"same-table"}   | ${3.925} | ${2.316} | ${"clear"}        | ${"clear"}
    ${"IFEval"}         | ${88.9} | ${89.8} | ${541}   | ${"reasoning"} | ${"same-table"}   | ${1.883} | ${0.372} | ${"within-noise"} | ${"within-noise"}
    ${"HMMT Nov 2025"}  | ${90.0} | ${76.8} | ${30}    | ${"reasoning"} | ${"same-table"}   | ${9.622} | ${1.271} | ${"likely"}       | ${"within-noise"}
    ${"MultiChallenge"} | ${40.1} | ${49.0} | ${273}   | ${"reasoning"} | ${"same-table"}   | ${4.222} | ${1.972} | ${"clear"}        | ${"clear"}
  `(
    "on $test, $a against $b of $items items is $label",
    ({ a, b, items, group, comparability, error, zTotal, sampling, label }) => {
      const gap = gapBetween({ scoreA: a, scoreB: b, items, group, comparability });
      expect(gap.standardErrorPoints).toBeCloseTo(error, 2);
      expect(gap.zTotal).toBeCloseTo(zTotal, 2);
      expect(gap).toMatchObject({ samplingLabel: sampling, label });
    },
  );

  test("one gap in full", () => {
    const gap = gapBetween(gpqa);
    expect(gap.deltaPoints).toBe(6.3);
    expect(gap.z).toBeCloseTo(1.73, 2);
    expect(gap.interval95?.[0]).toBeCloseTo(-0.8, 2);
    expect(gap.interval95?.[1]).toBeCloseTo(13.39, 2);
    expect(gap.pairedStandardErrorPoints).toBeCloseTo(2.567, 3);
    expect(gap.sameSignProbability).toBeCloseTo(0.908, 3);
    expect(gap.rhoMax).toBeCloseTo(0.78, 3);
    expect(gap.itemsApart).toBe(12);
    expect(gap.exactPBestPairing).toBeCloseTo(0.000488, 6);
    expect(gap.tauPoints).toBe(3);
  });

  test.each([
    [81.8, 76.8],
    [76.8, 81.8],
    [25, 30],
  ])("half an item counts down, whatever the fractions: %d and %d on 30", (scoreA, scoreB) => {
    expect(gapBetween({ ...gpqa, items: 30, scoreA, scoreB }).itemsApart).toBe(1);
  });
});

describe("what cannot be judged", () => {
  test("two different tests are not comparable, whatever sampling says", () => {
    const gap = gapBetween({
      scoreA: 79.1,
      scoreB: 93.4,
      items: 278,
      itemsB: 114,
      group: "agentic",
      comparability: "mismatch",
    });
    expect(gap.z).toBeCloseTo(4.003, 3);
    expect(gap).toMatchObject({
      label: "not-comparable",
      samplingLabel: "clear",
      tauPoints: null,
      zTotal: null,
      sameSignProbability: null,
      itemsApart: 40,
    });
  });

  test("without an item count nothing is judged", () => {
    const gap = gapBetween({ ...gpqa, items: undefined });
    expect(gap).toMatchObject({
      label: "unknown-n",
      samplingLabel: "unknown-n",
      deltaPoints: 6.3,
      standardErrorPoints: null,
      interval95: null,
      itemsApart: null,
      bounded: null,
    });
  });

  test("the smallest variant known bounds a gap of unknown size", () => {
    const gap = gapBetween({
      scoreA: 82.7,
      scoreB: 55.8,
      group: "reasoning",
      comparability: "same-table",
      smallestKnownItems: 131,
    });
    expect(gap.label).toBe("unknown-n");
    expect(gap.bounded).toEqual({ items: 131, label: "clear" });
  });
});

describe("what makes a test worth more or fewer items", () => {
  const errorOf = (change: Partial<GapInput>) =>
    gapBetween({ ...gpqa, ...change }).standardErrorPoints ?? Number.NaN;

  test("four runs with half the variance between items cut the error by a fifth", () => {
    const ratio = errorOf({ repeats: 4, itemVarianceShare: 0.5 }) / errorOf({});
    expect(ratio).toBeCloseTo(Math.sqrt(0.625), 12);
  });

  test("repeats alone prove nothing", () => {
    expect(errorOf({ repeats: 4 })).toBe(errorOf({}));
    expect(errorOf({ itemVarianceShare: 0.5 })).toBe(errorOf({}));
  });

  test("a design effect of two is half the items", () => {
    expect(errorOf({ designEffect: 2 })).toBeCloseTo(errorOf({ items: 99 }), 12);
  });

  test("a spread of set-ups of one's own replaces the default", () => {
    expect(gapBetween({ ...gpqa, tauPoints: 0 })).toMatchObject({ tauPoints: 0 });
    expect(gapBetween({ ...gpqa, tauPoints: 0 }).zTotal).toBe(gapBetween(gpqa).z);
  });
});

test("graded items are not counted: there is no such thing as k of n", () => {
  expect(gapBetween({ ...gpqa, isGraded: true })).toMatchObject({
    label: "likely",
    itemsApart: null,
    exactPBestPairing: null,
    rhoMax: null,
    isScoreAPossibleInOneRun: null,
  });
});

test.each`
  score   | items  | possible | because
  ${81.7} | ${198} | ${false} | ${"161 of 198 are 81.3 and 162 are 81.8"}
  ${41.8} | ${361} | ${true}  | ${"151 of 361 are 41.8"}
  ${90}   | ${30}  | ${true}  | ${"27 of 30"}
  ${76.8} | ${30}  | ${false} | ${"23 of 30 are 76.7"}
  ${0}    | ${30}  | ${true}  | ${"none"}
`("$score % of $items in one run: $possible, because $because", ({ score, items, possible }) => {
  const gap = gapBetween({ ...gpqa, scoreA: score, items });
  expect(gap.isScoreAPossibleInOneRun).toBe(possible);
});

const anyGap: fc.Arbitrary<GapInput> = fc.record({
  scoreA: fc.double({ min: 0, max: 100, noNaN: true }),
  scoreB: fc.double({ min: 0, max: 100, noNaN: true }),
  items: fc.integer({ min: 1, max: 100_000 }),
  itemsB: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }),
  group: fc.constantFrom("static", "reasoning", "agentic"),
  comparability: fc.constantFrom("same-run", "same-table", "cross-source", "mismatch"),
  designEffect: fc.option(fc.double({ min: 1, max: 10, noNaN: true }), { nil: undefined }),
});

test("swapping the two mirrors the gap", () => {
  fc.assert(
    fc.property(anyGap, (input) => {
      const { items, itemsB = items } = input;
      const gap = gapBetween({ ...input, itemsB });
      const mirrored = gapBetween({
        ...input,
        scoreA: input.scoreB,
        scoreB: input.scoreA,
        items: itemsB,
        itemsB: items,
      });
      expect(mirrored.deltaPoints).toBeCloseTo(-gap.deltaPoints, 8);
      expect(mirrored.label).toBe(gap.label);
      expect(mirrored.samplingLabel).toBe(gap.samplingLabel);
      expect(mirrored.z).toBeCloseTo(gap.z ?? Number.NaN, 8);
      expect(mirrored.interval95?.[0]).toBeCloseTo(-(gap.interval95?.[1] ?? Number.NaN), 8);
    }),
  );
});

test("every figure is finite, also at 0 % and 100 % of a single item", () => {
  fc.assert(
    fc.property(anyGap, (input) => {
      for (const figure of Object.values(gapBetween(input))) {
        if (typeof figure === "number") expect(Number.isFinite(figure)).toBe(true);
      }
    }),
    {
      examples: [
        [{ ...gpqa, scoreA: 0, scoreB: 100, items: 1 }],
        [{ ...gpqa, scoreA: 0, scoreB: 0, items: 1 }],
      ],
    },
  );
});

test("what is clear in total is clear on sampling alone", () => {
  fc.assert(
    fc.property(anyGap, (input) => {
      const { label, samplingLabel } = gapBetween(input);
      if (label === "clear") expect(samplingLabel).toBe("clear");
    }),
  );
});

test("fewer than six items apart are never significant at 5 %, six are", () => {
  const apart = (items: number) =>
    gapBetween({ ...gpqa, scoreA: 50, scoreB: 50 + items, items: 100 });
  expect(apart(5).exactPBestPairing).toBeGreaterThan(0.05);
  expect(apart(6).exactPBestPairing).toBeLessThan(0.05);
});
