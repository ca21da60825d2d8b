import { z } from "zod";
import { parsedInput } from "../../core/problems/parsed-input.ts";
import type { Outcome } from "../../core/problems/problem.ts";

const asRun =
  "Expected the name of a run: `steelyard worker my-suite-0123456789 --store postgres://…`";
const asStore =
  "Expected a connection string of PostgreSQL: `--store postgres://user@host/database`";
const asShare = "Expected a part of the requests a second, such as 0.5";

const WorkerFields = z.strictObject({
  run: z.string({ error: asRun }).min(1, { error: asRun }),
  store: z.string({ error: asStore }).regex(/^postgres(ql)?:/i, { error: asStore }),
  suiteFolder: z.string().min(1).optional(),
  facts: z.array(z.string().min(1)).default([]),
  share: z
    .number({ error: asShare })
    .positive({ error: asShare })
    .max(1, { error: asShare })
    .default(1),
  allowCode: z.boolean().default(false),
});

/** How a worker is asked for on the command line. */
export type WorkerFields = z.output<typeof WorkerFields>;

export function parseWorker(fields: unknown): Outcome<WorkerFields> {
  return parsedInput(WorkerFields, fields, "worker");
}
