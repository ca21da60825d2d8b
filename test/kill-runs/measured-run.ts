import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { RunStore } from "../../src/core/runs/run-store.ts";
import { openRunStore } from "../../src/store/runs/open-run-store.ts";
import { type CountingEndpoint, openCountingEndpoint } from "../endpoints/counting-endpoint.ts";
import { type Commanded, commanded, countedSuite } from "../measure/counted-suite.ts";

/** Of a run that is killed, where nothing else is said. */
export const usualCells = 2000;
export const concurrency = 16;
/** An answer takes from 10 to 50 ms. */
const delayMs = () => 10 + 40 * Math.random();

/** What was broken of what is promised; nothing, where all is well. */
export type Broken = string[];

/** A run of the built command line at an endpoint that counts, in a store that is looked into from outside. */
export interface MeasuredRun {
  readonly cells: number;
  readonly endpoint: CountingEndpoint;
  readonly begin: (...flags: readonly string[]) => Commanded;
  /** Results by their cells, as hashes; throws where the store does not open. */
  readonly results: () => Promise<ReadonlyMap<string, string>>;
  readonly leased: () => Promise<number>;
  /** Requests for cells, those for the same again left out, and all of them. */
  readonly paid: () => { readonly cells: number; readonly requests: number };
  /** Waits until the endpoint was asked so often. */
  readonly until: (requests: number, measuring: Commanded) => Promise<boolean>;
  readonly end: () => Promise<void>;
}

export async function measuredRun(store: string, cells = usualCells): Promise<MeasuredRun> {
  const endpoint = await openCountingEndpoint(delayMs);
  const baseUrl = `http://127.0.0.1:${endpoint.port}/v1`;
  const folder = countedSuite({ baseUrl, prompts: cells / 2, concurrency });
  return {
    ...{ cells, endpoint },
    begin: (...flags) =>
      commanded(["measure", "suite.yaml", "--format", "json", ...flags], { folder, store }),
    results: () => read(store, new Map(), resultsIn),
    leased: () => read(store, 0, async (opened, run) => (await opened.counts(run)).leased),
    paid: () => ({
      cells: new Set(endpoint.requests.map(({ asked }) => asked)).size,
      requests: endpoint.requests.length,
    }),
    until: async (requests, { child }) => {
      while (endpoint.requests.length < requests && child.exitCode === null) await setTimeout(2);
      return child.exitCode === null;
    },
    end: async () => {
      await endpoint.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** @param none of a store that is not there yet, or has no run */
async function read<T>(
  where: string,
  none: T,
  what: (store: RunStore, run: string) => Promise<T>,
): Promise<T> {
  const opened = await openRunStore(where, "read");
  if (!opened.ok) {
    const { code } = opened.problem;
    if (code === "file-unreadable" || code === "not-a-store") return none;
    throw new Error(`The store does not open: ${JSON.stringify(opened.problem)}`);
  }
  try {
    const [run] = await opened.value.runs();
    return run === undefined ? none : await what(opened.value, run.id);
  } finally {
    await opened.value.close();
  }
}

async function resultsIn(store: RunStore, run: string): Promise<ReadonlyMap<string, string>> {
  const results = new Map<string, string>();
  for await (const result of store.results(run)) {
    if (results.has(result.cell)) throw new Error(`${result.cell} is there twice.`);
    results.set(result.cell, createHash("sha256").update(JSON.stringify(result)).digest("hex"));
  }
  return results;
}

/** Results that were there before and are gone, or are others now. */
export function lostOf(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): number {
  return [...before].filter(([cell, hash]) => after.get(cell) !== hash).length;
}

/** Holds a run that has ended against what was promised; `again` is what may have been paid twice. */
export async function brokenAtTheEnd(
  run: MeasuredRun,
  measuring: Commanded,
  again: number,
): Promise<Broken> {
  const broken: Broken = [];
  const { exitCode, stdout, stderr } = await measuring.ended;
  if (exitCode !== 0) return [`it ended with ${exitCode}: ${stderr}`];
  const report: unknown = JSON.parse(stdout);
  const isComplete =
    typeof report === "object" && report !== null && "done" in report && report.done === run.cells;
  if (!isComplete) broken.push(`it is not complete: ${stdout.slice(0, 300)}`);
  const results = await run.results();
  if (results.size !== run.cells) broken.push(`${results.size} results of ${run.cells} cells`);
  const { cells, requests } = run.paid();
  if (cells !== run.cells) broken.push(`${cells} cells were asked`);
  if (requests - cells > again) {
    broken.push(`${requests - cells} requests paid twice, ${again} allowed`);
  }
  return broken;
}
