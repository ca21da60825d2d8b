import { z } from "zod";
import { parsedInput } from "../../core/problems/parsed-input.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { SiteOrigin } from "../../core/report/site-origin.ts";

const asFolder = "Expected the folder to write into: `steelyard export site`";
const asFile = "Expected the name of a file";
const asThreads = "Expected how many threads draw the pages, from 1 to 64";
const asPairs = "Expected the name of a file that lists comparisons, default or none";

const ExportFields = z.strictObject({
  folder: z.string({ error: asFolder }).min(1, { error: asFolder }),
  pairs: z.string().min(1, { error: asPairs }).default("default"),
  site: SiteOrigin.default(""),
  facts: z.array(z.string().min(1, { error: asFile })).default([]),
  asOf: z.iso.date({ error: "Expected a day that exists, such as 2026-11-20" }).optional(),
  threads: z
    .int({ error: asThreads })
    .min(1, { error: asThreads })
    .max(64, { error: asThreads })
    .optional(),
  intoExisting: z.boolean().default(false),
  runs: z.boolean().default(false),
});

/** How an export is asked for on the command line. */
export type ExportFields = z.output<typeof ExportFields>;

export function parseExport(fields: unknown): Outcome<ExportFields> {
  return parsedInput(ExportFields, fields, "export");
}
