import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Outcome, Problem } from "../../core/problems/problem.ts";
import { systemReason } from "../../core/problems/system-reason.ts";

/** Opens what a suite names: within its folder, or where it is named from the root. */
export interface SuiteFolder {
  /** How people call the file: as the suite's own file was called. */
  readonly nameOf: (path: string) => string;
  /**
   * For names that stand in files of data, from the folder of such a file. Whoever wrote the suite
   * may open what they like; whoever wrote the data may not.
   */
  readonly forData: (path: string) => SuiteFolder;
  readonly bytes: (path: string, limitBytes: number) => Promise<FileOutcome<Uint8Array>>;
  /** Text in UTF-8, without a byte order mark. */
  readonly text: (path: string, limitBytes: number) => Promise<FileOutcome<string>>;
}

/** A problem of the file itself, or of its name where it stands. */
export type FileOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }
  | { readonly ok: false; readonly expected: string };

export function suiteFolder(suiteFile: string): SuiteFolder {
  return folderFrom({ outer: dirname(suiteFile), inner: ".", isTrusted: true });
}

interface Start {
  /** What nothing named from it may leave. */
  readonly outer: string;
  /** Where names start, from there. */
  readonly inner: string;
  /** Whether names may begin at the root. */
  readonly isTrusted: boolean;
}

function folderFrom({ outer, inner, isTrusted }: Start): SuiteFolder {
  const nameOf = (path: string) => (isAbsolute(path) ? path : join(outer, inner, path));
  const root = isAbsolute(inner) ? inner : outer;
  const bytes: SuiteFolder["bytes"] = async (path, limitBytes) => {
    if (path.includes("\0")) return { ok: false, expected: "the path of a file" };
    const file = resolve(outer, inner, path);
    const name = nameOf(path);
    try {
      if (!(isTrusted && isAbsolute(path)) && !(await isWithin(root, file))) {
        return {
          ok: false,
          expected: isTrusted
            ? "a path within the folder of the suite, or one from the root, such as /data/a.csv"
            : "a path within the folder of the suite",
        };
      }
      const found = await stat(file);
      if (!found.isFile()) return unreadable(name, "it is not a file");
      if (found.size > limitBytes) {
        const problem = {
          code: "file-too-large",
          file: name,
          bytes: found.size,
          limitBytes,
        } as const;
        return { ok: false, problem };
      }
      return { ok: true, value: await readFile(file) };
    } catch (cause) {
      return unreadable(name, systemReason(cause));
    }
  };
  return {
    nameOf,
    forData: (path) =>
      folderFrom({
        outer,
        inner: isAbsolute(path) ? path : join(inner, path),
        isTrusted: false,
      }),
    bytes,
    text: async (path, limitBytes) => {
      const read = await bytes(path, limitBytes);
      return read.ok ? textOf(read.value, nameOf(path)) : read;
    },
  };
}

/** Links are followed first, so that none leads out of the folder. */
async function isWithin(folder: string, file: string): Promise<boolean> {
  if (isOutside(relative(resolve(folder), file))) return false;
  return !isOutside(relative(await realpath(resolve(folder)), await realpath(file)));
}

function isOutside(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}

function textOf(bytes: Uint8Array, file: string): Outcome<string> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return { ok: true, value: text };
  } catch {
    /** What is no UTF-8 is refused like what is no text. */
  }
  const expected = "text in UTF-8, and this is another encoding or a binary file";
  return { ok: false, problem: { code: "file-invalid", file, expected } };
}

function unreadable(file: string, reason: string): Outcome<never> {
  return { ok: false, problem: { code: "file-unreadable", file, reason } };
}
