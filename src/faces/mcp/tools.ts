import type { CallToolResult, StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import { z } from "zod";
import { operationNames, operations } from "../../operations/index.ts";
import type { Deps } from "../../operations/operation.ts";
import { answered, refused } from "./tool-result.ts";

/** What every question of a server starts from; what a question states itself wins. */
export interface McpOptions {
  readonly version: string;
  /** Facts files laid over the catalog before those a question names. */
  readonly facts?: readonly string[] | undefined;
  /** The day to answer for where a question names none. */
  readonly asOf?: string | undefined;
  /** Told of every bug, which the asker learns nothing of. */
  readonly reportBug: (error: unknown) => void;
}

/** An operation as a tool. */
export interface OperationTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: StandardSchemaWithJSON<unknown, unknown>;
  readonly outputSchema: StandardSchemaWithJSON<unknown, unknown>;
  readonly annotations: {
    readonly readOnlyHint: boolean;
    readonly destructiveHint: boolean;
    readonly openWorldHint: boolean;
  };
  readonly call: (input: unknown) => Promise<CallToolResult>;
}

/** A tool for each operation, made once for a process: schemas take longer than most answers. */
export async function operationTools(
  deps: Deps,
  options: McpOptions,
): Promise<readonly OperationTool[]> {
  return Promise.all(operationNames.map((name) => operationTool(name, deps, options)));
}

async function operationTool(
  name: (typeof operationNames)[number],
  deps: Deps,
  options: McpOptions,
): Promise<OperationTool> {
  const operation = await operations[name]();
  const { summary, input, output = z.looseObject({}), writes = false } = operation;
  const asked = lean(input, "input");
  const fields = new Set(Object.keys(asked.properties ?? {}));
  return {
    name,
    description: summary,
    inputSchema: checkedElsewhere(asked),
    outputSchema: checkedElsewhere(lean(output, "output")),
    annotations: { readOnlyHint: !writes, destructiveHint: writes, openWorldHint: false },
    call: async (raw) => {
      try {
        const outcome = await operation.answer(withDefaults(raw, fields, options), deps);
        return outcome.ok ? answered(outcome.value) : refused(outcome.problem);
      } catch (error) {
        options.reportBug(error);
        return refused({ code: "internal-error" });
      }
    },
  };
}

/** Facts and day of the process, for the questions that take them. */
function withDefaults(
  raw: unknown,
  fields: ReadonlySet<string>,
  { facts = [], asOf }: McpOptions,
): unknown {
  if (typeof raw !== "object" || raw === null) return raw;
  const named: unknown = Reflect.get(raw, "facts") ?? [];
  return {
    ...(asOf !== undefined && fields.has("asOf") ? { asOf } : {}),
    ...raw,
    ...(facts.length > 0 && fields.has("facts") && Array.isArray(named)
      ? { facts: [...facts, ...named] }
      : {}),
  };
}

/** Without what says nothing: every agent carries all schemas along in every conversation. */
function lean(schema: z.ZodType, io: "input" | "output"): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === "date") delete jsonSchema.pattern;
      const { additionalProperties: others } = jsonSchema;
      if (typeof others === "object" && Object.keys(others).length === 0) {
        delete jsonSchema.additionalProperties;
      }
    },
  });
}

/**
 * The schema as it is published. The operation itself checks its input, once, and words what is
 * wrong; that answers are as published is for tests.
 */
function checkedElsewhere(
  schema: z.core.JSONSchema.BaseSchema,
): StandardSchemaWithJSON<unknown, unknown> {
  const published = () => ({ ...schema });
  return {
    "~standard": {
      version: 1,
      vendor: "steelyard",
      validate: (value) => ({ value }),
      jsonSchema: { input: published, output: published },
    },
  };
}
