import { expect, test } from "vitest";
import { benchmarkOf } from "../../../test/builders/benchmark-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { scoreOf } from "../../../test/builders/score-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import type { Score } from "../catalog/entries.ts";
import { scoreRowsOf } from "./score-rows.ts";

const benchmarks = new Map([["mmlu-pro", benchmarkOf()]]);

const score = (model: string, value: number, given: Partial<Score> = {}): Score =>
  scoreOf({ model, benchmark: "mmlu-pro", score: value, ...given });

const rowOf = (a: readonly Score[], b: readonly Score[], tau?: number) =>
  scoreRowsOf(
    [dossierOf({ id: "a/a", scores: a }), dossierOf({ id: "b/b", scores: b })],
    benchmarks,
    tau,
  )[0];

const byTable = (ref: string, kind: "first-party" | "benchmark-owner" = "first-party") => ({
  reporter: ref,
  source: sourceOf({ name: ref, ref, kind }),
});

test.each([
  {
    because: "a referee's run of both comes before any table",
    a: [score("a/a", 80, byTable("maker")), score("a/a", 78, byTable("board", "benchmark-owner"))],
    b: [score("b/b", 79, byTable("maker")), score("b/b", 75, byTable("board", "benchmark-owner"))],
    comparability: "same-run",
    scores: [78, 75],
  },
  {
    because: "one publisher's table comes before two sources",
    a: [score("a/a", 80, byTable("maker A")), score("a/a", 82, byTable("maker B"))],
    b: [score("b/b", 79, byTable("maker B"))],
    comparability: "same-table",
    scores: [82, 79],
  },
  {
    because: "two sources are better than two tests",
    a: [
      score("a/a", 80, { ...byTable("maker A"), variant: "with tools" }),
      score("a/a", 70, byTable("maker A")),
    ],
    b: [score("b/b", 79, byTable("maker B"))],
    comparability: "cross-source",
    scores: [70, 79],
  },
])("$because", ({ a, b, comparability, scores }) => {
  const row = rowOf(a, b);
  expect(row?.gaps[0]?.comparability).toBe(comparability);
  expect(row?.scores.map((each) => each?.score)).toEqual(scores);
});

test("tests that differ in tools are not comparable, whatever the gap", () => {
  const row = rowOf([score("a/a", 20, { variant: "with tools" })], [score("b/b", 90)]);
  expect(row?.gaps[0]?.label).toBe("not-comparable");
});

test("the published pair of a card with 12,032 items and two reporters is likely", () => {
  const row = rowOf([score("a/a", 79.1, byTable("card"))], [score("b/b", 81.8, byTable("blog"))]);
  expect(row?.gaps[0]).toMatchObject({ label: "likely", gap: { tauPoints: 2 } });
  expect(row?.gaps[0]?.gap.sameSignProbability).toBeCloseTo(0.905, 3);
});

test("the reader's own non-sampling error replaces the table's", () => {
  const row = rowOf(
    [score("a/a", 79.1, byTable("card"))],
    [score("b/b", 81.8, byTable("blog"))],
    1,
  );
  expect(row?.gaps[0]?.label).toBe("clear");
});

test("each test of a benchmark that both took is a row of its own", () => {
  const both = (model: string, february: number, november: number) => [
    score(model, february, { variant: "Feb 2025" }),
    score(model, november, { variant: "Nov 2025" }),
  ];
  const rows = scoreRowsOf(
    [
      dossierOf({ id: "a/a", scores: both("a/a", 90, 80) }),
      dossierOf({ id: "b/b", scores: [...both("b/b", 74, 76), score("b/b", 10)] }),
    ],
    benchmarks,
  );
  expect(
    rows.map(({ test: name, scores }) => [name, ...scores.map((each) => each?.score)]),
  ).toEqual([
    ["feb 2025", 90, 74],
    ["nov 2025", 80, 76],
  ]);
});

test("a benchmark of one model alone is no row", () => {
  expect(rowOf([score("a/a", 80)], [])).toBeUndefined();
});
