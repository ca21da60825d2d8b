import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CellResult } from "../../src/core/runs/result.ts";
import type { RunCounts, RunStore } from "../../src/core/runs/run-store.ts";
import { openRunStore } from "../../src/store/runs/open-run-store.ts";
import { suiteSize } from "./llama-suite.ts";

/** A run that was killed once, and what stood in its store then. */
export interface Measured {
  readonly store: string;
  readonly exitCode: number;
  readonly report: string;
  readonly kept: readonly CellResult[];
}

const command = fileURLToPath(new URL("../../dist/faces/cli/main.js", import.meta.url));
const cells = 2 * suiteSize.prompts * suiteSize.repetitions;

/** Measures, kills the process with half of the cells done, and measures again to the end. */
export async function measuredAndKilled(suite: string, store: string): Promise<Measured> {
  const first = measuring(suite, store);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (first.exitCode !== null) {
      throw new Error(`The run ended with ${first.exitCode} before it could be killed.`);
    }
    const counts = existsSync(store) ? await countsIn(store) : undefined;
    if ((counts?.answered ?? 0) >= cells / 2) break;
  }
  first.kill("SIGKILL");
  await once(first, "exit");
  const kept = await reading(store, async (runs, id) => {
    const results: CellResult[] = [];
    for await (const result of runs.results(id)) results.push(result);
    return results;
  });
  process.stderr.write(`Killed with ${kept?.length} of ${cells} cells done; going on.\n`);
  const second = measuring(suite, store);
  let report = "";
  second.stdout?.on("data", (part) => {
    report += String(part);
  });
  const [exitCode] = await once(second, "close");
  return { store, exitCode: Number(exitCode), report, kept: kept ?? [] };
}

function measuring(suite: string, store: string): ChildProcess {
  return spawn(process.execPath, [command, "measure", suite, "--store", store], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Undefined: the process that measures has not made it yet. */
async function countsIn(store: string): Promise<RunCounts | undefined> {
  return reading(store, (runs, id) => runs.counts(id));
}

/** Reads the one run of a store; undefined where there is none yet. */
export async function reading<T>(
  file: string,
  read: (runs: RunStore, id: string) => Promise<T>,
): Promise<T | undefined> {
  const opened = await openRunStore(file, "read");
  if (!opened.ok) return undefined;
  try {
    const [run] = await opened.value.runs();
    return run === undefined ? undefined : await read(opened.value, run.id);
  } finally {
    await opened.value.close();
  }
}
