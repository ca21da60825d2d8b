import { z } from "zod";
import { parsedInput } from "../../core/problems/parsed-input.ts";
import type { Outcome } from "../../core/problems/problem.ts";

const asSuite = "Expected the file of a suite: `steelyard measure suite.yaml`";
const asStore = "Expected a file, or a connection string of PostgreSQL";
const asFormat = "Expected text, json, markdown, csv or junit";
const asWorkers = "Expected how many processes measure, from 1 to 64";

const MeasureFields = z.strictObject({
  suite: z.string({ error: asSuite }).min(1, { error: asSuite }),
  store: z.string({ error: asStore }).min(1, { error: asStore }).optional(),
  facts: z.array(z.string().min(1)).default([]),
  dryRun: z.boolean().default(false),
  toTheEnd: z.boolean().default(false),
  allowCode: z.boolean().default(false),
  format: z.enum(["text", "json", "markdown", "csv", "junit"], { error: asFormat }).default("text"),
  workers: z
    .int({ error: asWorkers })
    .min(1, { error: asWorkers })
    .max(64, { error: asWorkers })
    .default(1),
});

/** How a measurement is asked for on the command line. */
export type MeasureFields = z.output<typeof MeasureFields>;

export function parseMeasure(fields: unknown): Outcome<MeasureFields> {
  return parsedInput(MeasureFields, fields, "measure");
}
