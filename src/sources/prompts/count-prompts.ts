import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CountedPrompt } from "../../core/cost/counted-prompts.ts";
import type { ExactTokenizer } from "../../core/cost/tokenizer-names.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { systemReason } from "../../core/problems/system-reason.ts";
import { parsePrompts } from "./parse-prompts.ts";
import { tokenCounter } from "./token-counters.ts";

const limitBytes = 64 * 1024 * 1024;
const limitFiles = 10_000;
const endings = /\.(jsonl|ndjson|txt|md)$/i;

/**
 * Counts the prompts of a file, or of the files of a folder, with a real tokenizer. Nothing of the
 * texts is kept.
 */
export async function countPrompts(
  path: string,
  tokenizer: ExactTokenizer,
): Promise<Outcome<readonly CountedPrompt[]>> {
  const files = await filesAt(path);
  if (!files.ok) return files;
  const count = await tokenCounter(tokenizer);
  const counted: CountedPrompt[] = [];
  for (const file of files.value) {
    const read = await readText(file);
    if (!read.ok) return read;
    const prompts = parsePrompts(read.value, file);
    if (!prompts.ok) return prompts;
    for (const { prompt, completion, hasOtherParts } of prompts.value) {
      counted.push({
        promptTokens: count(prompt),
        ...(completion === undefined ? {} : { completionTokens: count(completion) }),
        ...(hasOtherParts === true ? { hasOtherParts } : {}),
      });
    }
  }
  return { ok: true, value: counted };
}

async function filesAt(path: string): Promise<Outcome<readonly string[]>> {
  try {
    const found = await stat(path);
    if (found.isFile()) return withinLimit(path, found.size, [path]);
    if (!found.isDirectory()) return unreadable(path, "it is neither a file nor a folder");
    const names = (await readdir(path)).filter((name) => endings.test(name)).sort();
    if (names.length === 0) return unreadable(path, "it holds no .jsonl, .txt or .md file");
    if (names.length > limitFiles)
      return unreadable(path, `it holds more than ${limitFiles} files`);
    const files = names.map((name) => join(path, name));
    const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
    return withinLimit(
      path,
      sizes.reduce((sum, size) => sum + size, 0),
      files,
    );
  } catch (cause) {
    return unreadable(path, systemReason(cause));
  }
}

function withinLimit(
  file: string,
  bytes: number,
  files: readonly string[],
): Outcome<readonly string[]> {
  if (bytes <= limitBytes) return { ok: true, value: files };
  return { ok: false, problem: { code: "file-too-large", file, bytes, limitBytes } };
}

async function readText(file: string): Promise<Outcome<string>> {
  try {
    return { ok: true, value: await readFile(file, "utf8") };
  } catch (cause) {
    return unreadable(file, systemReason(cause));
  }
}

function unreadable(file: string, reason: string): Outcome<never> {
  return { ok: false, problem: { code: "file-unreadable", file, reason } };
}
