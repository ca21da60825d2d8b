import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { cacheFolder } from "../scripts/cache-folder.ts";
import { installedSizes } from "./measure/installed-size.ts";
import { measuredRow, Row } from "./measure/measured-row.ts";
import { type Planned, planOf } from "./measure/plan.ts";
import { tableLines } from "./measure/table.ts";

/**
 * `npm run bench:measure`: what a measurement takes, beside promptfoo and the least that undici needs.
 * A bench that was interrupted goes on where it was left; `--fresh` begins again.
 */
const plan = planOf(process.argv.slice(2));
const report = new URL("../docs/benchmarks.md", import.meta.url);
const kept = cacheFolder("bench-measure.jsonl");
mkdirSync(dirname(kept), { recursive: true });
if (plan.isFresh) rmSync(kept, { force: true });
const known = new Map(keptRows().map((row) => [nameOf(row.runner, row), row]));

const rows = await measuredAll(plan.rows);
const memory = await measuredAll(plan.memory.map((job) => ({ runner: "ours", job })));
const lines = tableLines(rows, memory, plan.isUsual ? installedSizes() : []);
console.log(lines.join("\n"));
if (plan.isUsual) {
  const text = readFileSync(report, "utf8");
  const between = /(<!-- measure -->\n)[\s\S]*(<!-- end of measure -->)/;
  writeFileSync(report, text.replace(between, `$1${lines.join("\n")}\n$2`));
  rmSync(kept, { force: true });
}

async function measuredAll(planned: readonly Planned[]): Promise<readonly Row[]> {
  const measured: Row[] = [];
  for (const { runner, job } of planned) {
    const before = plan.isUsual ? known.get(nameOf(runner, job)) : undefined;
    const row = before ?? (await measuredAgain(runner, job));
    if (row === undefined) continue;
    measured.push(row);
    if (before !== undefined) continue;
    if (plan.isUsual) appendFileSync(kept, `${JSON.stringify(row)}\n`);
    console.error(
      `${nameOf(runner, job)}: ${row.seconds.toFixed(1)} s, ${row.processorMsEach.toFixed(3)} ms each, ` +
        `${row.megabytes.toFixed(0)} MB, median ${row.keptP50Ms.toFixed(1)} ms, ${row.underWayAtMost} under way`,
    );
  }
  return measured;
}

/** promptfoo now and then ends with an error of its log, after its work is done: it is tried three times. */
async function measuredAgain(
  runner: Planned["runner"],
  job: Planned["job"],
): Promise<Row | undefined> {
  for (let left = 2; ; left--) {
    try {
      return await measuredRow(runner, job);
    } catch (cause) {
      if (runner !== "promptfoo") throw cause;
      console.error(`${nameOf(runner, job)}: ended with ${String(cause).slice(0, 200)}`);
      if (left === 0) return undefined;
    }
  }
}

function keptRows(): readonly Row[] {
  if (!existsSync(kept)) return [];
  const written = readFileSync(kept, "utf8").trim().split("\n");
  return written.flatMap((line) => Row.safeParse(JSON.parse(line)).data ?? []);
}

function nameOf(
  runner: string,
  { prompts, repetitions, concurrency, delayMs }: Planned["job"],
): string {
  return `${runner}, ${prompts} x 2 x ${repetitions}, ${concurrency} at once, ${delayMs} ms`;
}
