import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { suiteFolders } from "../../../../test/builders/suite-folder-of.ts";
import { readSuite } from "../read-suite.ts";
import { importPromptfoo } from "./import-promptfoo.ts";

const folderOf = suiteFolders();

/** The suite as it is read back, and what did not map as `where: what`. */
async function imported(yaml: string, files: Readonly<Record<string, string>> = {}) {
  const folder = folderOf({ "promptfooconfig.yaml": yaml, ...files });
  const outcome = await importPromptfoo(join(folder, "promptfooconfig.yaml"));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  writeFileSync(join(folder, "suite.yaml"), outcome.value.text);
  const suite = await readSuite(join(folder, "suite.yaml"));
  if (!suite.ok) throw new Error(JSON.stringify([suite.problem, outcome.value.text]));
  return {
    suite: suite.value,
    left: outcome.value.notMapped.map(({ where, what }) => `${where}: ${what}`),
  };
}

const whole = `
# yaml-language-server: $schema=https://promptfoo.dev/config-schema.json
description: Translations
prompts:
  - "Translate {{ text }} to {{language}}: {{id}}"
  - file://prompts/chat.json
  - file://prompts/two.txt
  - file://prompts/made.py
  - "{% if x %}Say{% endif %} {{ text | upper }}"
providers:
  - openai:gpt-4.1-mini
  - id: openai:chat:gpt-4.1
    label: the big one
    config: { temperature: 0, max_tokens: 100, apiKeyEnvar: TEAM_KEY, apiBaseUrl: "https://proxy.example/v1", functions: [] }
  - openrouter:qwen/qwen3.5-4b
  - anthropic:messages:claude-sonnet-4-5: { config: { temperature: 1 } }
  - file://provider.js
defaultTest:
  vars: { language: German }
  assert: [{ type: latency, threshold: 2000 }, { type: not-icontains, value: sorry }]
  options: { provider: openai:gpt-4.1 }
tests:
  - description: one word
    vars: { text: cat, id: 7 }
    assert:
      - { type: equals, value: Katze }
      - { type: contains-any, value: [Katze, Kater], weight: 2 }
      - { type: regex, value: "^K" }
      - { type: llm-rubric, value: "Is {{text}} in {{language}}" }
      - { type: javascript, value: "output.length < 10" }
  - vars: { text: [dog, cow], language: French }
    assert: [{ type: is-json }, { type: contains-json, value: { required: [a] } }, { type: similar, value: chien, threshold: 0.9 }]
evaluateOptions: { maxConcurrency: 4, repeat: 2, showProgressBar: false }
sharing: true
`;
const files = {
  "prompts/chat.json":
    '[{"role":"system","content":"Be brief."},{"role":"user","content":"{{text}}?"}]',
  "prompts/two.txt": "One: {{text}}\n---\nTwo: {{text}}\n",
  "prompts/made.py": "",
};

