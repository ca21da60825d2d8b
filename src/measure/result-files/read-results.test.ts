import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readResults } from "./read-results.ts";

const folder = mkdtempSync(join(tmpdir(), "steelyard-results-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a file is read, and goes by the name it was asked for", async () => {
  const file = join(folder, "a.csv");
  writeFileSync(file, "id,score\nq1,1\n");
  expect(await readResults(file)).toMatchObject({ ok: true, value: { file, format: "csv" } });
});

test("what is not there, or is a folder, is said by its name", async () => {
  const problem = { code: "file-unreadable" };
  expect(await readResults(join(folder, "none"))).toMatchObject({ ok: false, problem });
  expect(await readResults(folder)).toMatchObject({ ok: false, problem });
});

test("a file beyond the limit is not opened", async () => {
  const file = join(folder, "large.jsonl");
  writeFileSync(file, "");
  truncateSync(file, 256 * 1024 * 1024 + 1);
  expect(await readResults(file)).toMatchObject({ ok: false, problem: { code: "file-too-large" } });
});
