import { expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { scoreOf, scoreRowOf } from "../../../test/builders/score-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import type { Candidate } from "../compare/candidate.ts";
import { flipsOf } from "./flips-of.ts";
import { decidePair } from "./pair-decision.ts";
import { skills } from "./skills.ts";

const traffic = { inputTokens: 800_000_000, outputTokens: 250_000_000 };
const stakes = { skills, tasks: 100_000, failedTaskUsd: undefined };

/** A model whose bill is 800 M tokens at one price and 250 M at another. */
function priced(id: string, input: number, output: number, contextTokens: number): Candidate {
  const inputUsd = 800 * input;
  const outputUsd = 250 * output;
  const monthlyUsd = inputUsd + outputUsd;
  return candidateOf(
    dossierOf({
      id,
      facts: { "limit.context": contextTokens },
      routes: [{ id: `host/${id}` }],
    }),
    {
      cost: {
        known: true,
        monthlyUsd,
        lowUsd: monthlyUsd,
        highUsd: monthlyUsd,
        items: [
          {
            what: "input",
            side: "input",
            tokens: 800_000_000,
            rateUsdPerMtok: input,
            usd: inputUsd,
          },
          {
            what: "output",
            side: "output",
            tokens: 250_000_000,
            rateUsdPerMtok: output,
            usd: outputUsd,
          },
        ],
        because: "list prices",
        notes: [],
        sources: [sourceOf()],
      },
    },
  );
}

const rows = [
  scoreRowOf({
    scores: [
      scoreOf({ model: "bee/small", benchmark: "mmlu-pro", score: 79.1 }),
      scoreOf({ model: "acme/large", benchmark: "mmlu-pro", score: 80.8 }),
    ],
  }),
];

function flips(small: Candidate, large: Candidate) {
  const found = flipsOf(decidePair(small, large, rows, stakes), traffic, stakes);
  return Object.fromEntries(found.map(({ variable, value }) => [variable, value]));
}

const small = priced("bee/small", 0.03, 0.15, 262_144);
const large = priced("acme/large", 2, 8, 1_047_576);

test("each flip is the value at which the two bills, or the bill and the loss, are equal", () => {
  const found = flips(small, large);
  expect(found["loss of a failed task"]).toBeCloseTo((3600 - 61.5) / 100_000 / 0.017, 9);
  expect(found["output price of small"]).toBeCloseTo((3600 - 24) / 250, 9);
  expect(found["output written by small"]).toBeCloseTo((3600 - 24) / 37.5, 9);
  expect(found["prompt length"]).toBe(262_144);
  expect(found["share of input in all tokens"]).toBeUndefined();
});

test("where one is cheaper in and the other out, the mix turns the order", () => {
  const found = flips(priced("bee/small", 1, 2, 1_000), priced("acme/large", 0.5, 9, 1_000));
  // x input and 1 - x output cost the same at x = 7 / 7.5
  expect(found["share of input in all tokens"]).toBeCloseTo(7 / 7.5, 9);
});

test("every flip says to whom it turns and where its figures come from", () => {
  for (const { changesTo, sources, text } of flipsOf(
    decidePair(small, large, rows, stakes),
    traffic,
    stakes,
  )) {
    expect(changesTo).toBe("acme/large");
    expect(sources).not.toEqual([]);
    expect(text).not.toBe("");
  }
});

test("where another skill speaks too, the loss turns the answer for its own skill alone", () => {
  const science = scoreRowOf({
    benchmark: "gpqa-diamond",
    scores: [
      scoreOf({ model: "bee/small", benchmark: "gpqa-diamond", score: 99 }),
      scoreOf({ model: "acme/large", benchmark: "gpqa-diamond", score: 60 }),
    ],
  });
  const textOf = (shared: typeof rows) =>
    flipsOf(decidePair(small, large, shared, stakes), traffic, stakes)[0]?.text;
  expect(textOf(rows)).toBe("a failed task costs you more than $2.08");
  expect(textOf([...rows, science])).toBe(
    "for knowledge alone, a failed task costs you more than $2.08",
  );
});
