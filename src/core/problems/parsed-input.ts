import type { z } from "zod";
import type { Outcome, Problem } from "./problem.ts";

/**
 * What somebody asked, in its shape; else the first field that is not.
 *
 * @param whole what to name where no field is to blame
 */
export function parsedInput<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  whole: string,
): Outcome<z.output<Schema>> {
  const parsed = schema.safeParse(raw);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, problem: invalidInput(parsed.error, whole) };
}

function invalidInput(error: z.ZodError, whole: string): Problem {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") {
    const where = [...issue.path, ...issue.keys.slice(0, 1)].join(".");
    return { code: "invalid-input", where, expected: "There is no field of this name" };
  }
  return {
    code: "invalid-input",
    where: issue?.path.join(".") || whole,
    expected: issue?.message ?? "Something else was expected",
  };
}
