import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Outcome } from "../../core/problems/problem.ts";
import type { Document } from "../../core/report/document.ts";
import { jsonText } from "../../core/report/json-text.ts";
import { documentToMarkdown } from "../../core/report/markdown.ts";
import { planDocument } from "../../core/report/plan-document.ts";
import type { ProgressOutput } from "../../core/report/progress-line.ts";
import { runDocument } from "../../core/report/run-document.ts";
import { documentToText } from "../../core/report/text.ts";
import {
  type EndpointPrices,
  endpointPrices,
  noPrices,
  type UsdOf,
} from "../../core/runs/endpoint-prices.ts";
import { type PlannedRun, plannedRun } from "../../core/runs/planned-run.ts";
import { type RunReport, runTally } from "../../core/runs/run-report.ts";
import { RunStoreFailure } from "../../core/runs/run-store-failure.ts";
import type { Suite } from "../../core/runs/suite.ts";
import type { Usd } from "../../core/units.ts";
import { systemClock } from "../../measure/exchange/clock.ts";
import { measureRun } from "../../measure/runner/measure-run.ts";
import { runOf } from "../../measure/runner/run-of.ts";
import { cellsOf } from "../../measure/suite/cells-of.ts";
import { readSuite } from "../../measure/suite/read-suite.ts";
import type { Deps } from "../../operations/operation.ts";
import { openRunStore } from "../../store/runs/open-run-store.ts";
import { type MeasureFields, parseMeasure } from "./measure-options.ts";
import { progressOn } from "./progress.ts";

/** What a process gives a measurement. */
export interface MeasureIo {
  readonly stdout: ProgressOutput & { readonly columns?: number | undefined };
  readonly stderr: ProgressOutput;
}

/** Where runs are kept when nobody says. */
const usualStore = ".steelyard/runs.db";

/** Measures what is left of a suite and prints what it came to; ends with 1 where a decision fails. */
export async function measureSuite(
  fields: Readonly<Record<string, unknown>>,
  io: MeasureIo,
  deps: Deps,
): Promise<Outcome<number>> {
  const asked = parseMeasure(fields);
  if (!asked.ok) return asked;
  const prepared = await prepare(asked.value, deps);
  if (!prepared.ok) return prepared;
  if (asked.value.dryRun) {
    const { plan, suite } = prepared.value;
    io.stdout.write(printed(plan, planDocument(suite, plan), asked.value, io));
    return { ok: true, value: 0 };
  }
  try {
    const report = await measured(prepared.value, asked.value, io);
    if (!report.ok) return report;
    const document = runDocument(report.value, { brief: false });
    io.stdout.write(printed(report.value, document, asked.value, io));
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
}

/** What is known before anything is sent. */
async function prepare(asked: MeasureFields, deps: Deps): Promise<Outcome<Prepared>> {
  const read = await readSuite(asked.suite);
  if (!read.ok) return read;
  const suite = asked.toTheEnd ? { ...read.value, stopsEarly: false } : read.value;
  const prices = await pricesOf(suite, asked, deps);
  if (!prices.ok) return prices;
  const { schedules, usdOf } = prices.value;
  return { ok: true, value: { suite, plan: plannedRun(suite, { prices: schedules }), usdOf } };
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
  { suite, plan, usdOf }: Prepared,
  asked: MeasureFields,
  io: MeasureIo,
): Promise<Outcome<RunReport>> {
  const { STEELYARD_STORE: told } = process.env;
  const where = asked.store ?? told ?? usualStore;
  if (where === usualStore) await mkdir(dirname(usualStore), { recursive: true });
  const store = await openRunStore(where, "measure");
  if (!store.ok) return store;
  const cells = cellsOf(suite);
  const progress = progressOn(io.stderr, systemClock.now);
  const signals = interruptions();
  try {
    const started = runOf(suite, new Date(systemClock.epochMs()).toISOString());
    const end = await measureRun({
      ...{ suite, run: started, cells, store: store.value, usdOf },
      expectedUsd: expectedUsd(plan),
      ...{ environment: process.env, worker: randomUUID(), isCodeAllowed: asked.allowCode },
      ...{ stopping: signals.stopping, giveUp: signals.giveUp },
      onProgress: progress.tell,
    });
    progress.end();
    if (!end.ok) return end;
    const tally = runTally(suite, new Map(cells.map((cell) => [cell.key, cell])));
    for await (const result of store.value.results(started.id)) tally.add(result);
    const run = (await store.value.run(started.id)) ?? started;
    return { ok: true, value: tally.report(run, end.value) };
  } finally {
    signals.end();
    await store.value.close();
  }
}

function expectedUsd({ endpoints }: PlannedRun): ReadonlyMap<string, Usd> {
  return new Map(
    endpoints.flatMap(({ endpoint, usd, requests }) =>
      usd === null ? [] : [[endpoint, usd.usual / requests.usual] as const],
    ),
  );
}

/** The first interruption lets what is under way finish, the second gives it up. */
function interruptions() {
  const [stopping, giveUp] = [new AbortController(), new AbortController()];
  /** Every request under way listens. */
  setMaxListeners(0, stopping.signal, giveUp.signal);
  const interrupt = () => (stopping.signal.aborted ? giveUp : stopping).abort();
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return {
    stopping: stopping.signal,
    giveUp: giveUp.signal,
    end: () => {
      process.off("SIGINT", interrupt);
      process.off("SIGTERM", interrupt);
    },
  };
}

const usualWidth = 80;

function printed(
  answer: unknown,
  document: Document,
  { format }: MeasureFields,
  { stdout }: MeasureIo,
): string {
  switch (format) {
    case "json":
      return jsonText(answer);
    case "markdown":
      return documentToMarkdown(document);
    case "text":
      return documentToText(document, { width: stdout.columns ?? usualWidth });
  }
}
