import type { Outcome } from "../../core/problems/problem.ts";
import { notValid } from "./result-problem.ts";

/** One line of a file with a JSON value on each. */
export interface JsonLine {
  /** From 1. */
  readonly line: number;
  readonly value: unknown;
}

const longestLine = 16 * 1024 * 1024;
const linesAtMost = 2_000_000;

/** All lines that are not empty; a last line cut short is a mistake like any other. */
export function parseJsonLines(text: string, file: string): Outcome<readonly JsonLine[]> {
  const lines: JsonLine[] = [];
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    line += 1;
    if (to - from > longestLine) return notValid({ file, line }, "a line of at most 16 MiB");
    if (line > linesAtMost) return notValid({ file, line }, "at most 2,000,000 lines");
    const part = text.slice(from, to).trim();
    from = to + 1;
    if (part === "") continue;
    const value = parseJson(part);
    if (value === undefined) return notValid({ file, line }, "a JSON object on each line", part);
    lines.push({ line, value });
  }
  return { ok: true, value: lines };
}

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
