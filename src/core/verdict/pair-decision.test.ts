import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { scoreOf, scoreRowOf } from "../../../test/builders/score-of.ts";
import type { ScoreRow } from "../compare/score-row.ts";
import { gapBetween } from "../stats/gap.ts";
import { decidePair, type Stakes } from "./pair-decision.ts";
import { skills } from "./skills.ts";

const candidate = (id: string, monthlyUsd: number) =>
  candidateOf(dossierOf({ id, routes: [{ id: `host/${id}` }] }), { monthlyUsd });

const cheap = candidate("bee/small", 61.5);
const dear = candidate("acme/large", 3600);
const stakes: Stakes = { skills, tasks: 100_000, failedTaskUsd: undefined };

/** A row on which the small one scores `small` and the large one `large`. */
function row(benchmark: string, small: number, large: number, items = 12_032): ScoreRow {
  const gap = gapBetween({
    scoreA: small,
    scoreB: large,
    items,
    group: "static",
    comparability: "same-table",
  });
  return scoreRowOf({
    benchmark,
    items,
    scores: [
      scoreOf({ model: "bee/small", benchmark, score: small }),
      scoreOf({ model: "acme/large", benchmark, score: large }),
    ],
    pair: { gap, label: gap.label },
  });
}

const decide = (rows: readonly ScoreRow[], given: Partial<Stakes> = {}) =>
  decidePair(cheap, dear, rows, { ...stakes, ...given });

describe("between a cheap and a dear model", () => {
  test.each([
    {
      because: "no shared test means nothing is decided, though one is cheaper",
      rows: [],
      kind: "not-decidable",
      choice: undefined,
    },
    {
      because: "within noise the cheaper is taken",
      rows: [row("mmlu-pro", 80, 80.4)],
      kind: "no-difference-established",
      choice: "bee/small",
    },
    {
      because: "cheaper and ahead is a plain choice",
      rows: [row("mmlu-pro", 85, 80)],
      kind: "choose",
      choice: "bee/small",
    },
    {
      because: "a clear lead of the dearer pays above a loss",
      rows: [row("mmlu-pro", 70, 90)],
      kind: "choose-if",
      choice: "acme/large",
    },
    {
      because: "a lead that is only likely leaves the burden of proof with the dearer",
      rows: [row("mmlu-pro", 79.1, 80.8)],
      kind: "choose-if",
      choice: "bee/small",
    },
    {
      because: "ahead on one skill and behind on another, the dearer must win half of the draws",
      rows: [row("mmlu-pro", 80, 86), row("gpqa-diamond", 95, 60, 1_000)],
      kind: "choose-if",
      choice: "bee/small",
    },
  ])("$because", ({ rows, kind, choice }) => {
    const decision = decide(rows);
    expect(decision.kind).toBe(kind);
    expect(decision.choice?.dossier.entry.id).toBe(choice);
  });

  test("the loss at which the dearer pays is its extra cost a task over its lead", () => {
    const { breakEven } = decide([row("mmlu-pro", 70, 90)]);
    expect(breakEven?.usd).toBeCloseTo((3600 - 61.5) / 100_000 / 0.2, 12);
  });

  test("a stated loss above the whole range decides for the dearer, below it for the cheaper", () => {
    const rows = [row("mmlu-pro", 70, 90)];
    expect(decide(rows, { failedTaskUsd: 5 })).toMatchObject({ kind: "choose", choice: dear });
    expect(decide(rows, { failedTaskUsd: 0.01 })).toMatchObject({ kind: "choose", choice: cheap });
  });

  test("a stated loss between the ends goes to the likelier winner, though its lead is only likely", () => {
    const rows = [row("mmlu-pro", 79.1, 80.8)];
    const { rule, choice } = decide(rows, { failedTaskUsd: 10 });
    expect({ rule, choice }).toEqual({ rule: "wins-at-your-loss", choice: dear });
  });

  test("swapping the two changes nothing", () => {
    const rows = [row("mmlu-pro", 70, 90), row("gpqa-diamond", 80, 60, 1_000)];
    expect(decidePair(dear, cheap, rows, stakes)).toEqual(decide(rows));
  });

  test("a task looks at its own skill alone", () => {
    const rows = [row("mmlu-pro", 80, 90), row("gpqa-diamond", 95, 60, 1_000)];
    const science = skills.filter(({ id }) => id === "science");
    expect(decide(rows, { skills: science })).toMatchObject({ kind: "choose", choice: cheap });
  });
});
