import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./median.ts";

const rounds = 15;
const command = fileURLToPath(new URL("../dist/faces/cli/main.js", import.meta.url));
const store = fileURLToPath(new URL("../dist/store/compiled-catalog.js", import.meta.url));

const commands = {
  "--version": ["--version"],
  gap: "gap 79.1 81.8 --group static --comparability same-run".split(" "),
  cost: ["cost", "openai/gpt-4.1"],
  explain: ["explain", "gpt-4.1", "price.input"],
  models: ["models"],
  compare: ["compare", "gpt-4.1", "qwen3.5-4b"],
};

/** Cold processes, turn by turn: an empty Node, each command, and the catalog alone. */
export function benchStart(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-bench-"));
  const empty = join(folder, "empty.mjs");
  const load = join(folder, "load.mjs");
  writeFileSync(empty, "");
  writeFileSync(load, loadScript);
  const starts: number[] = [];
  const loads: number[] = [];
  const times = Object.entries(commands).map(([name, args]) => ({ name, args, ms: noTimes() }));
  for (let i = 0; i < rounds; i++) {
    starts.push(wall([empty]));
    for (const { args, ms } of times) ms.push(wall([command, ...args]));
    loads.push(Number(run([load, store]).stdout.trim()));
  }
  const start = median(starts);
  return [
    `empty Node start: ${start.toFixed(0)} ms (median of ${rounds})`,
    ...times.map(
      ({ name, ms }) =>
        `${name}, cold: ${median(ms).toFixed(0)} ms, ${(median(ms) / start).toFixed(2)} times an empty start${name === "compare" ? " (aim 3)" : ""}`,
    ),
    `catalog opened and one model read, cold: ${median(loads).toFixed(1)} ms (limit 30)`,
  ];
}

const loadScript = `
const { openCatalog } = await import(process.argv[2]);
const start = performance.now();
const catalog = await openCatalog();
catalog.claimsAbout("model:openai/gpt-4.1");
console.log(performance.now() - start);
`;

function run(args: readonly string[]) {
  return spawnSync(process.execPath, args, { encoding: "utf8" });
}

function wall(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = run(args);
  if (status !== 0) throw new Error(`${args.join(" ")} failed: ${stderr}`);
  return performance.now() - start;
}

const noTimes = (): number[] => [];
