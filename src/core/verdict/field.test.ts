import { expect, test } from "vitest";
import { benchmarkOf } from "../../../test/builders/benchmark-of.ts";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { scoreOf } from "../../../test/builders/score-of.ts";
import type { Candidate } from "../compare/candidate.ts";
import { scoreRowsOf } from "../compare/score-rows.ts";
import { fieldOf } from "./field.ts";
import { skills } from "./skills.ts";

const stakes = { skills, tasks: 100_000, failedTaskUsd: undefined };

/** A model with a bill and a score on MMLU-Pro, all in one table. */
const candidate = (id: string, monthlyUsd: number, score: number): Candidate =>
  candidateOf(
    dossierOf({
      id,
      routes: [{ id: `host/${id}` }],
      scores: [scoreOf({ model: id, benchmark: "mmlu-pro", score })],
    }),
    { monthlyUsd },
  );

function answer(candidates: readonly Candidate[]): readonly (string | undefined)[] {
  const rows = scoreRowsOf(
    candidates.map(({ dossier }) => dossier),
    new Map([["mmlu-pro", benchmarkOf()]]),
  );
  const field = fieldOf(candidates, rows, stakes);
  if (field.kind !== "contest") return [field.kind];
  return [field.decision.kind, field.decision.choice?.dossier.entry.id];
}

const winner = candidate("a/winner", 100, 90);
const loser = candidate("b/loser", 500, 70);

test("nobody able makes an empty field, one able needs no contest", () => {
  const stranded = candidateOf(dossierOf({ id: "c/stranded" }));
  expect(answer([stranded])).toEqual(["empty"]);
  expect(answer([winner, stranded])).toEqual(["single"]);
});

test("a candidate that loses on cost and quality is beaten", () => {
  expect(answer([winner, loser])).toEqual(["choose", "a/winner"]);
});

test.each([
  ["dearer and no better", candidate("c/third", 900, 70)],
  ["dearer and worse", candidate("c/third", 600, 50)],
  ["as dear as the loser", candidate("c/third", 500, 70)],
])("adding a third that is %s changes nothing", (_, third) => {
  expect(answer([winner, loser, third])).toEqual(answer([winner, loser]));
});

test("with three the order asked does not matter", () => {
  const third = candidate("c/third", 50, 60);
  const field = [winner, loser, third];
  expect(answer([...field].reverse())).toEqual(answer(field));
});

test("a better and dearer third makes it a question of the loss", () => {
  const best = candidate("c/best", 2_000, 97);
  expect(answer([winner, loser, best])).toEqual(["choose-if", "c/best"]);
});
