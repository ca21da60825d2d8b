import { z } from "zod";
import { SuiteInput } from "../src/measure/suite/suite-schema.ts";
import {
  ArchitectureFile,
  EnginesFile,
  GpuFile,
  MeasuredSpeedFile,
  PrecisionsFile,
} from "../src/sources/authored/sizing/sizing-schemas.ts";
import { WorkloadSchema } from "../src/sources/workload-file/workload-schema.ts";

/** Schemas that editors read, by file name under `schemas/`. */
export const publishedSchemas: Readonly<Record<string, string>> = {
  "steelyard.schema.json": textOf("steelyard.yaml", WorkloadSchema),
  "suite.schema.json": textOf("suite.yaml", SuiteInput),
  "architecture.schema.json": textOf("data/architectures/*.yaml", ArchitectureFile),
  "gpu.schema.json": textOf("data/gpus/*.yaml", GpuFile),
  "precisions.schema.json": textOf("data/precisions.yaml", PrecisionsFile),
  "engines.schema.json": textOf("data/engines.yaml", EnginesFile),
  "measured-speed.schema.json": textOf("data/measured-speed.yaml", MeasuredSpeedFile),
};

function textOf(title: string, schema: z.ZodType): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: "input" }) }, null, 2)}\n`;
}
