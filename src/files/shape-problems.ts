import type { z } from "zod";
import type { Problem } from "../core/problems/problem.ts";
import type { YamlText } from "./yaml-text.ts";

/** Says of each mismatch on which line it stands, what was found there and what belongs there. */
export function shapeProblems(
  error: z.ZodError,
  within: {
    readonly file: string;
    readonly yaml: YamlText;
    /** Where in the file the checked value stands. */
    readonly root?: readonly PropertyKey[];
    /** Where the fields there are can be read, or which there are. */
    readonly fields?: string;
  },
): readonly Problem[] {
  const { fields = "see docs/catalog.md for the fields there are" } = within;
  return error.issues
    .flatMap((issue) => placesOf(issue, fields))
    .map(({ path, expected }) => fileProblem({ ...within, path, expected }));
}

/** One mismatch at a path of a file. */
export function fileProblem({
  file,
  yaml,
  root = [],
  path,
  expected,
}: {
  readonly file: string;
  readonly yaml: YamlText;
  /** The field is named from here on. */
  readonly root?: readonly PropertyKey[];
  readonly path: readonly PropertyKey[];
  readonly expected: string;
}): Problem {
  const whole = [...root, ...path];
  const found = excerpt(yaml.sourceAt(whole) ?? valueAt(yaml.value, whole));
  return {
    code: "file-invalid",
    file,
    line: yaml.lineOf(whole),
    ...(path.length > 0 ? { field: path.map(String).join(".") } : {}),
    ...(found === undefined ? {} : { found }),
    expected,
  };
}

interface Place {
  readonly path: readonly PropertyKey[];
  readonly expected: string;
}

function placesOf(issue: z.core.$ZodIssue, fields: string): readonly Place[] {
  const { path, message } = issue;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        expected: `no field named \`${key}\` here; ${fields}`,
      }));
    case "invalid_value":
      return [{ path, expected: `one of ${issue.values.map(String).join(", ")}` }];
    case "invalid_type":
      return [{ path, expected: withoutPreamble(message) }];
    default:
      return [{ path, expected: message.replace(/^Expected /, "") }];
  }
}

function withoutPreamble(message: string): string {
  return message.replace(/^Invalid input: expected /, "").replace(/, received .*$/, "");
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = Object.entries(at).find(([name]) => name === String(key))?.[1];
  }
  return at;
}

function excerpt(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
