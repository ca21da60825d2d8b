import { crashRounds } from "../test/run-store/crash-rounds.ts";

/** Kills a process that measures into a file, a hundred times, or as often as is said. */
const rounds = Number(process.argv[2] ?? 100);
const report = await crashRounds(rounds, (round) => {
  if (round % 10 === 0) process.stderr.write(`${round} of ${rounds}\n`);
});
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
const isWhole =
  report.lost.length + report.twice.length + report.halfDone === 0 &&
  report.integrity.join() === "ok";
process.exitCode = isWhole ? 0 : 1;
