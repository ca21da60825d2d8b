import { killProcess } from "../test/kill-runs/kill-process.ts";
import { killServer } from "../test/kill-runs/kill-server.ts";
import { killWorker } from "../test/kill-runs/kill-worker.ts";
import { concurrency } from "../test/kill-runs/measured-run.ts";
import { table } from "../test/kill-runs/rows.ts";

/**
 * `npm run kill:runs`: kills what measures runs of 2,000 cells, at random moments, and counts what was
 * lost and what was paid twice; ends with 1 where a promise is broken. On Linux.
 */
const kills = Number(process.argv[2] ?? 100);
const said = (text: string) => process.stderr.write(`${text}\n`);
const came = [
  await killProcess(kills, said),
  await killServer(Math.ceil(kills / 10), said),
  await killWorker(Math.ceil(kills / 20), said),
];
process.stdout.write(
  table(
    came.map(({ row }) => row),
    concurrency,
  ),
);
const broken = came.flatMap((each) => each.broken);
for (const what of broken) process.stdout.write(`broken: ${what}\n`);
process.exitCode = broken.length === 0 ? 0 : 1;
