import { z } from "zod";
import { runDocument } from "../core/report/run-document.ts";
import type { CellFormat } from "../core/runs/run-reader.ts";
import type { RunReport } from "../core/runs/run-report.ts";
import { RunId, Store } from "./inputs.ts";
import { type Deps, defineOperation } from "./operation.ts";
import { NumberOrNull, Texts } from "./outputs.ts";
import { withRuns } from "./with-runs.ts";

const Quantiles = z.looseObject({ n: z.number() }).nullable();

export const run = defineOperation({
  name: "run",
  summary: "Show what a run came to: who did better, how fast, at what cost, with which errors.",
  input: z.strictObject({ run: RunId, store: Store.optional() }),
  output: z.looseObject({
    run: z.string(),
    suite: z.string(),
    createdAt: z.string(),
    end: z.looseObject({ kind: z.string() }),
    cells: z.number(),
    done: z.number(),
    paired: z.array(
      z.looseObject({
        a: z.string(),
        b: z.string(),
        n: z.number().describe("Prompts that both answered."),
        difference: z.number().describe("B minus A, as a share."),
        p: NumberOrNull.describe("Two-sided."),
        label: z.string(),
        decision: z.looseObject({ outcome: z.string(), margin: z.number() }).nullable(),
        disagreements: z.array(z.looseObject({ prompt: z.string(), a: z.number(), b: z.number() })),
      }),
    ),
    isShown: z.boolean().nullable().describe("Whether every candidate is what was asked."),
    endpoints: z.array(
      z.looseObject({
        endpoint: z.string(),
        model: z.string(),
        answered: z.number(),
        failed: z.number(),
        latencyMs: Quantiles,
        ttftMs: Quantiles,
        interTokenMs: Quantiles,
        cost: z.looseObject({ usd: NumberOrNull, perCorrectUsd: NumberOrNull }),
        servedModels: Texts,
      }),
    ),
  }),
  isLive: true,
  run: ({ run: id, store }, deps) => withRuns(deps, store, (reader) => reader.report(id)),
  report: runDocument,
  isNo: ({ isShown }) => isShown === false,
  streams: {
    csv: (report, { store }, deps) => cellsOf(report, "csv", { store, deps }),
    junit: (report, { store }, deps) => cellsOf(report, "junit", { store, deps }),
  },
});

async function* cellsOf(
  report: RunReport,
  format: CellFormat,
  { store, deps }: { readonly store: string | undefined; readonly deps: Deps },
): AsyncGenerator<string> {
  const opened = await deps.runs(store);
  if (!opened.ok) return;
  try {
    yield* opened.value.cells(report, format);
  } finally {
    await opened.value.close();
  }
}
