import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { smallSuite, suiteFolders } from "../../../test/builders/suite-folder-of.ts";
import { readSuite } from "./read-suite.ts";

const folderOf = suiteFolders();
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

async function read(yaml: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folder = folderOf({ "suite.yaml": yaml, ...files });
  return readSuite(join(folder, "suite.yaml"));
}

async function promptsOf(yaml: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const suite = await read(smallSuite + yaml, files);
  if (!suite.ok) throw new Error(JSON.stringify(suite.problem));
  return suite.value.prompts;
}

describe("a suite", () => {
  test("states usual values where nothing is said", async () => {
    const suite = await read(`${smallSuite}prompts: [{ id: a, text: Hello }]`);
    expect(suite).toMatchObject({
      ok: true,
      value: {
        name: "small",
        prompts: [{ id: "a", messages: [{ role: "user", content: "Hello" }] }],
        endpoints: [
          {
            id: "mini",
            dialect: "chat-completions",
            parameters: {},
            isStreamed: true,
            limits: { attempts: 4, isInsecureAllowed: false },
          },
        ],
        repetitions: 1,
        load: { kind: "closed", concurrency: 8 },
        stopsEarly: false,
        keepsExchanges: true,
      },
    });
  });

  test("decides between its endpoints, by its first grader unless it says which", async () => {
    const suite = await read(`${smallSuite}
  - { id: big, baseUrl: "https://api.example.com/v1", model: big-1 }
prompts: [{ id: a, text: "2 + 2", expected: 4 }]
graders: [{ kind: numeric }]
load: { requestsPerSecond: 2 }
decision: { baseline: big, notWorseByPoints: 5 }`);
    expect(suite).toMatchObject({
      ok: true,
      value: {
        load: { kind: "open", requestsPerSecond: 2, spacing: "poisson", concurrency: 256 },
        decision: {
          baseline: "big",
          candidates: ["mini"],
          grader: "numeric",
          marginPoints: 5,
          isCheaperAsked: true,
          alpha: 0.05,
        },
      },
    });
  });
});

