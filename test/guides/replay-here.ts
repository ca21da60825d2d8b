import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, normalize } from "node:path";
import { buildDeps } from "../../src/deps.ts";
import { runLine } from "../cli/run-line.ts";
import { consoleBlock, parseGuide, type Said, shellWords } from "./guide.ts";

const packageCatalog = new URL("../../dist/catalog/", import.meta.url);
const deps = { ...buildDeps(packageCatalog), today: () => "2026-11-20" };

/** The guide as it reads when its commands run now, on 2026-11-20. Changes the folder of the process. */
export async function replayHere(markdown: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-guide-"));
  const before = process.cwd();
  try {
    process.chdir(folder);
    mkdirSync("node_modules/steelyard/dist", { recursive: true });
    cpSync(packageCatalog, "node_modules/steelyard/dist/catalog", { recursive: true });
    return await replay(markdown);
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}

async function replay(markdown: string): Promise<string> {
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
        for (const command of part.commands) said.push({ command, ...(await runCommand(command)) });
        printed.push(consoleBlock(said));
      }
    }
  }
  return printed.join("");
}

/** `steelyard …`, perhaps with `> file`, or one of a few plain commands; anything else is a mistake. */
async function runCommand(command: string): Promise<Said> {
  const [, line = command, file] = /^(.*?)\s+>\s*(\S+)$/.exec(command) ?? [];
  const [name = "", ...words] = shellWords(line);
  const said = name === "steelyard" ? await runLine(words, { deps }) : plain(name, words);
  if (file === undefined) return said;
  write(file, said.stdout);
  return { ...said, stdout: "" };
}

const quiet: Said = { exitCode: 0, stdout: "", stderr: "" };

function plain(name: string, words: readonly string[]): Said {
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
