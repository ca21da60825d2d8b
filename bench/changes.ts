import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { changesBetween } from "../src/core/changes/changes-between.ts";
import { openCatalog } from "../src/store/compiled-catalog.ts";
import { openSnapshot } from "../src/store/open-snapshot.ts";
import { median } from "./median.ts";

const current = fileURLToPath(new URL("../dist/catalog", import.meta.url));
const rounds = 5;
const [earlier, later] = ["2026-06-01", "2026-11-20"];

/** Comparing a kept catalog with today's, whole, beside comparing what their files parse to. */
export async function benchChanges(): Promise<readonly string[]> {
  const kept = mkdtempSync(join(tmpdir(), "steelyard-bench-"));
  cpSync(current, kept, { recursive: true });
  const found: number[] = [];
  const [folders, parsed, days]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    folders.push(
      await timed(async () => {
        const before = await openSnapshot(kept);
        if (!before.ok) throw new Error("the kept catalog is refused");
        const after = await openCatalog();
        const from = { catalog: before.value, day: earlier };
        found.push(changesBetween(from, { catalog: after, day: later }).length);
      }),
    );
    parsed.push(await timed(async () => isDeepStrictEqual(valuesIn(kept), valuesIn(current))));
    days.push(
      await timed(async () => {
        const catalog = await openCatalog();
        changesBetween({ catalog, day: earlier }, { catalog, day: later });
      }),
    );
  }
  rmSync(kept, { recursive: true });
  const [whole, floor, twoDays] = [folders, parsed, days].map(median);
  return [
    `changes of a kept catalog, whole: ${whole?.toFixed(0)} ms for ${found[0]} changes, ${((whole ?? 0) / (floor ?? 1)).toFixed(1)} times as long as parsing both and comparing the values (${floor?.toFixed(0)} ms; aim 1 s)`,
    `  two days of one catalog: ${twoDays?.toFixed(0)} ms`,
  ];
}

function valuesIn(folder: string): unknown {
  const lines = readFileSync(join(folder, "facts.jsonl"), "utf8").trimEnd().split("\n");
  return [
    JSON.parse(readFileSync(join(folder, "index.json"), "utf8")),
    ...lines.map((line): unknown => JSON.parse(line)),
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
