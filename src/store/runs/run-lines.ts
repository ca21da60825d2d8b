import { z } from "zod";
import { StoredName } from "../../core/runs/endpoint-shape.ts";
import { RunEvidenceShape } from "../../core/runs/run-evidence.ts";
import { AttemptBody, CellShape, ResultBody, RunShape } from "./stored-shapes.ts";

export const EXPORT_FORMAT = 1;

const Count = z.number().int().nonnegative();

/** The lines of an exported run, each of its kind. */
export const RunLine = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("run"), format: z.number(), run: RunShape }),
  z.object({ kind: z.literal("payload"), hash: z.hash("sha256"), base64: z.base64() }),
  z.object({
    kind: z.literal("cell"),
    cell: CellShape,
    attempts: z
      .array(
        z.object({
          number: Count,
          worker: StoredName,
          begunAt: Count,
          attempt: AttemptBody.nullable(),
        }),
      )
      .max(1000),
    result: ResultBody.nullable(),
  }),
  z.object({ kind: z.literal("evidence"), evidence: RunEvidenceShape }),
  z.object({ kind: z.literal("end"), cells: Count, payloads: Count }),
]);

export type RunLine = z.infer<typeof RunLine>;
