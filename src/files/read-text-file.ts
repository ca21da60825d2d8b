import { readFile, stat } from "node:fs/promises";
import type { Outcome } from "../core/problems/problem.ts";
import { systemReason } from "../core/problems/system-reason.ts";

/** Reads a text file from disk; one that is too large is not opened at all. */
export async function readTextFile(path: string, limitBytes: number): Promise<Outcome<string>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return unreadable(path, "it is not a file");
    if (found.size > limitBytes) {
      const problem = {
        code: "file-too-large",
        file: path,
        bytes: found.size,
        limitBytes,
      } as const;
      return { ok: false, problem };
    }
    return { ok: true, value: await readFile(path, "utf8") };
  } catch (cause) {
    return unreadable(path, systemReason(cause));
  }
}

function unreadable(file: string, reason: string): Outcome<never> {
  return { ok: false, problem: { code: "file-unreadable", file, reason } };
}
