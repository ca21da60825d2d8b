import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "libsql";
import { newFile } from "../run-store/opened.ts";
import {
  type Broken,
  brokenAtTheEnd,
  concurrency,
  lostOf,
  type MeasuredRun,
  measuredRun,
  usualCells,
} from "./measured-run.ts";
import type { Row } from "./rows.ts";

/** How many more requests are waited for before a kill, at most; some kills come while it starts. */
const mostRequests = 450;
const shareAtStart = 0.15;
const startMs = 1500;
/** What was sent may still be on its way to the endpoint. */
const onItsWayMs = 60;

/** Kills the one process of runs on SQLite, so many times in all; each run goes on until it is complete. */
export async function killProcess(
  kills: number,
  said: (text: string) => void,
): Promise<{ readonly row: Row; readonly broken: Broken }> {
  const broken: Broken = [];
  let [killed, runs, seen, lost, again, mostInFlight] = [0, 0, 0, 0, 0, 0];
  while (killed < kills) {
    const file = newFile();
    const run = await measuredRun(file);
    let ofRun = 0;
    for (;;) {
      const measuring = run.begin();
      if (killed === kills || !(await atRandom(run, measuring))) {
        broken.push(...(await brokenAtTheEnd(run, measuring, ofRun * concurrency)));
        break;
      }
      const before = await run.results();
      measuring.child.kill("SIGKILL");
      await measuring.ended;
      await setTimeout(onItsWayMs);
      const after = await run.results();
      const inFlight = run.paid().cells - after.size;
      if (inFlight > concurrency) broken.push(`${inFlight} in flight at a kill`);
      const integrity = integrityOf(file);
      if (integrity !== "ok") broken.push(`the file is damaged: ${integrity}`);
      killed += 1;
      ofRun += 1;
      seen += before.size;
      lost += lostOf(before, after);
      mostInFlight = Math.max(mostInFlight, inFlight);
      if (killed % 10 === 0) said(`${killed} of ${kills} kills, ${broken.length} broken`);
    }
    runs += 1;
    again += run.paid().requests - run.paid().cells;
    await run.end();
    rmSync(dirname(file), { recursive: true });
  }
  if (lost > 0) broken.push(`${lost} results lost`);
  const what = "the process, on SQLite";
  return {
    row: { what, kills: killed, runs, seen, lost, again, mostInFlight, cells: runs * usualCells },
    broken,
  };
}

/** False: it ended before. */
async function atRandom(
  run: MeasuredRun,
  measuring: ReturnType<MeasuredRun["begin"]>,
): Promise<boolean> {
  if (Math.random() < shareAtStart) {
    await setTimeout(startMs * Math.random());
    return measuring.child.exitCode === null;
  }
  const more = Math.floor(mostRequests * Math.random());
  return run.until(run.endpoint.requests.length + more, measuring);
}

function integrityOf(file: string): string {
  const database = new Database(file);
  const [row] = database.prepare("PRAGMA integrity_check").raw().all();
  database.close();
  return String(row);
}
