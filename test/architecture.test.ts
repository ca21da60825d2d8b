import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const run = promisify(execFile);

interface Trespass {
  readonly folder: string;
  readonly line: string;
  /** What refuses it: a rule of the linter, or the number of a type error. */
  readonly gate: string;
}

const at = (folder: string, gate: string, ...lines: readonly string[]): readonly Trespass[] =>
  lines.map((line) => ({ folder, line, gate }));
const reExport = (from: string) => `export * as other from "${from}";`;
const importing = (folder: string, ...froms: readonly string[]): readonly Trespass[] =>
  at(folder, "noRestrictedImports", ...froms.map(reExport));
const using = (...globals: readonly string[]): readonly Trespass[] =>
  at("src/core", "noRestrictedGlobals", ...globals.map((global) => `export const x = ${global};`));

const linesOf = (count: number) => `export const rows = [\n${"  1,\n".repeat(count - 2)}];`;

/** In halves, so that a search for the forbidden words finds nothing here. */
const anything = ["an", "y"].join("");
const cast = ['export const one = JSON.parse("1")', "as number;"].join(" ");
const [sources, store, measure, traffic] = [
  "../sources/x.ts",
  "../store/x.ts",
  "../measure/x.ts",
  "../traffic/x.ts",
];
const files = "../files/x.ts";
const [operations, faces, deps] = ["../operations/x.ts", "../faces/cli/x.ts", "../deps.ts"];

/** The gates are only worth their green if they can turn red: each file holds one forbidden line. */
const trespasses: readonly Trespass[] = [
  ...importing(
    "src/core",
    files,
    sources,
    store,
    measure,
    traffic,
    operations,
    faces,
    deps,
    "yaml",
  ),
  ...importing("src/files", sources, store, measure, traffic, operations, faces, deps),
  ...importing("src/sources", store, measure, traffic, operations, faces, deps),
  ...importing("src/store", sources, measure, traffic, operations, faces, deps),
  ...importing("src/measure", sources, store, traffic, operations, faces, deps),
  ...importing("src/traffic", sources, store, measure, operations, faces, deps),
  ...importing("src/operations", sources, store, measure, traffic, faces, deps),
  ...importing("src/faces/cli", "../web/x.ts", "../api/x.ts", "../mcp/x.ts"),
  ...["web", "api", "mcp", "serve"].flatMap((face) =>
    importing(`src/faces/${face}`, "../cli/x.ts"),
  ),
  ...importing("src/faces/cli", `../${sources}`, `../${store}`, `../${measure}`, `../${traffic}`),
  ...importing("src/faces/cli", `../${deps}`),
  ...at("src/core", "noRestrictedImports", `export const later = () => import("${store}");`),
  ...at("src/core", "noNodejsModules", reExport("node:fs")),
  ...at("src/core", "noImportCycles", reExport("./partner.ts")),
  ...using("Date.now()", "performance.now()", "globalThis.Date.now()", "crypto.randomUUID()"),
  ...using('console.log("x")', 'fetch("x")', "process.cwd()", "setTimeout(() => {})"),
  ...at("src/core", "plugin", "export const dice = Math.random();"),
  ...at("src/core", "plugin", "export const borrowedDice = Math.random;"),
  ...at("src/core", "TS2584", 'export const say = () => console.log("x");'),
  ...at("src/core", "TS2304", 'export const get = () => fetch("x");'),
  ...at("src/core", "TS2591", "export const home = () => process.cwd();"),
  ...at("src/store", "plugin", cast),
  ...at("test", "plugin", cast),
  ...at("src/store", "noExplicitAny", `export const x: ${anything} = 1;`),
  ...at("src/store", "noNonNullAssertion", "export const of = (x?: string) => x!.length;"),
  ...at("src/store", "noDefaultExport", "export default 1;"),
  ...at("src/store", "useImportExtensions", reExport("./BadlyNamed")),
  ...at("src/store", "noExcessiveLinesPerFile", linesOf(251)),
];

