import { z } from "zod";
import type {
  DescribedOperation,
  JsonSchema,
} from "../core/report/reference/described-operation.ts";
import { examples } from "./examples.ts";
import { type OperationName, operationNames, operations } from "./index.ts";

/** Every operation with its schemas as JSON Schema, in the order of the table of contents. */
export async function describedOperations(): Promise<readonly DescribedOperation[]> {
  return Promise.all(operationNames.map(described));
}

async function described(name: OperationName): Promise<DescribedOperation> {
  const { summary, input, output, writes = false, formats = {} } = await operations[name]();
  return {
    name,
    summary,
    writes,
    formats: Object.keys(formats),
    input: schemaOf(input, "input"),
    output: output === undefined ? {} : schemaOf(output, "output"),
    example: examples[name],
  };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  return z.toJSONSchema(schema, { io });
}
