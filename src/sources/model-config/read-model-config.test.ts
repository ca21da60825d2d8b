import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readModelConfig } from "./read-model-config.ts";

const folder = mkdtempSync(join(tmpdir(), "config-"));

test.each`
  name            | text                                              | code                | because
  ${"ok.json"}    | ${'{"num_hidden_layers": 2, "hidden_size": 64}'}  | ${undefined}        | ${"it is a configuration"}
  ${"nan.json"}   | ${'{"num_hidden_layers": NaN}'}                   | ${"file-invalid"}   | ${"NaN is no JSON"}
  ${"cut.json"}   | ${'{"num_hidden_layers": 2'}                      | ${"file-invalid"}   | ${"it was cut"}
  ${"deep.json"}  | ${`${"[".repeat(400_000)}${"]".repeat(400_000)}`} | ${"file-invalid"}   | ${"lists within lists without end"}
  ${"large.json"} | ${`{"a": "${"x".repeat(1_100_000)}"}`}            | ${"file-too-large"} | ${"more than a megabyte"}
`("$name: $because", async ({ name, text, code }) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  const read = await readModelConfig(file);
  expect(read.ok ? undefined : read.problem.code).toBe(code);
});

test("a file that is not there is named", async () => {
  const read = await readModelConfig(join(folder, "none.json"));
  expect(read).toMatchObject({ ok: false, problem: { code: "file-unreadable" } });
});
