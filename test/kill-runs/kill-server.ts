import { newSchema } from "../run-store/opened.ts";
import { startPostgres } from "../run-store/postgres-cluster.ts";
import { type Broken, brokenAtTheEnd, lostOf, measuredRun, usualCells } from "./measured-run.ts";
import type { Row } from "./rows.ts";

/**
 * Kills the first process of PostgreSQL so many times during one run, which goes on when the server
 * is back. No process that measures is killed, so nothing may be paid twice.
 */
export async function killServer(
  kills: number,
  said: (text: string) => void,
  cells = usualCells,
): Promise<{ readonly row: Row; readonly broken: Broken }> {
  const server = startPostgres();
  const run = await measuredRun(newSchema(server.connectionString), cells);
  const broken: Broken = [];
  let [killed, seen, lost, mostInFlight] = [0, 0, 0, 0];
  try {
    const measuring = run.begin("--workers", "2");
    const step = cells / (kills + 1);
    for (let kill = 0; kill < kills; kill++) {
      if (!(await run.until(step * (kill + Math.random()) + 1, measuring))) break;
      const before = await run.results();
      await server.killAndReturn();
      const after = await run.results();
      seen += before.size;
      lost += lostOf(before, after);
      mostInFlight = Math.max(mostInFlight, run.paid().cells - after.size);
      killed += 1;
      said(`PostgreSQL was killed ${killed} times of ${kills}`);
    }
    broken.push(...(await brokenAtTheEnd(run, measuring, 0)));
    if (killed < kills) broken.push(`the run ended after ${killed} kills`);
    if (lost > 0) broken.push(`${lost} results lost`);
    const { requests, cells: asked } = run.paid();
    const what = "PostgreSQL, under two workers";
    const again = requests - asked;
    const counted = { kills: killed, runs: 1, cells, seen, lost, again, mostInFlight };
    return { row: { what, ...counted }, broken };
  } finally {
    await run.end();
    server.stop();
  }
}
