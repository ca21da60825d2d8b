import { mkdtemp, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readFactsFile } from "./read-facts-file.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "facts-"));
});

test("a facts file of 100 MB is refused without being read", async () => {
  const path = join(folder, "huge.yaml");
  await writeFile(path, "");
  await truncate(path, 100_000_000);
  expect(await readFactsFile(path)).toEqual({
    ok: false,
    problem: { code: "file-too-large", file: path, bytes: 100_000_000, limitBytes: 10_485_760 },
  });
});

test("a facts file that is not there, or is a folder, cannot be read", async () => {
  const missing = await readFactsFile(join(folder, "missing.yaml"));
  expect(missing).toMatchObject({ ok: false, problem: { code: "file-unreadable" } });
  expect(await readFactsFile(folder)).toMatchObject({
    ok: false,
    problem: { code: "file-unreadable", reason: "it is not a file" },
  });
});

test("a facts file is named by its path when something in it is wrong", async () => {
  const path = join(folder, "facts.yaml");
  await writeFile(path, "- { subject: route:a/b }\n");
  expect(await readFactsFile(path)).toMatchObject({
    ok: false,
    problem: { file: path, line: 1, field: "property" },
  });
});
