import type { z } from "zod";
import type { Outcome } from "../../core/problems/problem.ts";
import { fileProblem, shapeProblems } from "../../files/shape-problems.ts";
import type { YamlText } from "../../files/yaml-text.ts";
import type { FileOutcome } from "./suite-folder.ts";

/** Where something is written: what a problem points at. */
export interface Place {
  readonly file: string;
  readonly yaml: YamlText;
  readonly root: readonly PropertyKey[];
}

/** A line of a file, as a place. */
export function placeOfLine(file: string, line: number, value: unknown): Place {
  return { file, yaml: { value, lineOf: () => line, sourceAt: () => undefined }, root: [] };
}

export function within(place: Place, ...path: readonly PropertyKey[]): Place {
  return { ...place, root: [...place.root, ...path] };
}

export function refusedAt(
  { file, yaml, root }: Place,
  path: readonly PropertyKey[],
  expected: string,
): { readonly ok: false; readonly problem: ReturnType<typeof fileProblem> } {
  return { ok: false, problem: fileProblem({ file, yaml, path: [...root, ...path], expected }) };
}

/** What a file could not give, said where the file is named. */
export function placed<T>(read: FileOutcome<T>, place: Place): Outcome<T> {
  if (read.ok || "problem" in read) return read;
  return refusedAt(place, [], read.expected);
}

/** Reads a value by a schema, with the first slip where it stands. */
export function shaped<T>(schema: z.ZodType<T>, value: unknown, place: Place): Outcome<T> {
  const read = schema.safeParse(value);
  if (read.success) return { ok: true, value: read.data };
  const { file, yaml, root } = place;
  const fields = "docs/suites.md lists the fields there are";
  const [problem] = shapeProblems(read.error, { file, yaml, root, fields });
  if (problem === undefined) throw read.error;
  return { ok: false, problem: withRoot(problem, root) };
}

function withRoot<P extends { readonly code: string; readonly field?: string }>(
  problem: P,
  root: readonly PropertyKey[],
): P {
  if (root.length === 0) return problem;
  const field = [...root, ...(problem.field === undefined ? [] : [problem.field])].join(".");
  return { ...problem, field };
}

/** The values of all, or the first problem. */
export async function allOf<From, To>(
  all: readonly From[],
  each: (value: From, index: number) => Promise<Outcome<To>> | Outcome<To>,
): Promise<Outcome<readonly To[]>> {
  const values: To[] = [];
  for (const [index, value] of all.entries()) {
    const outcome = await each(value, index);
    if (!outcome.ok) return outcome;
    values.push(outcome.value);
  }
  return { ok: true, value: values };
}
