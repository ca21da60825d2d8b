import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Outcome } from "../../core/problems/problem.ts";
import { jsonText } from "../../core/report/json-text.ts";
import { documentToMarkdown } from "../../core/report/markdown.ts";
import { planDocument } from "../../core/report/plan-document.ts";
import type { ProgressOutput } from "../../core/report/progress-line.ts";
import { documentToText } from "../../core/report/text.ts";
import { written } from "../../core/report/written.ts";
import {
  type EndpointPrices,
  endpointPrices,
  noPrices,
  type UsdOf,
} from "../../core/runs/endpoint-prices.ts";
import { evidenceOf } from "../../core/runs/evidence-of.ts";
import { expectedUsd } from "../../core/runs/expected-usd.ts";
import { type PlannedRun, plannedRun } from "../../core/runs/planned-run.ts";
import type { RunReport } from "../../core/runs/run-report.ts";
import { RunStoreFailure } from "../../core/runs/run-store-failure.ts";
import type { Suite } from "../../core/runs/suite.ts";
import type { IsoDate } from "../../core/units.ts";
import { systemClock } from "../../measure/exchange/clock.ts";
import { openedRun } from "../../measure/reports/opened-run.ts";
import { printedRun } from "../../measure/reports/printed-run.ts";
import { reportOf } from "../../measure/reports/report-of-run.ts";
import { interruptions } from "../../measure/runner/interruptions.ts";
import { measureRun } from "../../measure/runner/measure-run.ts";
import { runOf } from "../../measure/runner/run-of.ts";
import { readSuite } from "../../measure/suite/read-suite.ts";
import type { Deps } from "../../operations/operation.ts";
import { isServer, openRunStore } from "../../store/runs/open-run-store.ts";
import { storePlace, usualStore } from "../../store/runs/store-place.ts";
import { type MeasureFields, parseMeasure } from "./measure-options.ts";
import { progressOn } from "./progress.ts";
import { workerProcesses } from "./worker-processes.ts";

/** What a process gives a measurement. */
export interface MeasureIo {
  readonly stdout: ProgressOutput & { readonly columns?: number | undefined };
  readonly stderr: ProgressOutput;
}

/**
 * Measures what is left of a suite and prints what it came to; ends with 1 where a decision fails.
 *
 * @param command the file of the command line, for workers that are processes of their own
 */
export async function measureSuite(
  fields: Readonly<Record<string, unknown>>,
  io: MeasureIo,
  deps: Deps,
  command = "",
): Promise<Outcome<number>> {
  const asked = parseMeasure(fields);
  if (!asked.ok) return asked;
  const prepared = await prepare(asked.value, deps);
  if (!prepared.ok) return prepared;
  if (asked.value.dryRun) {
    return dryRun(prepared.value, asked.value, io);
  }
  try {
    const report = await measured(prepared.value, asked.value, { io, command });
    if (!report.ok) return report;
    return { ok: true, value: report.value.isShown === false ? 1 : 0 };
  } catch (cause) {
    if (cause instanceof RunStoreFailure) return { ok: false, problem: cause.problem };
    throw cause;
  }
}

interface Prepared {
  readonly suite: Suite;
  readonly plan: PlannedRun;
  readonly usdOf: UsdOf;
  readonly today: IsoDate;
}

/** What is known before anything is sent. */
async function prepare(asked: MeasureFields, deps: Deps): Promise<Outcome<Prepared>> {
  const read = await readSuite(asked.suite);
  if (!read.ok) return read;
  const suite = asked.toTheEnd ? { ...read.value, stopsEarly: false } : read.value;
  const today = deps.today();
  const prices = await pricesOf(suite, asked, deps);
  if (!prices.ok) return prices;
  const { schedules, usdOf } = prices.value;
  return {
    ok: true,
    value: { suite, plan: plannedRun(suite, { prices: schedules }), usdOf, today },
  };
}

/** The catalog takes longer to open than a small run does: it stays closed where nobody asks for it. */
async function pricesOf(
  { endpoints }: Suite,
  { facts }: MeasureFields,
  deps: Deps,
): Promise<Outcome<EndpointPrices>> {
  const isAsked = facts.length > 0 || endpoints.some(({ route }) => route !== undefined);
  if (!isAsked) return { ok: true, value: noPrices };
  const catalog = await deps.catalog(facts);
  return catalog.ok ? endpointPrices(endpoints, catalog.value, deps.today()) : catalog;
}

async function measured(
  { suite, plan, usdOf, today }: Prepared,
  asked: MeasureFields,
  { io, command }: { readonly io: MeasureIo; readonly command: string },
): Promise<Outcome<RunReport>> {
  const where = storePlace(asked.store);
  if (asked.workers > 1 && !isServer(where)) return { ok: false, problem: needsServer };
  if (where === usualStore) await mkdir(dirname(usualStore), { recursive: true });
  const store = await openRunStore(where, "measure");
  if (!store.ok) return store;
  const progress = progressOn(io.stderr, systemClock.now);
  const signals = interruptions();
  try {
    const started = runOf(suite, new Date(systemClock.epochMs()).toISOString());
    const end = await measureRun({
      ...{ suite, run: started, store: store.value, usdOf },
      expectedUsd: expectedUsd(plan),
      ...{ environment: process.env, worker: randomUUID(), isCodeAllowed: asked.allowCode },
      ...{ stopping: signals.stopping, giveUp: signals.giveUp },
      onProgress: progress.tell,
      ...(asked.workers === 1
        ? {}
        : {
            workers: (stopping) =>
              workerProcesses({
                ...{ command, asked, store: where, runId: started.id, stderr: io.stderr },
                ...{ stopping, giveUp: signals.giveUp },
              }),
          }),
    });
    progress.end();
    if (!end.ok) return end;
    const run = (await store.value.run(started.id)) ?? started;
    const opened = await openedRun(store.value, run, suite);
    if (!opened.ok) return opened;
    const report = await reportOf(opened.value, end.value);
    /** Whoever looks and leaves off when it pleases has shown nothing. */
    if (end.value.kind !== "interrupted") {
      await store.value.keepEvidence(evidenceOf(report, today));
    }
    const how = { format: asked.format, width: io.stdout.columns ?? usualWidth };
    await written(io.stdout, printedRun(opened.value, report, how));
    return { ok: true, value: report };
  } finally {
    signals.end();
    await store.value.close();
  }
}

const needsServer = {
  code: "invalid-input",
  where: "workers",
  expected:
    "Several processes measure into PostgreSQL: `--store postgres://user@host/database`. A file has one, which `--workers` left out gives",
} as const;

const usualWidth = 80;

function dryRun(
  { plan, suite }: Prepared,
  { format }: MeasureFields,
  { stdout }: MeasureIo,
): Outcome<number> {
  const document = planDocument(suite, plan);
  const width = stdout.columns ?? usualWidth;
  switch (format) {
    case "json":
      stdout.write(jsonText(plan));
      return { ok: true, value: 0 };
    case "markdown":
      stdout.write(documentToMarkdown(document));
      return { ok: true, value: 0 };
    case "text":
      stdout.write(documentToText(document, { width }));
      return { ok: true, value: 0 };
    case "csv":
    case "junit": {
      const expected = "Expected text, json or markdown: nothing is measured yet";
      return { ok: false, problem: { code: "invalid-input", where: "format", expected } };
    }
  }
}
