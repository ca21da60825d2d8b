import { describe, expect, test } from "vitest";
import { benchmarkOf } from "../../../test/builders/benchmark-of.ts";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { scoreOf } from "../../../test/builders/score-of.ts";
import type { Candidate } from "../compare/candidate.ts";
import { contestOf } from "./contest.ts";
import { relationsFor } from "./relations.ts";

const skill = { id: "knowledge", label: "knowledge", benchmarks: ["mmlu-pro", "mmlu"] };
const benchmarkById = new Map(
  ["mmlu-pro", "mmlu"].map((id) => [id, benchmarkOf({ id, name: id })]),
);
const stakes = { skills: [skill], tasks: 100_000, failedTaskUsd: undefined };
const terms = { stakes, relationsOf: relationsFor(stakes, benchmarkById) };

/** One publisher reports all of them; two points are within the 2.0 of its set-ups. */
function model(id: string, monthlyUsd: number, score: number, benchmark = "mmlu-pro"): Candidate {
  const scores = [scoreOf({ model: id, benchmark, score, reporter: "One table" })];
  return candidateOf(dossierOf({ id, routes: [{ id: `host/${id}` }], scores }), { monthlyUsd });
}

const idsOf = (list: readonly Candidate[]) => list.map(({ dossier }) => dossier.entry.id);
const frontOf = (candidates: readonly Candidate[]) =>
  idsOf(contestOf(candidates, terms).front.map(({ candidate }) => candidate));

describe("the front of cost and quality", () => {
  test("holds the cheapest and every one that is clearly ahead of all cheaper ones", () => {
    const field = [model("a/cheap", 10, 60), model("a/middle", 50, 70), model("a/dear", 90, 80)];
    expect(frontOf(field)).toEqual(["a/cheap", "a/middle", "a/dear"]);
  });

  test("leaves out who costs more and is not better, and says by whom", () => {
    const field = [model("a/cheap", 10, 70), model("a/worse", 50, 60), model("a/same", 60, 70)];
    const { front, beaten } = contestOf(field, terms);
    expect(idsOf(front.map(({ candidate }) => candidate))).toEqual(["a/cheap"]);
    expect(
      beaten.map(({ candidate, by, decision }) => [...idsOf([candidate, by]), decision.rule]),
    ).toEqual([
      ["a/worse", "a/cheap", "cheaper-and-ahead"],
      ["a/same", "a/cheap", "no-difference"],
    ]);
  });

  test("is the same in whatever order the models are named", () => {
    const field = [model("a/x", 10, 60), model("a/y", 10, 60), model("a/z", 30, 75)];
    expect(frontOf([...field].reverse())).toEqual(frontOf(field));
  });

  test("keeps apart whom no shared score relates to the others", () => {
    const field = [
      model("a/cheap", 10, 60),
      model("a/dear", 90, 80),
      model("b/other", 20, 50, "mmlu"),
    ];
    const { front, apart } = contestOf(field, terms);
    expect(idsOf(front.map(({ candidate }) => candidate))).toEqual(["a/cheap", "a/dear"]);
    expect(idsOf(apart)).toEqual(["b/other"]);
  });

  test("counts no win of one that is out itself", () => {
    const field = [model("a/first", 10, 70), model("a/second", 20, 67), model("a/third", 30, 71)];
    const { front, beaten } = contestOf(field, terms);
    expect(idsOf(front.map(({ candidate }) => candidate))).toEqual(["a/first"]);
    expect(beaten.map(({ by }) => by.dossier.entry.id)).toEqual(["a/first", "a/first"]);
  });

  test("holds nobody that another of it beats", () => {
    const scores = [60, 63, 66, 69, 62, 71, 65, 73];
    const field = scores.map((score, at) => model(`a/${at}`, 10 * (at + 1), score));
    const { front } = contestOf(field, terms);
    for (const { candidate } of front) {
      const others = front.map((each) => each.candidate).filter((each) => each !== candidate);
      for (const other of others) {
        expect(contestOf([candidate, other], terms).front).toHaveLength(2);
      }
    }
  });

  test("of one alone is that one, and of nobody nobody", () => {
    expect(frontOf([model("a/only", 10, 60)])).toEqual(["a/only"]);
    expect(frontOf([])).toEqual([]);
  });

  test("never loses one that passes to one that hangs on unknown facts", () => {
    const standing = { kind: "conditional", on: ["region=eu"] } as const;
    const open = { ...model("a/open", 10, 80), standing };
    expect(frontOf([open, model("a/sure", 50, 60)])).toEqual(["a/open", "a/sure"]);
    expect(frontOf([open, { ...model("a/both", 50, 60), standing }])).toEqual(["a/open"]);
  });
});
