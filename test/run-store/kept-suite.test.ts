import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keepSuite, keptSuite } from "../../src/measure/suite/kept-suite.ts";
import { readSuite } from "../../src/measure/suite/read-suite.ts";
import { runOf } from "../builders/run-of.ts";
import { suiteFolders } from "../builders/suite-folder-of.ts";
import { newFile, opened } from "./opened.ts";

const folderOf = suiteFolders();
const endpoint = (id: string) =>
  `{ id: ${id}, baseUrl: "https://api.example.com/v1", model: ${id}-1, keyVariable: SOME_KEY }`;

/** Every kind of grader, message and limit there is. */
const everything = `name: everything
endpoints:
  - ${endpoint("mini")}
  - ${endpoint("big")}
prompts:
  - id: words
    messages: [{ role: system, content: Be brief }, { role: user, content: "2 + 2" }]
    expected: { exact: "4", code: "assert True", call: { name: add, arguments: { a: 1 } } }
    cluster: sums
  - id: tools
    text: Add
    tools: [{ name: add, parameters: { type: object } }]
    expected: { exact: "4", code: "assert True", call: { name: add, arguments: { a: 1 } } }
graders:
  - { id: exact, kind: exact, key: exact }
  - { id: normalised, kind: normalised, key: exact }
  - { id: contains, kind: contains, key: exact }
  - { id: numeric, kind: numeric, key: exact }
  - { id: regex, kind: regex, pattern: "^4" }
  - { id: schema, kind: json-schema, schema: { type: object } }
  - { id: path, kind: json-path, path: "$.a", expected: 4 }
  - { id: call, kind: tool-call, key: call }
  - { id: code, kind: code, language: python, key: code }
  - { id: judge, kind: judge, judge: ${endpoint("judge")}, rubric: Is it right? }
load: { requestsPerSecond: 2 }
limits: { usd: 5, requests: 100, perEndpoint: { mini: { usd: 1 } } }
decision: { baseline: big, notWorseByPoints: 5 }
repetitions: 3
`;

async function suiteOf(yaml: string) {
  const suite = await readSuite(join(folderOf({ "suite.yaml": yaml }), "suite.yaml"));
  if (!suite.ok) throw new Error(JSON.stringify(suite.problem));
  return suite.value;
}

describe("a suite kept with its run", () => {
  test("comes back as it was measured", async () => {
    const suite = await suiteOf(everything);
    const store = await opened(newFile());
    const run = runOf("r", { suiteHash: await keepSuite(store, "r", suite) });
    expect(await keptSuite(store, run)).toEqual({ ok: true, value: suite });
    await store.close();
  });

  test("comes back whole where it has many prompts", async () => {
    const suite = await suiteOf(everything);
    const [prompt] = suite.prompts;
    if (prompt === undefined) throw new Error("no prompt");
    const content = "brick ".repeat(20_000);
    const prompts = Array.from({ length: 60 }, (_, i) => ({
      ...{ ...prompt, id: `p${i}` },
      messages: [{ role: "user", content }] as const,
    }));
    const store = await opened(newFile());
    const run = runOf("r", { suiteHash: await keepSuite(store, "r", { ...suite, prompts }) });
    const kept = await keptSuite(store, run);
    expect(kept.ok && kept.value.prompts.map(({ id }) => id)).toEqual(prompts.map(({ id }) => id));
    await store.close();
  });

  test("is missed by name where it is gone, or was never kept", async () => {
    const store = await opened(newFile());
    for (const suiteHash of [null, "0".repeat(64)]) {
      expect(await keptSuite(store, runOf("r", { suiteHash }))).toEqual({
        ok: false,
        problem: { code: "suite-not-kept", run: "r" },
      });
    }
    await store.close();
  });
});