describe("a configuration of promptfoo", () => {
  test("becomes a suite that is read", async () => {
    const { suite, left } = await imported(whole, files);
    expect(suite.name).toBe("Translations");
    expect(suite.prompts).toHaveLength(4 * 3);
    expect(suite.prompts[0]).toMatchObject({
      id: "prompt 1/test 1",
      messages: [{ role: "user", content: "Translate cat to German: 7" }],
      cluster: "row test 1",
      expected: {
        contains: ["sorry"],
        exact: "Katze",
        "contains-2": ["Katze", "Kater"],
        regex: "^K",
        judge: "Is cat in German",
      },
    });
    expect(suite.prompts[4]?.messages[0]).toEqual({ role: "system", content: "Be brief." });
    expect(suite.endpoints).toMatchObject([
      { id: "openai:gpt-4.1-mini", model: "gpt-4.1-mini", keyVariable: "OPENAI_API_KEY" },
      {
        id: "the-big-one",
        baseUrl: "https://proxy.example/v1",
        keyVariable: "TEAM_KEY",
        parameters: { temperature: 0, max_tokens: 100 },
      },
      { model: "qwen/qwen3.5-4b", baseUrl: "https://openrouter.ai/api/v1" },
      { model: "claude-sonnet-4-5", dialect: "messages", parameters: { temperature: 1 } },
    ]);
    expect(suite.graders.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      "contains contains",
      "exact exact",
      "contains-2 contains",
      "regex regex",
      "judge judge",
      "json-schema json-schema",
      "json-schema-2 json-schema",
    ]);
    expect(suite).toMatchObject({ repetitions: 2, load: { concurrency: 4 } });
    expect(left).toEqual([
      "sharing: sharing",
      "prompts.3: prompts/made.py",
      "prompts.4: {% if x %}Say{% endif %} {{ text | upper }}",
      "defaultTest.assert.0: latency",
      "tests.0.assert.1.weight: weight",
      "tests.0.assert.4: javascript",
      "tests.1.assert.2: who makes vectors",
      "providers.1.config.functions: functions",
      "providers.4: file://provider.js",
      "test 2.1: {{id_}}",
      "test 2.2: {{id_}}",
      "evaluateOptions.showProgressBar: showProgressBar",
    ]);
  });

  test("may keep its tests in a table", async () => {
    const table = [
      "text,__expected,__expected2,__metric",
      "cat,Katze,icontains: katze,m",
      'dog,"contains-all: H, nd",is-json,',
      'cow,"similar(0.7): Kuh",fn: output === 1,',
    ];
    const yaml = "prompts: 'Say {{text}}'\nproviders: openai:gpt-4.1\ntests: file://tests.csv";
    const { suite, left } = await imported(yaml, { "tests.csv": table.join("\n") });
    expect(suite.prompts.map(({ expected }) => expected)).toEqual([
      { exact: "Katze", contains: ["katze"] },
      { "contains-2": ["H", "nd"], "json-schema": true },
      undefined,
    ]);
    expect(left).toEqual([
      "tests.0.0: __metric",
      "tests.2.assert.0: who makes vectors",
      "tests.2.assert.1: javascript",
    ]);
  });

  test.each`
    yaml                                                   | line | because
    ${"providers: openai:gpt-4.1"}                         | ${1} | ${"no prompts"}
    ${"prompts: [a]\ntests: [{ assert: [{ value: x }] }]"} | ${2} | ${"an assertion of no type"}
    ${"prompts: [a"}                                       | ${1} | ${"no YAML"}
  `("is refused by its line for $because", async ({ yaml, line }) => {
    const folder = folderOf({ "c.yaml": yaml });
    expect(await importPromptfoo(join(folder, "c.yaml"))).toMatchObject({
      ok: false,
      problem: { code: "file-invalid", line },
    });
  });

  test("never carries a key over", async () => {
    const key = ["sk", "abcdefghijklmnop1234"].join("-");
    const headers = `{ Authorization: "Bearer ${key}", x-api-key: "{{env.MY_KEY}}", x-team: search }`;
    const folder = folderOf({
      "c.yaml": `prompts: [a]\nproviders: [{ id: openai:gpt-4.1, config: { apiKey: ${key}, headers: ${headers} } }]`,
      "d.yaml": `prompts: [a]\nproviders: [{ id: openai:gpt-4.1, config: { stop: ${key} } }]`,
    });
    const outcome = await importPromptfoo(join(folder, "c.yaml"));
    expect(outcome).toMatchObject({
      ok: true,
      value: { text: expect.stringContaining("x-api-key: $MY_KEY\n      x-team: search") },
    });
    const refused = await importPromptfoo(join(folder, "d.yaml"));
    expect(refused).toMatchObject({ ok: false, problem: { code: "file-invalid" } });
    expect(JSON.stringify([outcome, refused])).not.toContain(key);
  });

  test("may state who is asked for vectors", async () => {
    const yaml = `prompts: [a]
providers: [openai:gpt-4.1]
defaultTest: { options: { provider: { text: openai:gpt-4.1, embedding: "openai:embedding:text-embedding-3-small" } } }
tests: [{ assert: [{ type: similar, value: x }, { type: llm-rubric, value: y }] }]`;
    const { suite, left } = await imported(yaml);
    expect(suite.graders).toMatchObject([
      { kind: "similarity", embeddings: { model: "text-embedding-3-small" }, atLeast: 0.75 },
      { kind: "judge", judge: { model: "gpt-4.1" } },
    ]);
    expect(left).toEqual([]);
  });
});
