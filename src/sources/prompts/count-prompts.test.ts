import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countPrompts } from "./count-prompts.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "steelyard-prompts-"));
  writeFileSync(
    join(folder, "a.jsonl"),
    '{"prompt":"tiktoken is great!","completion":"2 + 2 = 4"}\n{"text":"お誕生日おめでとう"}\n',
  );
  writeFileSync(join(folder, "b.txt"), "antidisestablishmentarianism");
  writeFileSync(join(folder, "c.png"), "no text");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a file of lines is counted line by line", async () => {
  expect(await countPrompts(join(folder, "a.jsonl"), "o200k_base")).toEqual({
    ok: true,
    value: [{ promptTokens: 6, completionTokens: 7 }, { promptTokens: 8 }],
  });
});

test("a folder is counted file by file, and what is no text is passed over", async () => {
  expect(await countPrompts(folder, "cl100k_base")).toEqual({
    ok: true,
    value: [{ promptTokens: 6, completionTokens: 7 }, { promptTokens: 9 }, { promptTokens: 6 }],
  });
});

test("what is not there is said by its name", async () => {
  expect(await countPrompts(join(folder, "none.jsonl"), "o200k_base")).toMatchObject({
    ok: false,
    problem: { code: "file-unreadable", reason: "there is no such file or folder" },
  });
});

test("a file beyond the limit is not opened", async () => {
  const file = join(folder, "large.txt");
  writeFileSync(file, "");
  truncateSync(file, 64 * 1024 * 1024 + 1);
  const counted = await countPrompts(file, "o200k_base");
  rmSync(file);
  expect(counted).toMatchObject({ ok: false, problem: { code: "file-too-large" } });
});
