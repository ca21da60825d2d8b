import { z } from "zod";
import { SuiteInput } from "../src/measure/suite/suite-schema.ts";
import { WorkloadSchema } from "../src/sources/workload-file/workload-schema.ts";

/** Schemas that editors read, by file name under `schemas/`. */
export const publishedSchemas: Readonly<Record<string, string>> = {
  "steelyard.schema.json": textOf("steelyard.yaml", WorkloadSchema),
  "suite.schema.json": textOf("suite.yaml", SuiteInput),
};

function textOf(title: string, schema: z.ZodType): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: "input" }) }, null, 2)}\n`;
}
