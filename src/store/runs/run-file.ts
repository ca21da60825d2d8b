import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { Outcome } from "../../core/problems/problem.ts";
import { systemReason } from "../../core/problems/system-reason.ts";

/** Longer than any line of an exported run. */
const longestLine = 32 * 1024 * 1024;

/**
 * Writes an exported run into a file, whole or not at all; packed where its name ends in `.gz`.
 *
 * @returns how many lines
 */
export async function writeRunFile(
  file: string,
  lines: AsyncIterable<string>,
): Promise<Outcome<number>> {
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (isThere) return { ok: false, problem: { code: "file-in-the-way", file } };
  const stage = `${file}.new`;
  let count = 0;
  const counted = async function* () {
    for await (const line of lines) {
      count += 1;
      yield `${line}\n`;
    }
  };
  /** Nobody else is to read what was asked and answered. */
  const target = createWriteStream(stage, { mode: 0o600 });
  try {
    if (file.endsWith(".gz")) await pipeline(Readable.from(counted()), createGzip(), target);
    else await pipeline(Readable.from(counted()), target);
    await rename(stage, file);
    return { ok: true, value: count };
  } catch (cause) {
    await rm(stage, { force: true });
    if (!isOfDisk(cause)) throw cause;
    return { ok: false, problem: { code: "file-unwritable", file, reason: systemReason(cause) } };
  }
}

/** The lines of a file, unpacked where they are packed; one that is too long is cut, and then refused. */
export async function* readRunLines(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const source = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  bytes.on("error", (cause) => source.destroy(cause));
  const decoder = new TextDecoder();
  /** A line that is still coming: joined once, so that a long one is not copied with every piece. */
  let [parts, chars]: [string[], number] = [[], 0];
  try {
    for await (const chunk of source) {
      const [first = "", ...others] = decoder.decode(chunk, { stream: true }).split("\n");
      parts.push(first);
      chars += first.length;
      for (const begun of others) {
        yield parts.join("");
        [parts, chars] = [[begun], begun.length];
      }
      if (chars > longestLine) break;
    }
  } finally {
    bytes.destroy();
  }
  if (chars > 0) yield parts.join("");
}

/** Whether a failure is the file's, which a reader can mend. */
export function isOfDisk(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause;
}
