import { z } from "zod";
import { probeCases, probeRows } from "../core/report/probe/probe-cells.ts";
import { probeDocument } from "../core/report/probe-document.ts";
import { runDocument } from "../core/report/run-document.ts";
import type { CellFormat } from "../core/runs/run-reader.ts";
import type { RunReport } from "../core/runs/run-report.ts";
import { RunId, Store } from "./inputs.ts";
import { type Deps, defineOperation } from "./operation.ts";
import { NumberOrNull, Texts } from "./outputs.ts";
import { withRuns } from "./with-runs.ts";

const Quantiles = z.looseObject({ n: z.number() }).nullable();

const SuiteRun = z.looseObject({
  kind: z.literal("suite"),
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
});

const ProbeRun = z.looseObject({
  kind: z.literal("probe"),
  run: z.string(),
  createdAt: z.string(),
  endpoint: z.looseObject({ baseUrl: z.string(), model: z.string() }),
  outcomes: z.array(
    z.looseObject({
      probe: z.string(),
      verdict: z.enum(["supported", "unsupported", "flaky", "unclear"]),
      hits: z.number().describe("Trials that passed."),
      trials: z.number(),
      interval95: z.tuple([z.number(), z.number()]).nullable(),
    }),
  ),
});

export const run = defineOperation({
  name: "run",
  summary:
    "Show what a run came to: who did better, how fast, at what cost; what probes found out.",
  input: z.strictObject({ run: RunId, store: Store.optional() }),
  output: z.union([SuiteRun, ProbeRun]),
  isLive: true,
  run: ({ run: id, store }, deps) => withRuns(deps, store, (reader) => reader.report(id)),
  report: (report, options) =>
    report.kind === "probe"
      ? probeDocument(report, { catalog: [], keptIn: "the store of runs" })
      : runDocument(report, options),
  isNo: (report) => report.kind === "suite" && report.isShown === false,
  streams: {
    csv: (report, { store }, deps) =>
      report.kind === "probe" ? probeRows(report) : cellsOf(report, "csv", { store, deps }),
    junit: (report, { store }, deps) =>
      report.kind === "probe" ? probeCases(report) : cellsOf(report, "junit", { store, deps }),
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
