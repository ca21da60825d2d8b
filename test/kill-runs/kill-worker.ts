import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { newSchema } from "../run-store/opened.ts";
import { startPostgres } from "../run-store/postgres-cluster.ts";
import {
  type Broken,
  brokenAtTheEnd,
  concurrency,
  lostOf,
  measuredRun,
  usualCells,
} from "./measured-run.ts";
import type { Row } from "./rows.ts";

const onItsWayMs = 60;

/** Kills one of three workers in each of so many runs; the other two take over what it held. */
export async function killWorker(
  kills: number,
  said: (text: string) => void,
): Promise<{ readonly row: Row; readonly broken: Broken }> {
  const server = startPostgres();
  const broken: Broken = [];
  let [seen, lost, again, mostInFlight] = [0, 0, 0, 0];
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const run = await measuredRun(newSchema(server.connectionString));
      const measuring = run.begin("--workers", "3");
      await run.until(1 + Math.random() * 0.8 * usualCells, measuring);
      const workers = childrenOf(measuring.child.pid ?? 0);
      const before = await run.results();
      process.kill(workers[kill % workers.length] ?? 0, "SIGKILL");
      await setTimeout(onItsWayMs);
      const after = await run.results();
      seen += before.size;
      lost += lostOf(before, after);
      broken.push(...(await brokenAtTheEnd(run, measuring, concurrency)));
      if (!(await measuring.ended).stderr.includes("SIGKILL")) broken.push("nobody was told");
      const { requests, cells } = run.paid();
      again += requests - cells;
      mostInFlight = Math.max(mostInFlight, requests - cells);
      await run.end();
      said(`a worker was killed ${kill} times of ${kills}`);
    }
    if (lost > 0) broken.push(`${lost} results lost`);
    const what = "one of three workers, on PostgreSQL";
    const counted = { kills, runs: kills, cells: kills * usualCells, seen, lost };
    return { row: { what, ...counted, again, mostInFlight }, broken };
  } finally {
    server.stop();
  }
}

function childrenOf(pid: number): readonly number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return text.trim().split(/\s+/).filter(Boolean).map(Number);
}
