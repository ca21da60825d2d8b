import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultTraffic } from "../../src/core/cost/traffic.ts";
import { finderOf } from "../../src/core/shortlist/finder.ts";
import type { Shortlist } from "../../src/core/shortlist/shortlist.ts";
import { type Constraint, parseConstraint } from "../../src/core/verdict/constraints.ts";
import { taskById } from "../../src/core/verdict/tasks.ts";
import { catalog, day } from "./whole-catalog.ts";

const demands = [
  ...["tools", "structured-output", "reasoning", "vision", "open-weights", "commercial-use"],
  ...["context>=128k", "context>=400k", "output>=16k", "max-monthly=400", "max-monthly=2000"],
  ...["provider!=openrouter", "kind=first-party,cloud", "maker!=deepseek", "region=eu"],
  ...["quantisation!=fp4,int4", "no-training", "not-retiring-before=2027-06-30"],
];

const find = finderOf(catalog, day);

function ask(texts: readonly string[], task?: string): Shortlist {
  return find({
    askedOn: day,
    traffic: defaultTraffic,
    constraints: texts.map(constraint),
    task,
    skills: task === undefined ? [] : (taskById(task)?.skills ?? []),
  });
}

function constraint(text: string): Constraint {
  const read = parseConstraint(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}

const passing = ({ routes }: Shortlist) =>
  new Set(routes.filter(({ result }) => result === "passes").map(({ route }) => route));
const standing = ({ routes }: Shortlist) => new Set(routes.map(({ route }) => route));

const someDemands = fc.uniqueArray(fc.constantFrom(...demands), { minLength: 1, maxLength: 8 });
const patience = 60_000;

describe("over the whole catalog", () => {
  test(
    "taking a constraint away never takes away a passing route, nor one that may pass",
    () => {
      fc.assert(
        fc.property(someDemands, fc.nat(), (texts, at) => {
          const fewer = texts.filter((_, index) => index !== at % texts.length);
          const [before, after] = [ask(texts), ask(fewer)];
          const kept = passing(after);
          const open = standing(after);
          expect([...passing(before)].filter((id) => !kept.has(id))).toEqual([]);
          expect([...standing(before)].filter((id) => !open.has(id))).toEqual([]);
        }),
        { numRuns: 40, seed: 20261120 },
      );
    },
    patience,
  );

  test(
    "the order in which constraints are written does not matter",
    () => {
      fc.assert(
        fc.property(someDemands, (texts) => {
          const [there, back] = [ask(texts), ask([...texts].reverse())];
          expect([...standing(back)].sort()).toEqual([...standing(there)].sort());
          expect(back.counts).toEqual(there.counts);
          const [here, turned] = [there, back].map(({ unscored }) =>
            unscored.map(({ model }) => model),
          );
          expect(turned).toEqual(here);
        }),
        { numRuns: 20, seed: 20261120 },
      );
    },
    patience,
  );

  test("models stand in the same lists in whatever order they are named", () => {
    const named = catalog.models.filter(({ isAuthored }) => isAuthored).map(({ id }) => id);
    const terms = {
      askedOn: day,
      traffic: defaultTraffic,
      constraints: [constraint("tools")],
      task: "coding-agent",
      skills: taskById("coding-agent")?.skills ?? [],
    };
    const listsOf = ({ shortlist, apart, beaten, unscored }: Shortlist) =>
      [shortlist, apart, beaten, unscored].map((list) => list.map(({ model }) => model));
    const there = find({ ...terms, models: named });
    expect(listsOf(find({ ...terms, models: [...named].reverse() }))).toEqual(listsOf(there));
    expect(there.shortlist.length).toBeGreaterThan(1);
  });

  test("every usable model is in one list, and none that fails is in any", () => {
    for (const task of [undefined, "rag", "coding-agent"]) {
      const found = ask(["tools", "context>=128k"], task);
      const { shortlist, apart, beaten, unscored, out, counts } = found;
      const usable = [...shortlist, ...apart, ...beaten, ...unscored].map(({ model }) => model);
      expect(new Set([...usable, ...out.map(({ model }) => model)]).size).toBe(
        usable.length + out.length,
      );
      expect(out).toHaveLength(counts.models.failing);
      expect(counts.models.considered).toBe(catalog.models.length);
    }
  });

  test("a budget rules out exactly what costs more", () => {
    const limit = 400;
    const [free, bound] = [ask([]), ask([`max-monthly=${limit}`])];
    const cheap = free.routes.filter(
      ({ result, monthlyUsd }) => result === "passes" && monthlyUsd !== null && monthlyUsd <= limit,
    );
    expect([...passing(bound)].sort()).toEqual(cheap.map(({ route }) => route).sort());
  });
});
