import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { smallSuite, suiteFolders } from "../../../test/builders/suite-folder-of.ts";
import { describeProblem } from "../../core/problems/describe-problem.ts";
import { readSuite } from "./read-suite.ts";

const folderOf = suiteFolders();
const key = ["sk", "proj", "abcdefghijklmnop1234"].join("-");

const problemOf = async (
  yaml: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
) => {
  const suite = await readSuite(join(folderOf({ "suite.yaml": yaml, ...files }), "suite.yaml"));
  if (suite.ok) throw new Error("was read");
  if (suite.problem.code !== "file-invalid") throw new Error(JSON.stringify(suite.problem));
  return suite.problem;
};

const prompt = "prompts: [{ id: a, text: x, expected: x }]\n";
const endpoint = (fields: string) =>
  `name: n\n${prompt}endpoints:\n  - { id: m, baseUrl: "https://x.example", model: m, ${fields} }\n`;

describe("a slip in a suite is named with its line and field", () => {
  test.each`
    yaml                                                                                                          | line         | field                        | expected                                     | because
    ${`${smallSuite}prompt: []`}                                                                                  | ${5}         | ${"prompt"}                  | ${"docs/suites.md"}                          | ${"a field nobody knows"}
    ${`${smallSuite}`}                                                                                            | ${2}         | ${undefined}                 | ${"prompts, files or templates"}             | ${"nothing to ask"}
    ${"name: x"}                                                                                                  | ${1}         | ${"endpoints"}               | ${"a list of endpoints"}                     | ${"nobody to ask"}
    ${`${smallSuite}prompts: [{ id: a, text: x }, { id: a, text: y }]`}                                           | ${5}         | ${"prompts.1.id"}            | ${'"a" is there already'}                    | ${"an id that is there twice"}
    ${`${smallSuite}prompts: [{ id: a }]`}                                                                        | ${5}         | ${"prompts.0"}               | ${"either text or messages"}                 | ${"a prompt without a text"}
    ${`${smallSuite}prompts: [{ id: a, text: x, images: [b.svg] }]`}                                              | ${undefined} | ${undefined}                 | ${"file-unreadable"}                         | ${"an image that is not there"}
    ${`${smallSuite}prompts: [{ id: a, text: x, images: ["https://x.example/a.png"] }]`}                          | ${5}         | ${"prompts.0.images.0"}      | ${"download it"}                             | ${"an image to be fetched"}
    ${`${smallSuite}files: [../p.jsonl]`}                                                                         | ${5}         | ${"files.0"}                 | ${"within the folder"}                       | ${"a path out of the folder"}
    ${`${smallSuite}files: [p.parquet]`}                                                                          | ${5}         | ${"files.0"}                 | ${".jsonl or .csv"}                          | ${"a file of another kind"}
    ${`${smallSuite}templates: [{ id: t, text: "{{a}}" }]\nrows: [{ b: 1 }]`}                                     | ${5}         | ${"templates.0"}             | ${"a value for {{a}}; there are b"}          | ${"a variable nobody fills"}
    ${`${smallSuite}templates: [{ id: t, text: "{{a|upper}}" }]`}                                                 | ${5}         | ${"templates.0"}             | ${"a value for {{a|upper}}; there are none"} | ${"code in a template"}
    ${`${smallSuite}${prompt}rows: [{ b: 1 }]`}                                                                   | ${6}         | ${"rows"}                    | ${"templates that hold"}                     | ${"rows for no template"}
    ${`${smallSuite}${prompt}graders: [{ kind: exactly }]`}                                                       | ${6}         | ${"graders.0.kind"}          | ${"one of exact, normalised"}                | ${"a grader nobody knows"}
    ${`${smallSuite}${prompt}graders: [{ kind: exact }, { kind: exact }]`}                                        | ${6}         | ${"graders.1"}               | ${"no other grader"}                         | ${"two graders of one name"}
    ${`${smallSuite}${prompt}graders: [{ kind: regex, pattern: "(" }]`}                                           | ${6}         | ${"graders.0.pattern"}       | ${"a regular expression"}                    | ${"no pattern"}
    ${`${smallSuite}${prompt}graders: [{ kind: numeric }]`}                                                       | ${5}         | ${"prompts.0.expected"}      | ${"a number"}                                | ${"a word for a number"}
    ${`${smallSuite}prompts: [{ id: a, text: x }]\ngraders: [{ kind: exact }]`}                                   | ${5}         | ${"prompts.0.expected"}      | ${"the grader exact"}                        | ${"nothing to grade by"}
    ${`${smallSuite}${prompt}decision: { baseline: big, notWorseByPoints: 5 }`}                                   | ${6}         | ${"decision.baseline"}       | ${"one of mini"}                             | ${"an endpoint that is not there"}
    ${`${smallSuite}${prompt}limits: { perEndpoint: { big: { usd: 1 } } }`}                                       | ${6}         | ${"limits.perEndpoint.big"}  | ${"one of mini"}                             | ${"limits of nobody"}
    ${`${smallSuite}${prompt}load: { spacing: even }`}                                                            | ${6}         | ${"load.spacing"}            | ${"requestsPerSecond"}                       | ${"spacing of no rate"}
    ${endpoint("parameters: { model: other }")}                                                                   | ${4}         | ${"endpoints.0.parameters"}  | ${"says these elsewhere"}                    | ${"a model stated twice"}
    ${endpoint('keyVariable: "MY KEY"')}                                                                          | ${4}         | ${"endpoints.0.keyVariable"} | ${"environment variable"}                    | ${"no name of a variable"}
    ${'name: n\nprompts: [{ id: a, text: x }]\nendpoints:\n  - { id: m, baseUrl: "http://x.example", model: m }'} | ${4}         | ${"endpoints.0.baseUrl"}     | ${"https"}                                   | ${"plain HTTP to another machine"}
  `("$because: $field", async ({ yaml, line, field, expected }) => {
    if (expected === "file-unreadable") {
      await expect(problemOf(yaml)).rejects.toThrow(expected);
      return;
    }
    const problem = await problemOf(yaml);
    expect(problem).toMatchObject({ line, expected: expect.stringContaining(expected) });
    expect(problem.field).toBe(field);
    expect(describeProblem(problem).remedy).toMatch(/^Expected /);
  });
});

