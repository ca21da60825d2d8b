import { randomUUID } from "node:crypto";
import { basename, join } from "node:path";
import type { Outcome } from "../../core/problems/problem.ts";
import { type ProgressOutput, progressLine } from "../../core/report/progress-line.ts";
import { workerProgressText, workerText } from "../../core/report/worker-text.ts";
import { endpointPrices } from "../../core/runs/endpoint-prices.ts";
import { expectedUsd } from "../../core/runs/expected-usd.ts";
import { plannedRun } from "../../core/runs/planned-run.ts";
import type { RunEnd } from "../../core/runs/progress.ts";
import type { Run } from "../../core/runs/run.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import { RunStoreFailure } from "../../core/runs/run-store-failure.ts";
import type { Suite } from "../../core/runs/suite.ts";
import { systemClock } from "../../measure/exchange/clock.ts";
import { interruptions } from "../../measure/runner/interruptions.ts";
import { loadShare } from "../../measure/runner/load-share.ts";
import { openSuite } from "../../measure/runner/open-suite.ts";
import { workOn } from "../../measure/runner/work-on.ts";
import { keptSuite } from "../../measure/suite/kept-suite.ts";
import { suiteFolder } from "../../measure/suite/suite-folder.ts";
import type { Deps } from "../../operations/operation.ts";
import { openRunStore } from "../../store/runs/open-run-store.ts";
import { parsePostgresAddress } from "../../store/runs/postgres/connection-string.ts";
import { parseWorker, type WorkerFields } from "./worker-options.ts";

/** What a process gives a worker. */
export interface WorkerIo {
  readonly stdout: ProgressOutput;
  readonly stderr: ProgressOutput;
}

/** Measures cells of a run that somebody else began, until none is left for it. */
export async function work(
  fields: Readonly<Record<string, unknown>>,
  io: WorkerIo,
  deps: Deps,
): Promise<Outcome<number>> {
  const { STEELYARD_STORE: told } = process.env;
  const asked = parseWorker({ ...(told === undefined ? {} : { store: told }), ...fields });
  if (!asked.ok) return asked;
  /** For reading: who works on a run finds a store, and makes none. */
  const store = await openRunStore(asked.value.store, "read");
  if (!store.ok) return store;
  try {
    const end = await workedOn(store.value, asked.value, { io, deps });
    if (!end.ok) return end;
    const { cells, why } = end.value;
    io.stdout.write(workerText(asked.value.run, cells, why));
    return { ok: true, value: 0 };
  } catch (cause) {
    if (cause instanceof RunStoreFailure) return { ok: false, problem: cause.problem };
    throw cause;
  } finally {
    await store.value.close();
    /** Whoever started it is not waited for. */
    if (process.connected) process.disconnect();
  }
}

interface Around {
  readonly io: WorkerIo;
  readonly deps: Deps;
}

async function workedOn(
  store: RunStore,
  asked: WorkerFields,
  { io, deps }: Around,
): Promise<Outcome<{ readonly cells: number; readonly why: RunEnd }>> {
  const run = await store.run(asked.run);
  if (run === undefined) return notFound(asked);
  const suite = await suiteHere(store, run, asked);
  if (!suite.ok) return suite;
  const catalog = await deps.catalog(asked.facts);
  if (!catalog.ok) return catalog;
  const prices = endpointPrices(suite.value.endpoints, catalog.value, deps.today());
  if (!prices.ok) return prices;
  const { schedules, usdOf } = prices.value;
  const opened = await openSuite(suite.value, {
    ...{ store, environment: process.env, isCodeAllowed: asked.allowCode },
  });
  if (!opened.ok) return opened;
  const signals = interruptions();
  const progress = progressOn(io.stderr);
  try {
    const why = await workOn(suite.value, opened.value, {
      ...{ store, usdOf, runId: run.id, worker: randomUUID(), ...signals },
      expectedUsd: expectedUsd(plannedRun(suite.value, { prices: schedules })),
      onDone: progress.count,
    });
    return { ok: true, value: { cells: progress.end(), why } };
  } finally {
    signals.end();
    await opened.value.close();
  }
}

/** The suite of a run with what it needs of this host, which is looked at before anything is sent. */
async function suiteHere(
  store: RunStore,
  run: Run,
  { suiteFolder: folder, share }: WorkerFields,
): Promise<Outcome<Suite>> {
  const kept = await keptSuite(store, run);
  if (!kept.ok) return kept;
  const { file, load, graders } = kept.value;
  const here = folder === undefined ? file : join(folder, basename(file));
  for (const grader of graders) {
    if (grader.kind !== "module") continue;
    const text = await suiteFolder(here).text(grader.path, Number.MAX_SAFE_INTEGER);
    if (text.ok) continue;
    const missing = { grader: grader.id, file: suiteFolder(here).nameOf(grader.path) };
    return { ok: false, problem: { code: "grader-file-missing", ...missing } };
  }
  return { ok: true, value: { ...kept.value, file: here, load: loadShare(load, share) } };
}

function notFound({ run, store }: WorkerFields): Outcome<never> {
  const address = parsePostgresAddress(store);
  if (!address.ok) return address;
  return { ok: false, problem: { code: "run-not-found", run, store: address.value.name } };
}

const everyMs = { terminal: 100, lines: 5_000 } as const;

/** Counts cells and tells how many; whoever was started by another process leaves telling to it. */
function progressOn(output: ProgressOutput) {
  const line = progressLine(output);
  const step = line.isTerminal ? everyMs.terminal : everyMs.lines;
  const startedAt = systemClock.now();
  const isLed = process.connected;
  let [cells, saidAt] = [0, startedAt];
  return {
    count: (): undefined => {
      cells += 1;
      const now = systemClock.now();
      if (isLed || now - saidAt < step) return;
      saidAt = now;
      line.write(workerProgressText(cells, (cells * 1000) / (now - startedAt)));
    },
    end: (): number => {
      if (!isLed) line.end();
      return cells;
    },
  };
}
