import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import Database from "libsql";
import { allOf, cellsOf, runOf } from "../builders/run-of.ts";
import { newFile, opened } from "./opened.ts";

const child = fileURLToPath(new URL("crash-child.ts", import.meta.url));
const cells = 100_000;
const mostSteps = 1500;

/** What a killed process leaves behind, held against what it had been told. */
export interface CrashReport {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Steps that were acknowledged and are not there any more. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** What SQLite says of the file each time: `ok`. */
  readonly integrity: readonly string[];
  /** Cells done without a result, or results of cells that are not done. */
  readonly halfDone: number;
}

/**
 * Kills a process that measures, as often as is asked for, at a random step each time, and looks after
 * each time at what is left; the next process goes on in the same store.
 */
export async function crashRounds(
  rounds: number,
  said: (round: number) => void = () => undefined,
): Promise<CrashReport> {
  const file = newFile();
  const first = await opened(file);
  await first.createRun(runOf("r"));
  await first.addCells("r", cellsOf(cells));
  await first.close();
  const begun = new Set<string>();
  const finished = new Set<string>();
  const lost = new Set<string>();
  const twice = new Set<string>();
  const integrity = new Set<string>();
  let halfDone = 0;
  for (let round = 0; round < rounds; round++) {
    await killedAfter(Math.floor(Math.random() * mostSteps), [file, "r", `w${round}`], (line) => {
      const [what = "", cell = ""] = line.split(" ");
      if (what === "begun") begun.add(`w${round} ${cell}`);
      else finished.add(cell);
    });
    const store = await opened(file);
    const results = (await allOf(store.results("r"))).map(({ cell }) => cell);
    const attempts = (await allOf(store.attempts("r"))).map(
      ({ cell, worker }) => `${worker} ${cell}`,
    );
    const { answered } = await store.counts("r");
    await store.close();
    halfDone += Math.abs(answered - results.length);
    const [there, tried] = [new Set(results), new Set(attempts)];
    for (const cell of finished) if (!there.has(cell)) lost.add(cell);
    for (const attempt of begun) if (!tried.has(attempt)) lost.add(attempt);
    const seen = new Set<string>();
    for (const cell of results) (seen.has(cell) ? twice : seen).add(cell);
    integrity.add(integrityOf(file));
    said(round + 1);
  }
  return {
    rounds,
    acknowledged: begun.size + finished.size,
    lost: [...lost],
    twice: [...twice],
    integrity: [...integrity],
    halfDone,
  };
}

/** The moment is a random step and a few microseconds more, the time a signal takes. */
async function killedAfter(
  steps: number,
  argv: readonly string[],
  heard: (line: string) => void,
): Promise<void> {
  const measuring = spawn(process.execPath, ["--import", "tsx", child, ...argv], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(measuring, "exit");
  let count = 0;
  for await (const line of createInterface({ input: measuring.stdout })) {
    heard(line);
    if (count++ === steps) measuring.kill("SIGKILL");
  }
  const [, signal] = await exited;
  if (signal !== "SIGKILL") throw new Error("The process ended before it was killed.");
}

function integrityOf(file: string): string {
  const database = new Database(file);
  const [row] = database.prepare("PRAGMA integrity_check").raw().all();
  database.close();
  return String(row);
}
