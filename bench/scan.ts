import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalog } from "../src/core/catalog/catalog.ts";
import { dossiersOf } from "../src/core/evidence/dossiers.ts";
import { placeCollector } from "../src/core/scan/collect-places.ts";
import { knownNamesOf } from "../src/core/scan/known-names.ts";
import { isEnding, lifecycleOfName } from "../src/core/scan/lifecycle-of-name.ts";
import { lookoutFor } from "../src/core/scan/lookout.ts";
import { readCodeBase } from "../src/sources/code-base/read-code-base.ts";
import { openCatalog } from "../src/store/compiled-catalog.ts";
import { median } from "./median.ts";

const aimedLines = 1_000_000;
const filesInFolder = 50;
const rounds = 5;
/** One line in so many names a model. */
const plantedEach = 500;

/** A tree of a million lines of our own code with names planted in it, beside `grep -F -f` with the same names. */
export async function benchScan(): Promise<readonly string[]> {
  const catalog = await openCatalog();
  const names = knownNamesOf(catalog).all;
  const folder = mkdtempSync(join(tmpdir(), "steelyard-tree-"));
  try {
    const tree = writeTree(folder, names);
    const list = join(folder, "..", `${folder.split("/").at(-1)}.names`);
    writeFileSync(list, `${names.join("\n")}\n`);
    const own: number[] = [];
    const other: number[] = [];
    let found = 0;
    for (let round = 0; round < rounds; round++) {
      own.push(
        timed(() => {
          found = scanTree(catalog, folder);
        }),
      );
      other.push(timed(() => grep(["-rFc", "-f", list, folder])));
    }
    rmSync(list);
    const [ownMs, otherMs] = [median(own), median(other)];
    const lineRate = (1_000 * tree.lines) / ownMs;
    return [
      `scan of ${tree.lines} lines in ${tree.files} files, ${tree.planted} names planted, ${found} found: ${seconds(ownMs)} s, ${lineRate.toFixed(0)} lines a second (median of ${rounds}; aim one second a million)`,
      `  grep -rFc -f with the same ${names.length} names: ${seconds(otherMs)} s; ${(ownMs / otherMs).toFixed(2)} times its time`,
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As the operation does it, but for the report. */
function scanTree(catalog: Catalog, folder: string): number {
  const dossiers = dossiersOf(catalog, "2026-11-20");
  const collector = placeCollector(lookoutFor(catalog), ({ text, model }) =>
    model === null ? false : isEnding(lifecycleOfName(text, dossiers.of(model)).lifecycle),
  );
  readCodeBase([folder], collector.visit);
  return collector.collected().named.reduce((sum, { count }) => sum + count, 0);
}

/** Source files of this repository, over and over. */
function writeTree(folder: string, names: readonly string[]) {
  const texts = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join("src", name), "utf8").split("\n"));
  const tree = { files: 0, lines: 0, planted: 0 };
  while (tree.lines < aimedLines) {
    const text = [...(texts[tree.files % texts.length] ?? [])];
    for (let line = tree.files % plantedEach; line < text.length; line += plantedEach) {
      text[line] = `  model: "${names[tree.planted % names.length]}",`;
      tree.planted++;
    }
    const into = join(folder, String(Math.floor(tree.files / filesInFolder)));
    mkdirSync(into, { recursive: true });
    writeFileSync(join(into, `${tree.files}.ts`), text.join("\n"));
    tree.files++;
    tree.lines += text.length;
  }
  return tree;
}

function grep(args: readonly string[]): void {
  const { error } = spawnSync("grep", args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, LC_ALL: "C" },
  });
  if (error !== undefined) throw error;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(2);
}