describe("a key in the file is refused and never repeated", () => {
  test.each`
    fields                                           | field                                    | because
    ${`keyVariable: ${key}`}                         | ${"endpoints.0.keyVariable"}             | ${"a key for the name of its variable"}
    ${"keyVariable: a1b2c3d4e5f6a7b8c9d0e1f2"}       | ${"endpoints.0.keyVariable"}             | ${"a key that could be a name"}
    ${"headers: { authorization: hunter2 }"}         | ${"endpoints.0.headers.authorization"}   | ${"a header that holds keys"}
    ${`headers: { X-Api-Key: "${key}" }`}            | ${"endpoints.0.headers.X-Api-Key"}       | ${"another"}
    ${`headers: { x-note: "Bearer abcdefghijkl" }`}  | ${"endpoints.0.headers.x-note"}          | ${"a key under another name"}
    ${`parameters: { extra: { deep: ["${key}"] } }`} | ${"endpoints.0.parameters.extra.deep.0"} | ${"a key within parameters"}
  `("$because", async ({ fields, field }) => {
    const problem = await problemOf(endpoint(fields));
    expect(problem).toMatchObject({ line: 4, field });
    expect(problem.expected).toMatch(/environment variable and write its name/);
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|abcdefghij|a1b2c3/);
  });

  test.each(["https://u:hunter2@x.example/v1", "https://x.example/v1?key=hunter2"])(
    "in an address: %s",
    async (address) => {
      const problem = await problemOf(
        `name: n\nendpoints: [{ id: m, baseUrl: "${address}", model: m }]`,
      );
      expect(problem).toMatchObject({ line: 2, field: "endpoints.0.baseUrl" });
      expect(JSON.stringify(problem)).not.toContain("hunter2");
    },
  );

  test.each([
    'headers: { authorization: "Bearer $MY_KEY", x-api-key: $MY_KEY, x-team: search }',
    "keyVariable: OPENAI_API_KEY_FOR_TEAM_2",
  ])("but the name of a variable is not: %s", async (fields) => {
    const folder = folderOf({ "suite.yaml": endpoint(fields) });
    expect(await readSuite(join(folder, "suite.yaml"))).toMatchObject({ ok: true });
  });
});

const mebibyte = 1024 * 1024;

