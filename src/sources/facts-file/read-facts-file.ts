import { readFile, stat } from "node:fs/promises";
import type { Claim } from "../../core/evidence/claim.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { parseFactsFile } from "./parse-facts-file.ts";

const SIZE_LIMIT_BYTES = 10 * 1024 * 1024;

/** Reads a facts file from disk; one that is too large is not opened at all. */
export async function readFactsFile(path: string): Promise<Outcome<readonly Claim[]>> {
  let text: string;
  try {
    const found = await stat(path);
    if (!found.isFile()) return unreadable(path, "it is not a file");
    if (found.size > SIZE_LIMIT_BYTES) {
      const limitBytes = SIZE_LIMIT_BYTES;
      return {
        ok: false,
        problem: { code: "file-too-large", file: path, bytes: found.size, limitBytes },
      };
    }
    text = await readFile(path, "utf8");
  } catch (cause) {
    return unreadable(path, cause instanceof Error ? cause.message : String(cause));
  }
  return parseFactsFile(text, path);
}

function unreadable(file: string, reason: string): Outcome<never> {
  return { ok: false, problem: { code: "file-unreadable", file, reason } };
}
