import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, normalize } from "node:path";
import { buildDeps } from "../../src/deps.ts";
import type { Process } from "../../src/faces/cli/process-rules.ts";
import { measureSuite } from "../../src/faces/measure/main.ts";
import { runLine } from "../cli/run-line.ts";
import { beside, type Servers } from "./beside.ts";
import { filtered, filters } from "./filtered.ts";
import { consoleBlock, parseGuide, type Said, shellWords } from "./guide.ts";

const packageCatalog = new URL("../../dist/catalog/", import.meta.url);
/** How far it is hangs on the machine: no word of that stands in a guide. */
const silent = { write: () => true };
const measure: Process = (fields, io, world) =>
  measureSuite(fields, { ...io, stderr: silent }, world);
const processes = { measure: async () => measure };
const deps = { ...buildDeps(packageCatalog), today: () => "2026-11-20" };

/** The guide as it reads when its commands run now, on 2026-11-20. Changes the folder of the process. */
export async function replayHere(markdown: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-guide-"));
  const before = process.cwd();
  const servers = beside();
  try {
    process.chdir(folder);
    mkdirSync("node_modules/steelyard/dist", { recursive: true });
    cpSync(packageCatalog, "node_modules/steelyard/dist/catalog", { recursive: true });
    return await replay(markdown, servers);
  } finally {
    servers.end();
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}

async function replay(markdown: string, servers: Servers): Promise<string> {
  const printed: string[] = [];
  for (const part of parseGuide(markdown)) {
    switch (part.kind) {
      case "text":
        printed.push(part.text);
        break;
      case "file":
        write(part.name, part.content);
        printed.push(part.text);
        break;
      case "console": {
        const said = [];
        for (const command of part.commands) {
          said.push({ command, ...(await runCommand(command, servers)) });
        }
        printed.push(consoleBlock(said));
      }
    }
  }
  return printed.join("");
}

/** `steelyard …` or one of a few plain commands, perhaps with `> file` or a pipe; anything else is a mistake. */
async function runCommand(command: string, servers: Servers): Promise<Said> {
  const [, server] = /^node (\S+) &$/.exec(command) ?? [];
  if (server !== undefined) return { ...quiet, stdout: await servers.start(inside(server)) };
  const [, line = command, file] = /^(.*?)\s+>\s*(\S+)$/.exec(command) ?? [];
  const [, first = line, filter] = /^(.*?)\s+\|\s+(.*)$/.exec(line) ?? [];
  const [name = "", ...words] = shellWords(first);
  const said =
    name === "steelyard" ? await runLine(words, { deps, processes }) : plain(name, words);
  const kept =
    filter === undefined ? said : { ...said, ...filtered(said.stdout, shellWords(filter)) };
  if (file === undefined) return kept;
  write(file, kept.stdout);
  return { ...kept, stdout: "" };
}

const quiet: Said = { exitCode: 0, stdout: "", stderr: "" };

function plain(name: string, words: readonly string[]): Said {
  if (filters.has(name)) {
    const file = words.at(-1) ?? "";
    const text = readFileSync(inside(file), "utf8");
    return { ...quiet, ...filtered(text, [name, ...words.slice(0, -1)]) };
  }
  const [first = "", second = ""] = words.filter((word) => !word.startsWith("-"));
  switch (name) {
    case "cp":
      cpSync(inside(first), inside(second), { recursive: true });
      return quiet;
    case "mkdir":
      mkdirSync(inside(first), { recursive: true });
      return quiet;
    case "cat":
      return { ...quiet, stdout: readFileSync(inside(first), "utf8") };
    case "echo":
      return { ...quiet, stdout: `${words.join(" ")}\n` };
    default:
      throw new Error(`A guide runs \`${name}\`, which its test does not know.`);
  }
}

function write(name: string, content: string): void {
  const file = inside(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** A guide writes into its own folder alone. */
function inside(name: string): string {
  const path = normalize(name);
  if (isAbsolute(path) || path.startsWith(".."))
    throw new Error(`${name} leaves the guide's folder.`);
  return path;
}