const allowed: readonly Trespass[] = [
  ...at("src/core", "none", 'export const code = ["a"] as const;', reExport("zod")),
  ...at("src/store", "none", reExport("node:fs"), reExport("../core/x.ts")),
  ...at("src/measure", "none", reExport("../core/x.ts"), reExport("../files/x.ts")),
  ...at("src/operations", "none", reExport("../core/x.ts"), reExport("./x.ts")),
  ...at("src/faces/cli", "none", reExport("../../operations/x.ts"), reExport("../../core/x.ts")),
  ...at("src/store", "none", linesOf(250)),
];

const rowsOf = (name: string, rows: readonly Trespass[]) =>
  rows.map((row, index) => ({ ...row, file: `${row.folder}/${name}-${index}.ts` }));
const forbiddenRows = rowsOf("trespass", trespasses);
const allowedRows = rowsOf("allowed", allowed);
const badlyNamed = "src/store/BadlyNamed.ts";
const entries = ["src/deps.ts", "src/faces/cli/main.ts"];

/** Outside the repository, under its rules: what is planted there disturbs nobody. */
let ground = "";
let refusals: ReadonlySet<string> = new Set();

beforeAll(async () => {
  ground = await realpath(await mkdtemp(join(tmpdir(), "steelyard-gates-")));
  for (const rules of [
    "biome.json",
    ".gitignore",
    "tools",
    "tsconfig.json",
    "src/core/tsconfig.json",
  ])
    await cp(rules, join(ground, rules), { recursive: true });
  await symlink(join(process.cwd(), "node_modules"), join(ground, "node_modules"));
  for (const { file, line } of [...forbiddenRows, ...allowedRows]) await plant(file, line);
  const cycling = forbiddenRows.find(({ gate }) => gate === "noImportCycles");
  await plant("src/core/partner.ts", reExport(`./${cycling?.file.split("/").at(-1)}`));
  await plant(badlyNamed, "export const x = 1;");
  for (const entry of entries) await plant(entry, `${reExport("../../store/x.ts")}`);
  refusals = new Set([...(await lintRefusals()), ...(await typeRefusals())]);
}, 60_000);

afterAll(() => rm(ground, { recursive: true, force: true }));

describe("the gates refuse", () => {
  test.each(forbiddenRows)("by $gate, in $folder: $line", ({ file, gate }) => {
    expect([...refusals].filter((each) => each.startsWith(`${file} `))).toContain(
      `${file} ${gate}`,
    );
  });

  test("by useFilenamingConvention, a file whose name is not in kebab-case", () => {
    expect(refusals).toContain(`${badlyNamed} useFilenamingConvention`);
  });
});

describe("the gates let pass", () => {
  test.each(allowedRows)("in $folder: $line", ({ file }) => {
    expect([...refusals].filter((each) => each.startsWith(`${file} no`))).toEqual([]);
  });

  test.each(entries)("every import in %s", (file) => {
    expect([...refusals].filter((each) => each.startsWith(`${file} no`))).toEqual([]);
  });
});

async function plant(file: string, line: string): Promise<void> {
  await mkdir(join(ground, dirname(file)), { recursive: true });
  await writeFile(join(ground, file), `${line}\n`);
}

/** `file rule`, for each complaint of the linter. */
async function lintRefusals(): Promise<readonly string[]> {
  const printed = await gate("biome", "lint", "--reporter=github", "--max-diagnostics=none", ".");
  return [...printed.matchAll(/title=(?:\w+\/)*(\w+),file=([^,]+),/g)].map(
    ([, rule, file = ""]) => `${relative(ground, file)} ${rule}`,
  );
}

/** `file TS1234`, for each complaint of the compiler about the core alone. */
async function typeRefusals(): Promise<readonly string[]> {
  const alone = ["--noEmit", "--composite", "false", "--incremental", "false"];
  const printed = await gate("tsc", "-p", "src/core", ...alone);
  return [...printed.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+):/gm)].map(
    ([, file, code]) => `${file} ${code}`,
  );
}

/** What a gate says when it refuses; here it must. */
async function gate(name: string, ...args: readonly string[]): Promise<string> {
  const command = join(ground, "node_modules", ".bin", name);
  try {
    await run(command, [...args], { cwd: ground, maxBuffer: 1e8 });
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  }
  throw new Error(`${name} refused nothing`);
}
