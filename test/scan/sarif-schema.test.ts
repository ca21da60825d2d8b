import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { steelyard } from "../answers/built-cli.ts";

/** The published schema of SARIF 2.1.0, as a package carries it. */
const schemaFile = createRequire(import.meta.url).resolve(
  "schemastore/schemas/json/sarif-2.1.0.json",
);
const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));

function errorsOf(log: unknown): readonly string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const code = mkdtempSync(join(tmpdir(), "steelyard-sarif-"));
writeFileSync(
  join(code, "chat it.ts"),
  'const models = ["gpt-4.1", "claude-3-opus-20240229", "gpt-99-nonsense"];\n',
);

test("what a scan prints satisfies the schema of SARIF 2.1.0", () => {
  const { exitCode, stdout } = steelyard(["scan", code, "--format", "sarif"]);
  expect(exitCode).toBe(0);
  const log = JSON.parse(stdout);
  expect(errorsOf(log)).toEqual([]);
  expect(log.runs[0].results.length).toBeGreaterThan(1);
});

test("the schema refuses a log with a field too many or a wrong level", () => {
  const { stdout } = steelyard(["scan", code, "--format", "sarif"]);
  const [run] = JSON.parse(stdout).runs;
  const [result] = run.results;
  const wrong = (change: object) => ({
    version: "2.1.0",
    runs: [{ ...run, results: [{ ...result, ...change }] }],
  });
  expect(errorsOf(wrong({ level: "terrible" }))).not.toEqual([]);
  expect(errorsOf(wrong({ sort: 1 }))).not.toEqual([]);
});
