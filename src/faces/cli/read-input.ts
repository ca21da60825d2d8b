import { createReadStream } from "node:fs";
import type { Outcome } from "../../core/problems/problem.ts";
import { systemReason } from "../../core/problems/system-reason.ts";
import type { CliIo } from "./cli-io.ts";

const inputLimitBytes = 1024 * 1024;

/** Reads the whole input of an operation as JSON from a file, or from stdin for `-`. */
export async function readInput(file: string, io: CliIo): Promise<Outcome<unknown>> {
  const name = file === "-" ? "stdin" : file;
  const text = await readLimited(name, file === "-" ? io.stdin : createReadStream(file));
  return text.ok ? parseJson(name, text.value) : text;
}

async function readLimited(file: string, chunks: CliIo["stdin"]): Promise<Outcome<string>> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      const part = Buffer.from(chunk);
      bytes += part.byteLength;
      if (bytes > inputLimitBytes) {
        const problem = {
          code: "file-too-large",
          file,
          bytes,
          limitBytes: inputLimitBytes,
        } as const;
        return { ok: false, problem };
      }
      parts.push(part);
    }
  } catch (error) {
    return { ok: false, problem: { code: "file-unreadable", file, reason: systemReason(error) } };
  }
  return { ok: true, value: Buffer.concat(parts).toString("utf8") };
}

function parseJson(file: string, text: string): Outcome<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const found = error instanceof SyntaxError ? error.message : "something else";
    return {
      ok: false,
      problem: { code: "file-invalid", file, found, expected: "one JSON value" },
    };
  }
}
