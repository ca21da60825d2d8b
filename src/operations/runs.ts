import { z } from "zod";
import { runsDocument } from "../core/report/runs-document.ts";
import { Store } from "./inputs.ts";
import { defineOperation } from "./operation.ts";
import { NumberOrNull, Texts } from "./outputs.ts";
import { withRuns } from "./with-runs.ts";

export const runs = defineOperation({
  name: "runs",
  summary: "List what was measured: runs and probes with how far each is and what it cost.",
  input: z.strictObject({ store: Store.optional() }),
  output: z.looseObject({
    store: z.string(),
    runs: z.array(
      z.looseObject({
        run: z.string().describe("Its id."),
        kind: z.enum(["suite", "probe"]),
        suite: z.string(),
        createdAt: z.string(),
        endpoints: Texts,
        cells: z.number(),
        done: z.number(),
        failed: z.number(),
        usd: NumberOrNull.describe("Null: no price is known."),
        isEvidence: z.boolean().describe("Whether it came to its end and counts in every answer."),
      }),
    ),
  }),
  isLive: true,
  run: ({ store }, deps) =>
    withRuns(deps, store, async (reader) => ({
      ok: true,
      value: { store: reader.store, runs: await reader.list() },
    })),
  report: runsDocument,
});
