import type { Claim } from "../../core/evidence/claim.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { readTextFile } from "../../files/read-text-file.ts";
import { parseFactsFile } from "./parse-facts-file.ts";

const SIZE_LIMIT_BYTES = 10 * 1024 * 1024;

/** Reads a facts file from disk. */
export async function readFactsFile(path: string): Promise<Outcome<readonly Claim[]>> {
  const text = await readTextFile(path, SIZE_LIMIT_BYTES);
  return text.ok ? parseFactsFile(text.value, path) : text;
}
