import { describe, expect, test } from "vitest";
import { parseResults } from "./parse-results.ts";

function read(text: string, file = "results") {
  const parsed = parseResults(text, file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

const lines = (...values: readonly unknown[]) =>
  `${values.map((value) => JSON.stringify(value)).join("\n")}\n`;

const grade = (grader: string, score: number) => ({
  grader,
  version: "1",
  score,
  isPass: score > 0.5,
  because: "",
});

test("our own lines: pass when all graders pass, and each grader's score", () => {
  const found = read(
    lines(
      {
        prompt: "p1",
        endpoint: "x",
        grades: [grade("exact", 1), grade("judge", 0.4)],
        failure: null,
      },
      {
        prompt: { id: "p2", cluster: "d" },
        endpoint: { id: "x" },
        cluster: "d",
        grades: [],
        failure: { code: "stalled" },
      },
    ),
  );
  expect(found).toMatchObject({
    format: "steelyard",
    endpoints: ["x"],
    metrics: ["pass", "exact", "judge"],
  });
  expect(found.results).toEqual([
    { prompt: "p1", endpoint: "x", cluster: undefined, scores: { pass: 0, exact: 1, judge: 0.4 } },
    { prompt: "p2", endpoint: "x", cluster: "d", scores: {} },
  ]);
});

describe("promptfoo", () => {
  const row = (change: object) => ({
    promptIdx: 0,
    testIdx: 0,
    provider: { id: "openai:gpt-4.1", label: "" },
    vars: { question: "How many?" },
    prompt: { raw: "Answer: How many?", label: "Answer: {{question}}" },
    testCase: { vars: { question: "How many?" }, assert: [{ type: "equals", value: "3" }] },
    success: true,
    score: 1,
    namedScores: { tone: 0.5 },
    response: { output: "3" },
    failureReason: 0,
    ...change,
  });
  const version3 = { evalId: "e", results: { version: 3, results: [row({})], stats: {} } };

  test.each`
    value                                                                             | because
    ${version3}                                                                       | ${"version 3 in an output file"}
    ${{ version: 4, createdAt: "2026-11-20", results: version3.results, config: {} }} | ${"version 4 around it"}
    ${{ results: [row({})] }}                                                         | ${"rows without a summary"}
  `("is read from $because", ({ value }) => {
    const found = read(JSON.stringify(value));
    expect(found).toMatchObject({ format: "promptfoo", endpoints: ["openai:gpt-4.1"] });
    expect(found.results[0]?.scores).toEqual({ pass: 1, score: 1, tone: 0.5 });
    expect(found.results[0]?.prompt).toMatch(/^How many\? \([0-9a-f]{10}\)$/);
  });

  test("is read from lines, too", () => {
    expect(read(lines(row({}), row({ provider: "echo" }))).endpoints).toEqual([
      "openai:gpt-4.1",
      "echo",
    ]);
  });

  test("the same test has the same name wherever it stands, another assertion another", () => {
    const other = row({ testCase: { vars: { question: "How many?" }, assert: [] } });
    const again = row({ testIdx: 7, promptIdx: 2, provider: "b" });
    const names = read(JSON.stringify({ results: [row({}), again, other] })).results.map(
      ({ prompt }) => prompt,
    );
    expect(names[0]).toBe(names[1]);
    expect(names[2]).not.toBe(names[0]);
  });

  test.each`
    change                                                                                       | scores                       | because
    ${{ success: false, score: 0, failureReason: 1, error: "Expected 3" }}                       | ${["pass", "score", "tone"]} | ${"an assertion failed: a wrong answer"}
    ${{ success: false, score: 0, failureReason: 2, error: "429" }}                              | ${[]}                        | ${"a request failed: no answer"}
    ${{ success: false, score: 0, failureReason: undefined, error: "429", response: undefined }} | ${[]}                        | ${"the same in an older file"}
  `("$because", ({ change, scores }) => {
    const found = read(JSON.stringify({ results: [row(change)] }));
    expect(Object.keys(found.results[0]?.scores ?? {})).toEqual(scores);
  });
});

test("Inspect: letters are numbers, epochs repetitions, an error is no score", () => {
  const sample = (change: object) => ({
    id: 1,
    epoch: 1,
    input: "How many?",
    target: "3",
    scores: {},
    ...change,
  });
  const found = read(
    JSON.stringify({
      version: 2,
      status: "success",
      eval: { task: "count", model: "openai/gpt-4.1" },
      samples: [
        sample({
          scores: { match: { value: "C", answer: "3" }, judge: { value: { tone: 0.5, fit: "I" } } },
        }),
        sample({ epoch: 2, scores: { match: { value: "I" } } }),
        sample({ id: "b", error: { message: "stopped" } }),
      ],
    }),
  );
  expect(found).toMatchObject({ format: "inspect", endpoints: ["openai/gpt-4.1"] });
  expect(found.results.map(({ prompt, scores }) => [prompt, scores])).toEqual([
    ["1", { match: 1, "judge.tone": 0.5, "judge.fit": 0 }],
    ["1", { match: 0 }],
    ["b", {}],
  ]);
  expect(found.results[0]?.fingerprint).toHaveLength(10);
});

test("lm-evaluation-harness: filters are metrics of their own, of one answer", () => {
  const line = (change: object) => ({
    doc_id: 0,
    doc_hash: "h0",
    target: "3",
    resps: [["3"]],
    ...change,
  });
  const found = read(
    lines(
      line({ filter: "strict-match", metrics: ["exact_match"], exact_match: 0 }),
      line({ filter: "flexible-extract", metrics: ["exact_match"], exact_match: 1 }),
      line({
        doc_id: 1,
        doc_hash: "h1",
        filter: "none",
        acc: 1,
        acc_norm: 0,
        metrics: ["acc", "acc_norm"],
      }),
    ),
  );
  expect(found.metrics).toEqual([
    "exact_match,strict-match",
    "exact_match,flexible-extract",
    "acc",
    "acc_norm",
  ]);
  expect(found.results).toEqual([
    {
      prompt: "0",
      endpoint: null,
      fingerprint: "h0",
      scores: { "exact_match,strict-match": 0, "exact_match,flexible-extract": 1 },
    },
    { prompt: "1", endpoint: null, fingerprint: "h1", scores: { acc: 1, acc_norm: 0 } },
  ]);
});

describe("a table", () => {
  test.each`
    text                                                                    | because
    ${"id,model,pass,cluster\nq1,x,true,d\nq2,x,fail,\n"}                   | ${"words for right and wrong"}
    ${"\uFEFFprompt;endpoint;pass;group\r\nq1;x;1;d\r\nq2;x;0;\r\n"}        | ${"a spreadsheet with semicolons and a mark of its bytes"}
    ${'Question_ID\tModel\tPass\tDocument\n"q1"\tx\tyes\td\nq2\tx\tno\t\n'} | ${"tabs, quotes and capitals"}
  `("is read with $because", ({ text }) => {
    expect(read(text).results).toEqual([
      { prompt: "q1", endpoint: "x", cluster: "d", scores: { pass: 1 } },
      { prompt: "q2", endpoint: "x", cluster: undefined, scores: { pass: 0 } },
    ]);
  });

  test("has any column of numbers as a metric, and an empty cell is no score", () => {
    const found = read("id,note,score,f1\nq1,good,0.5,.25\nq2,,,1e-3\n");
    expect(found.metrics).toEqual(["score", "f1"]);
    expect(found.results[1]?.scores).toEqual({ f1: 0.001 });
  });
});

test.each`
  text                                         | line         | field                   | expected                                                     | because
  ${"id,score\nq1,1\nq2,good\n"}               | ${3}         | ${"score"}              | ${"a number, true or false"}                                 | ${"a word among scores"}
  ${"id,score\nq1,1\nq2\n"}                    | ${3}         | ${undefined}            | ${"a table with as many cells on each line as in the first"} | ${"a cell is missing"}
  ${"name,score\nq1,1\n"}                      | ${1}         | ${undefined}            | ${"a column `prompt` or `id`"}                               | ${"nothing names the prompt"}
  ${"id,text\nq1,good\n"}                      | ${1}         | ${undefined}            | ${"a column `score` or `pass`"}                              | ${"nothing is a score"}
  ${'{"doc_id":1,"acc":1}\n{"doc_id":2,"a'}    | ${2}         | ${undefined}            | ${"a JSON object on each line"}                              | ${"the file was cut short"}
  ${'{"doc_id":1,"acc":1}\n{"doc_id":null}\n'} | ${2}         | ${"doc_id"}             | ${"Invalid input"}                                           | ${"a line without an id"}
  ${'{"results":[{"success":true}]}'}          | ${undefined} | ${"results.0.provider"} | ${"Invalid input"}                                           | ${"a row without a provider"}
  ${'{"eval":{"model":"x"}}'}                  | ${undefined} | ${"samples"}            | ${"the samples of the log"}                                  | ${"a log without samples"}
  ${'{"hello":1}'}                             | ${undefined} | ${undefined}            | ${/promptfoo, Inspect/}                                      | ${"JSON of something else"}
  ${"PK\u0003\u0004..."}                       | ${undefined} | ${undefined}            | ${/inspect log convert/}                                     | ${"a packed log"}
  ${"  \n"}                                    | ${undefined} | ${undefined}            | ${/empty/}                                                   | ${"nothing in it"}
  ${"id,score\n"}                              | ${undefined} | ${undefined}            | ${"at least one result"}                                     | ${"a head without rows"}
`("a mistake is named by its place: $because", ({ text, line, field, expected }) => {
  const parsed = parseResults(text, "f");
  if (parsed.ok || parsed.problem.code !== "file-invalid") throw new Error("it was read");
  expect(parsed.problem).toMatchObject({ file: "f", ...(line === undefined ? {} : { line }) });
  expect(parsed.problem.field).toBe(field);
  if (typeof expected === "string") expect(parsed.problem.expected).toBe(expected);
  else expect(parsed.problem.expected).toMatch(expected);
});

test("names that mean something in JavaScript do no harm", () => {
  const found = read(
    '{"doc_id":"__proto__","metrics":["constructor","__proto__"],"constructor":1,"__proto__":0}\n',
  );
  expect(found.results[0]?.prompt).toBe("__proto__");
  expect(found.metrics).toEqual(["constructor"]);
});

test("long names stay apart", () => {
  const long = "x".repeat(5000);
  const [first, second] = read(`id,score\n${long}1,1\n${long}2,1\n`).results;
  expect(first?.prompt).not.toBe(second?.prompt);
  expect(first?.prompt.length).toBeLessThan(130);
});
