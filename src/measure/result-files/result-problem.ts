import type { z } from "zod";
import type { Outcome } from "../../core/problems/problem.ts";

/** Where in a file something is wrong. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly field?: string | undefined;
}

/** A file that does not hold what was expected there. */
export function notValid(place: Place, expected: string, found?: unknown): Outcome<never> {
  const { file, line, field } = place;
  return {
    ok: false,
    problem: {
      code: "file-invalid",
      file,
      ...(line === undefined ? {} : { line }),
      ...(field === undefined ? {} : { field }),
      ...(found === undefined ? {} : { found: excerpt(found) }),
      expected,
    },
  };
}

/** The first thing that a shape found wrong, with its field. */
export function notOfShape(place: Place, error: z.ZodError, value: unknown): Outcome<never> {
  const [issue] = error.issues;
  if (issue === undefined) return notValid(place, "another shape");
  const path = [place.field, ...issue.path.map(String)].filter((part) => part !== undefined);
  const field = path.length === 0 ? undefined : path.join(".");
  const expected = issue.message
    .replace(/^Invalid input: expected /, "")
    .replace(/, received .*$/, "");
  return notValid({ ...place, field }, expected, valueAt(value, issue.path));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = Object.entries(at).find(([name]) => name === String(key))?.[1];
  }
  return at;
}

function excerpt(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
