import type { Outcome } from "../../core/problems/problem.ts";
import { type ModelConfig, parseModelConfig } from "../../core/sizing/config/model-config.ts";
import { readTextFile } from "../../files/read-text-file.ts";

/** Configurations have some kilobytes; lists of layers make the largest of them no larger than this. */
const sizeLimitBytes = 1024 * 1024;

/** Reads a `config.json` from disk, or says what is wrong with it. */
export async function readModelConfig(file: string): Promise<Outcome<ModelConfig>> {
  const text = await readTextFile(file, sizeLimitBytes);
  if (!text.ok) return text;
  try {
    const json: unknown = JSON.parse(text.value);
    return parseModelConfig(json, file);
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
    return { ok: false, problem: { code: "file-invalid", file, expected: "well-formed JSON" } };
  }
}
