import { describe, expect, test } from "vitest";
import { answerOf } from "../../../test/builders/answer-of.ts";
import type { Answer } from "../../core/runs/attempt.ts";
import type { GraderSpec } from "../../core/runs/grader-spec.ts";
import { GraderInput, graderSpecOf } from "../suite/grader-schema.ts";
import { openGraders } from "./open-graders.ts";

const specOf = (written: unknown): GraderSpec => graderSpecOf(GraderInput.parse(written));

async function gradingOf(written: unknown, expected: unknown, answer: Answer | string | null) {
  const deps = { suiteFile: "suite.yaml", isCodeAllowed: false };
  const open = await openGraders([specOf(written)], deps);
  if (!open.ok) throw new Error(JSON.stringify(open.problem));
  const prompt = { id: "a", messages: [{ role: "user", content: "?" }], expected } as const;
  const given = typeof answer === "string" ? answerOf(answer) : answer;
  const [grading] = await open.value.grade(prompt, given);
  await open.value.close();
  return grading;
}

const scoreOf = async (written: unknown, expected: unknown, answer: Answer | string) => {
  const grading = await gradingOf(written, expected, answer);
  if (grading?.isGraded !== true) throw new Error(grading?.because);
  const { score, isPass } = grading.grade;
  expect(isPass ? score > 0 : score < 1).toBe(true);
  return isPass ? score : score === 0 ? false : score;
};

const fenced = 'Here:\n```json\n{"total": 3}\n```\nDone.';
const call = (name: string, given: string): Answer =>
  answerOf("", { toolCalls: [{ id: "1", name, arguments: given }] });

describe("a grader", () => {
  test.each`
    grader                                                      | expected                                      | answer                                | score    | because
    ${{ kind: "exact" }}                                        | ${"Paris"}                                    | ${" Paris\n"}                         | ${1}     | ${"blanks around it do not count"}
    ${{ kind: "exact", trim: false }}                           | ${"Paris"}                                    | ${" Paris\n"}                         | ${false} | ${"unless they are asked to"}
    ${{ kind: "exact" }}                                        | ${"Paris"}                                    | ${"paris"}                            | ${false} | ${"case counts"}
    ${{ kind: "exact" }}                                        | ${4}                                          | ${"4"}                                | ${1}     | ${"a number is its digits"}
    ${{ kind: "exact", expected: "yes" }}                       | ${"no"}                                       | ${"yes"}                              | ${1}     | ${"the grader's own expectation wins"}
    ${{ kind: "exact", key: "b" }}                              | ${{ a: "x", b: "y" }}                         | ${"y"}                                | ${1}     | ${"one of several expectations"}
    ${{ kind: "normalised" }}                                   | ${"It’s Paris!"}                              | ${"it's  PARIS."}                     | ${1}     | ${"the words are the same"}
    ${{ kind: "normalised" }}                                   | ${"Paris"}                                    | ${"Ｐａｒｉｓ"}                       | ${1}     | ${"wide letters are letters"}
    ${{ kind: "normalised" }}                                   | ${"in Paris"}                                 | ${"inParis"}                          | ${false} | ${"another word"}
    ${{ kind: "contains" }}                                     | ${"Paris"}                                    | ${"It is Paris."}                     | ${1}     | ${"it is there"}
    ${{ kind: "contains" }}                                     | ${["Paris", "Seine"]}                         | ${"It is Paris."}                     | ${0.5}   | ${"half of it is there"}
    ${{ kind: "contains", match: "any" }}                       | ${["Rome", "Paris"]}                          | ${"It is Paris."}                     | ${1}     | ${"one of them is there"}
    ${{ kind: "contains", match: "none" }}                      | ${["Rome", "Paris"]}                          | ${"It is Paris."}                     | ${false} | ${"one of them is there, and must not"}
    ${{ kind: "contains", ignoreCase: true }}                   | ${"PARIS"}                                    | ${"It is Paris."}                     | ${1}     | ${"case is let go"}
    ${{ kind: "numeric" }}                                      | ${1234.5}                                     | ${"2 + 2 makes 1,234.50 $"}           | ${1}     | ${"the last number, thousands set off"}
    ${{ kind: "numeric", take: "first" }}                       | ${2}                                          | ${"2 + 2 makes 4"}                    | ${1}     | ${"the first number"}
    ${{ kind: "numeric", take: "only" }}                        | ${4}                                          | ${"2 + 2 makes 4"}                    | ${false} | ${"several numbers are none"}
    ${{ kind: "numeric" }}                                      | ${"-0.3"}                                     | ${"−0.3"}                             | ${1}     | ${"a typographic minus"}
    ${{ kind: "numeric", tolerance: 0.1 }}                      | ${0.2}                                        | ${"0.3"}                              | ${1}     | ${"a tenth off, as binary fractions have it"}
    ${{ kind: "numeric", relativeTolerance: 0.01 }}             | ${1000}                                       | ${"1010.1"}                           | ${false} | ${"more than a hundredth off"}
    ${{ kind: "numeric" }}                                      | ${4}                                          | ${"four"}                             | ${false} | ${"no digits"}
    ${{ kind: "regex", pattern: "^a+$", flags: "i" }}           | ${undefined}                                  | ${"AAA"}                              | ${1}     | ${"the pattern of the grader"}
    ${{ kind: "regex" }}                                        | ${"\\d{4}"}                                   | ${"in 1789"}                          | ${1}     | ${"the pattern of the prompt"}
    ${{ kind: "regex", pattern: "sorry", not: true }}           | ${undefined}                                  | ${"sorry"}                            | ${false} | ${"it must not match"}
    ${{ kind: "json-schema", schema: { required: ["total"] } }} | ${undefined}                                  | ${fenced}                             | ${1}     | ${"JSON in a fence"}
    ${{ kind: "json-schema", where: "whole" }}                  | ${true}                                       | ${fenced}                             | ${false} | ${"JSON alone was asked for"}
    ${{ kind: "json-schema" }}                                  | ${{ required: ["sum"] }}                      | ${'{"total": 3}'}                     | ${false} | ${"a field is missing"}
    ${{ kind: "json-schema" }}                                  | ${{ required: ["toString"] }}                 | ${"{}"}                               | ${false} | ${"what is inherited is not there"}
    ${{ kind: "json-path", path: "$.rows[0]['a b']" }}          | ${{ x: 1, y: 2 }}                             | ${'{"rows":[{"a b":{"y":2,"x":1}}]}'} | ${1}     | ${"equal whatever the order"}
    ${{ kind: "json-path", path: "total", where: "anywhere" }}  | ${3}                                          | ${'So {a} is {"total": 3}.'}          | ${1}     | ${"JSON within prose"}
    ${{ kind: "json-path", path: "__proto__.x" }}               | ${1}                                          | ${"{}"}                               | ${false} | ${"nothing is inherited"}
    ${{ kind: "tool-call" }}                                    | ${{ name: "f", arguments: { a: 1, b: 2 } }}   | ${call("f", '{"b":2,"a":1}')}         | ${1}     | ${"equal arguments"}
    ${{ kind: "tool-call" }}                                    | ${{ name: "f", schema: { required: ["a"] } }} | ${call("f", '{"b":2}')}               | ${false} | ${"arguments not of the schema"}
    ${{ kind: "tool-call" }}                                    | ${{ name: "f" }}                              | ${call("f", "broken")}                | ${1}     | ${"arguments that nobody asks for"}
    ${{ kind: "tool-call" }}                                    | ${[{ name: "f" }, { name: "g" }]}             | ${call("g", "")}                      | ${0.5}   | ${"one of two calls"}
    ${{ kind: "tool-call" }}                                    | ${[]}                                         | ${call("f", "{}")}                    | ${false} | ${"no call was expected"}
    ${{ kind: "tool-call", others: true }}                      | ${[]}                                         | ${call("f", "{}")}                    | ${1}     | ${"and none is forbidden"}
    ${{ kind: "tool-call" }}                                    | ${{ name: "f" }}                              | ${"I would call f"}                   | ${false} | ${"talk is no call"}
  `("$grader.kind gives $score: $because", async ({ grader, expected, answer, score }) => {
    expect(await scoreOf(grader, expected, answer)).toBe(score);
  });
});

