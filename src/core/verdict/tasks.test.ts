import { describe, expect, test } from "vitest";
import { skills } from "./skills.ts";
import { skillsThatCount, taskById, tasks } from "./tasks.ts";

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe("a task", () => {
  test.each`
    task                   | needs
    ${"coding-agent"}      | ${["coding-agent"]}
    ${"tool-agent"}        | ${["tool-agent"]}
    ${"extraction"}        | ${["instruction-following", "extraction"]}
    ${"rag"}               | ${["instruction-following", "long-documents", "factuality"]}
    ${"long-documents"}    | ${["long-documents"]}
    ${"vision"}            | ${["vision"]}
    ${"computer-use"}      | ${["computer-use"]}
    ${"maths-and-science"} | ${["science", "maths"]}
    ${"multilingual"}      | ${["multilingual"]}
    ${"chat"}              | ${["instruction-following", "knowledge", "factuality"]}
  `("$task counts $needs", ({ task, needs }) => {
    expect(idsOf(taskById(task)?.skills ?? [])).toEqual(needs);
  });

  test("has an id of its own, and every skill is one", () => {
    expect(new Set(idsOf(tasks)).size).toBe(tasks.length);
    expect(idsOf(tasks)).toEqual(expect.arrayContaining(idsOf(skills)));
  });
});

describe("the skills that count", () => {
  test("are all of them when nobody says what the work is", () => {
    expect(skillsThatCount(undefined, {})).toEqual(skills);
  });

  test("are those that benchmarks were chosen for when that is all that was said", () => {
    const counted = skillsThatCount(undefined, { coding: "humaneval" });
    expect(counted).toEqual([{ id: "coding", label: "writing code", benchmarks: ["humaneval"] }]);
  });

  test("take the team's own benchmark in place of the list, and a skill that was added", () => {
    const counted = skillsThatCount(taskById("vision"), { vision: "mmmu", coding: "mbpp" });
    expect(counted.map(({ id, benchmarks }) => [id, benchmarks])).toEqual([
      ["vision", ["mmmu"]],
      ["coding", ["mbpp"]],
    ]);
  });
});
