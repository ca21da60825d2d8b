import type { Outcome } from "../../core/problems/problem.ts";
import { notValid } from "./result-problem.ts";

/** One line of a file with a JSON value on each. */
export interface JsonLine {
  /** From 1. */
  readonly line: number;
  readonly value: unknown;
}

const longestLine = 16 * 1024 * 1024;

/**
 * Takes what each line holds, one after the other, so that answers are not kept in memory. Empty lines
 * are passed over; a last line cut short is a mistake like any other.
 */
export function eachJsonLine(
  { text, file }: { readonly text: string; readonly file: string },
  take: (line: JsonLine) => Outcome<unknown>,
): Outcome<undefined> {
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    line += 1;
    if (to - from > longestLine) return notValid({ file, line }, "a line of at most 16 MiB");
    const part = text.slice(from, to).trim();
    from = to + 1;
    if (part === "") continue;
    const value = parseJson(part);
    if (value === undefined) return notValid({ file, line }, "a JSON object on each line", part);
    const taken = take({ line, value });
    if (!taken.ok) return taken;
  }
  return { ok: true, value: undefined };
}

/** The first line that is not empty; undefined when it is no JSON. */
export function firstJsonLine(text: string): unknown {
  const start = text.trimStart();
  const end = start.indexOf("\n");
  return parseJson(end < 0 ? start : start.slice(0, end));
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
