import { readFile, stat } from "node:fs/promises";
import type { ResultFile } from "../../core/paired/scored-result.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { systemReason } from "../../core/problems/system-reason.ts";
import { parseResults } from "./parse-results.ts";

const limitBytes = 256 * 1024 * 1024;

/** Reads a file of results from disk; one that is too large is not opened at all. */
export async function readResults(file: string): Promise<Outcome<ResultFile>> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return unreadable(file, "it is not a file");
    if (found.size > limitBytes) {
      const problem = { code: "file-too-large", file, bytes: found.size, limitBytes } as const;
      return { ok: false, problem };
    }
    return parseResults(await readFile(file, "utf8"), file);
  } catch (cause) {
    return unreadable(file, systemReason(cause));
  }
}

function unreadable(file: string, reason: string): Outcome<never> {
  return { ok: false, problem: { code: "file-unreadable", file, reason } };
}
