import type { Outcome } from "../../core/problems/problem.ts";
import type { Workload } from "../../core/workload/workload.ts";
import { readTextFile } from "../../files/read-text-file.ts";
import { parseWorkload } from "./parse-workload.ts";

const SIZE_LIMIT_BYTES = 1024 * 1024;

/** Reads `steelyard.yaml` from disk. */
export async function readWorkload(path: string): Promise<Outcome<Workload>> {
  const text = await readTextFile(path, SIZE_LIMIT_BYTES);
  return text.ok ? parseWorkload(text.value, path) : text;
}