describe("nothing is graded", () => {
  const pass = { kind: "exact" };
  test.each`
    grader                                                     | expected                                | answer                    | why                   | because
    ${pass}                                                    | ${"x"}                                  | ${null}                   | ${"no-answer"}        | ${"where there is no answer"}
    ${pass}                                                    | ${"x"}                                  | ${""}                     | ${"no-answer"}        | ${"where it is empty"}
    ${{ ...pass, key: "b" }}                                   | ${{ a: "x" }}                           | ${"x"}                    | ${"nothing-expected"} | ${"where the prompt has nothing for the grader"}
    ${{ ...pass, key: "toString" }}                            | ${{ a: "x" }}                           | ${"x"}                    | ${"nothing-expected"} | ${"where it would be inherited"}
    ${{ kind: "regex", pattern: "^(a+)+$" }}                   | ${undefined}                            | ${`${"a".repeat(40)}b`}   | ${"grader-failed"}    | ${"where a pattern does not end"}
    ${{ kind: "json-schema", schema: { pattern: "^(a+)+$" } }} | ${undefined}                            | ${`"${"a".repeat(40)}b"`} | ${"grader-failed"}    | ${"where a pattern of a schema does not end"}
    ${{ kind: "json-schema" }}                                 | ${{ $ref: "https://x.example/s.json" }} | ${"{}"}                   | ${"grader-failed"}    | ${"where a schema rests on another that is not here"}
    ${{ kind: "regex", pattern: "a" }}                         | ${undefined}                            | ${"a".repeat(1_000_001)}  | ${"grader-failed"}    | ${"where the answer is longer than is read"}
  `("$because", async ({ grader, expected, answer, why }) => {
    expect(await gradingOf(grader, expected, answer)).toMatchObject({ isGraded: false, why });
  });
});

test.each`
  answer                                            | because
  ${"[".repeat(500_000)}                            | ${"half a million brackets"}
  ${`{"a":${"[".repeat(5000)}${"]".repeat(5000)}}`} | ${"brackets within each other"}
  ${'{"\\"'.repeat(100_000)}                        | ${"quotes that never close"}
  ${"```".repeat(300_000)}                          | ${"fences"}
  ${`{"__proto__": {"total": 3}}`}                  | ${"a prototype"}
`("an answer of $because fails, and takes no time", async ({ answer }) => {
  const grader = { kind: "json-path", path: "total", where: "anywhere" };
  expect(await scoreOf(grader, 3, answer)).toBe(false);
});

test("after a pattern that does not end, the next answer is graded as ever", async () => {
  const deps = { suiteFile: "suite.yaml", isCodeAllowed: false };
  const open = await openGraders([specOf({ kind: "regex", pattern: "^(a+)+$" })], deps);
  if (!open.ok) throw new Error("not opened");
  const prompt = { id: "a", messages: [] };
  const answers = [`${"a".repeat(40)}b`, "aaa", "b"].map((text) => answerOf(text));
  const gradings = await Promise.all(answers.map((each) => open.value.grade(prompt, each)));
  expect(gradings.flat().map((each) => each.isGraded && each.grade.score)).toEqual([false, 1, 0]);
  await open.value.close();
});