describe("a hostile file is refused by its line, never a crash", () => {
  test.each`
    name         | content                                     | line         | expected                        | because
    ${"p.jsonl"} | ${'{"text":"a"}\nnot json'}                 | ${2}         | ${"a JSON object on each line"} | ${"no JSON"}
    ${"p.jsonl"} | ${`{"text":"a"}\n${"[".repeat(mebibyte)}`}  | ${2}         | ${"nested more than"}           | ${"a million brackets"}
    ${"p.jsonl"} | ${`{"text":"${"a".repeat(5 * mebibyte)}"}`} | ${1}         | ${"characters a line"}          | ${"a line of five megabytes"}
    ${"p.jsonl"} | ${'{"__proto__":{"text":"a"}}'}             | ${1}         | ${"no field named"}             | ${"a text inherited"}
    ${"p.jsonl"} | ${'{"text":"a","answer":"b"}'}              | ${1}         | ${"no field named `answer`"}    | ${"a field nobody knows"}
    ${"p.jsonl"} | ${"\n\n"}                                   | ${1}         | ${"one line or more"}           | ${"nothing"}
    ${"p.jsonl"} | ${Uint8Array.from([0x7b, 0xff, 0xfe])}      | ${undefined} | ${"text in UTF-8"}              | ${"another encoding"}
    ${"p.jsonl"} | ${Uint8Array.from([0x7b, 0])}               | ${undefined} | ${"text in UTF-8"}              | ${"a binary file"}
    ${"p.csv"}   | ${'text,expected\na,b\n"c,d\n'}             | ${3}         | ${"a table"}                    | ${"a quote that never closes"}
    ${"p.csv"}   | ${"text,expected\na,b,c\n"}                 | ${2}         | ${"a table"}                    | ${"a cell too many"}
    ${"p.csv"}   | ${"text,text\na,b\n"}                       | ${1}         | ${"each column once"}           | ${"a column that is there twice"}
    ${"p.csv"}   | ${"text,__proto__\na,b\n"}                  | ${2}         | ${"no field named"}             | ${"a column that would be inherited"}
    ${"p.csv"}   | ${`text\n"${"a".repeat(5 * mebibyte)}"`}    | ${2}         | ${"a table"}                    | ${"a cell of five megabytes"}
  `("$because in $name", async ({ name, content, line, expected }) => {
    const problem = await problemOf(`${smallSuite}files: [${name}]`, { [name]: content });
    expect(problem).toMatchObject({ expected: expect.stringContaining(expected) });
    expect(problem.file).toContain(name);
    expect(problem.line).toBe(line);
  });

  test("a line of a megabyte is a prompt like any other", async () => {
    const content = `{"text":"${"a".repeat(900_000)}"}`;
    const folder = folderOf({ "suite.yaml": `${smallSuite}files: [p.jsonl]`, "p.jsonl": content });
    expect(await readSuite(join(folder, "suite.yaml"))).toMatchObject({ ok: true });
  });

  test.each`
    yaml                                         | because
    ${Uint8Array.from([0x6e, 0xff, 0xfe, 0x3a])} | ${"another encoding"}
    ${"name: a\0b"}                              | ${"a binary file"}
    ${"[".repeat(mebibyte)}                      | ${"a million brackets"}
    ${"a: &a [*a]"}                              | ${"a list within itself"}
    ${"__proto__: { name: x }"}                  | ${"fields inherited"}
    ${"null"}                                    | ${"nothing"}
  `("a suite that is $because", async ({ yaml }) => {
    expect(await problemOf(yaml)).toMatchObject({ code: "file-invalid" });
  });

  test("variables that combine into millions are refused before they do", async () => {
    const values = Array.from({ length: 400 }, (_, index) => index).join(",");
    const yaml = `${smallSuite}templates: [{ id: t, text: "{{a}}" }]
variables: { a: [${values}], b: [${values}], c: [${values}] }`;
    expect(await problemOf(yaml)).toMatchObject({ field: "variables" });
  });

  test("a row cannot name what values inherit", async () => {
    const yaml = `${smallSuite}templates: [{ id: t, text: "{{constructor}} {{__proto__}}" }]\nrows: [{ a: 1 }]`;
    const { expected } = await problemOf(yaml);
    expect(expected).toBe("a value for {{constructor}}; there are a");
  });
});
