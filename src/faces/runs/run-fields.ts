import { z } from "zod";
import { parsedInput } from "../../core/problems/parsed-input.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { RunId, Store } from "../../operations/inputs.ts";

const asFile = "Expected the name of a file, such as run.jsonl or run.jsonl.gz";
const File = z.string({ error: asFile }).min(1, { error: asFile });
const asSuite = "Expected the file of a suite";

const DeleteFields = z.strictObject({ run: RunId, store: Store.optional() });
const ExportFields = z.strictObject({
  run: RunId,
  file: File,
  store: Store.optional(),
});
const ImportFields = z.strictObject({ file: File, store: Store.optional() });
const GradeFields = z.strictObject({
  run: RunId,
  suite: z.string({ error: asSuite }).min(1, { error: asSuite }).optional(),
  allowCode: z.boolean().default(false),
  store: Store.optional(),
});

export function parseDelete(fields: unknown): Outcome<z.output<typeof DeleteFields>> {
  return parsedInput(DeleteFields, fields, "runs delete");
}

export function parseRunExport(fields: unknown): Outcome<z.output<typeof ExportFields>> {
  return parsedInput(ExportFields, fields, "runs export");
}

export function parseRunImport(fields: unknown): Outcome<z.output<typeof ImportFields>> {
  return parsedInput(ImportFields, fields, "runs import");
}

/** How grading a run anew is asked for. */
export type GradeFields = z.output<typeof GradeFields>;

export function parseGrade(fields: unknown): Outcome<GradeFields> {
  return parsedInput(GradeFields, fields, "runs grade");
}