describe("prompts", () => {
  test("come from lines of JSON, as we write them or as chat completions do", async () => {
    const lines = [
      { id: 7, prompt: "a", expected: { total: 1 } },
      { text: "b", system: "s" },
      {
        messages: [
          { role: "user", content: [{ type: "text", text: "c" }] },
          {
            role: "assistant",
            content: null,
            tool_calls: [{ id: "1", type: "function", function: { name: "f", arguments: "{}" } }],
          },
          { role: "tool", tool_call_id: "1", content: "d" },
        ],
      },
    ];
    const text = `\uFEFF${lines.map((line) => JSON.stringify(line)).join("\r\n")}\r\n`;
    expect(await promptsOf("files: [p.jsonl]", { "p.jsonl": text })).toEqual([
      { id: "7", messages: [{ role: "user", content: "a" }], expected: { total: 1 } },
      {
        id: "p.jsonl:2",
        messages: [
          { role: "system", content: "s" },
          { role: "user", content: "b" },
        ],
      },
      {
        id: "p.jsonl:3",
        messages: [
          { role: "user", content: [{ kind: "text", text: "c" }] },
          {
            role: "assistant",
            content: "",
            toolCalls: [{ id: "1", name: "f", arguments: "{}" }],
          },
          { role: "tool", toolCallId: "1", content: "d" },
        ],
      },
    ]);
  });

  test("come from a table, where an empty cell says nothing", async () => {
    const table = '\uFEFFid,text,expected\r\na,"two\r\nlines",x\r\nb,one,\r\n';
    expect(await promptsOf("files: [p.csv]", { "p.csv": table })).toEqual([
      { id: "a", messages: [{ role: "user", content: "two\r\nlines" }], expected: "x" },
      { id: "b", messages: [{ role: "user", content: "one" }] },
    ]);
  });

  test("are templates filled with rows times variables", async () => {
    const yaml = `
templates:
  - { id: ask, text: "{{word}} in {{ language }}?", expected: "{{word}}!" }
  - { id: tell, text: "\\\\{{word}} {{word}}" }
rowsFile: rows/words.csv
variables: { language: [German, French] }`;
    const prompts = await promptsOf(yaml, {
      "rows/words.csv": "id,word,expected\ncat,{{language}},\ndog,dog,Hund\n",
    });
    expect(
      prompts.map(({ id, messages, expected }) => [id, messages[0]?.content, expected]),
    ).toEqual([
      ["ask/cat.1", "{{language}} in German?", "{{language}}!"],
      ["ask/cat.2", "{{language}} in French?", "{{language}}!"],
      ["ask/dog.1", "dog in German?", "Hund"],
      ["ask/dog.2", "dog in French?", "Hund"],
      ["tell/cat.1", "{{word}} {{language}}", undefined],
      ["tell/cat.2", "{{word}} {{language}}", undefined],
      ["tell/dog.1", "{{word}} dog", "Hund"],
      ["tell/dog.2", "{{word}} dog", "Hund"],
    ]);
    expect(prompts[0]).toMatchObject({
      cluster: "row cat.1",
      variables: { word: "{{language}}", language: "German" },
    });
  });

  test("hold images, from files beside the suite or as data", async () => {
    const base64 = Buffer.from(png).toString("base64");
    const yaml = `
files: [sub/p.jsonl]
prompts:
  - { id: a, text: What?, images: [sub/a.png, "data:image/png;base64,${base64}"] }`;
    const line = { id: "b", messages: [{ role: "user", content: [{ image: "a.png" }] }] };
    const part = { kind: "image", mediaType: "image/png", base64 };
    expect(
      await promptsOf(yaml, { "sub/a.png": png, "sub/p.jsonl": JSON.stringify(line) }),
    ).toEqual([
      {
        id: "a",
        messages: [{ role: "user", content: [part, part, { kind: "text", text: "What?" }] }],
      },
      { id: "b", messages: [{ role: "user", content: [part] }] },
    ]);
  });

  test("have the tools of the suite unless they have their own", async () => {
    const yaml = `
toolsFile: tools.json
prompts:
  - { id: a, text: x }
  - { id: b, text: x, tools: [] }
  - { id: c, text: x, tools: [{ name: own }] }`;
    const search = { name: "search", parameters: { type: "object", properties: {} } };
    const tools = JSON.stringify([{ type: "function", function: search }]);
    const prompts = await promptsOf(yaml, { "tools.json": tools });
    expect(prompts.map(({ tools: each }) => each)).toEqual([
      [search],
      undefined,
      [{ name: "own", parameters: { type: "object" } }],
    ]);
  });
});

test("a link that leads out of the folder is not followed", async () => {
  const elsewhere = folderOf({ "p.jsonl": '{"text":"secret"}' });
  const folder = folderOf({ "suite.yaml": `${smallSuite}files: [p.jsonl]` });
  symlinkSync(join(elsewhere, "p.jsonl"), join(folder, "p.jsonl"));
  expect(await readSuite(join(folder, "suite.yaml"))).toMatchObject({
    ok: false,
    problem: { field: "files.0", expected: expect.stringContaining("within the folder") },
  });
  const named = folderOf({ "suite.yaml": `${smallSuite}files: [${elsewhere}/p.jsonl]` });
  expect(await readSuite(join(named, "suite.yaml"))).toMatchObject({ ok: true });
});

test.each`
  yaml                                                                         | name         | content                                                  | because
  ${"files: [p.jsonl]"}                                                        | ${"p.jsonl"} | ${(path: string) => `{"text":"x","images":["${path}"]}`} | ${"a line"}
  ${"templates: [{ id: t, text: x, images: ['{{image}}'] }]\nrowsFile: r.csv"} | ${"r.csv"}   | ${(path: string) => `image\n${path}`}                    | ${"a row"}
`("data opens nothing outside the folder, not even from the root: $because", async (each) => {
  const elsewhere = folderOf({ "private.png": png });
  const { yaml, name, content } = each;
  const suite = await read(smallSuite + yaml, { [name]: content(join(elsewhere, "private.png")) });
  expect(suite).toMatchObject({
    ok: false,
    problem: { expected: "a path within the folder of the suite" },
  });
});
