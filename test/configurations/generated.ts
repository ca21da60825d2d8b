import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { steelyard } from "../answers/built-cli.ts";
import { fieldOf, isRecord } from "../answers/walk-answer.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Inside the package, so that the files find their libraries, and outside what is kept. */
const folder = join(root, "node_modules/.cache/steelyard-configurations");

/** The text of the file that `switch` writes for a library. */
export function configurationText(argv: readonly string[], library: string): string {
  const { stdout, stderr } = steelyard([
    "switch",
    ...argv,
    ...["--config", library, "--as-of", "2026-11-20", "--format", "json"],
  ]);
  const answer: unknown = stdout === "" ? {} : JSON.parse(stdout);
  const written = fieldOf(answer, "configurations");
  const [first]: readonly unknown[] = Array.isArray(written) ? written : [];
  if (!isRecord(first)) throw new Error(`no file for ${library}: ${stderr}`);
  return String(fieldOf(first, "text"));
}

/** Writes the file as a user would keep it, beside a program that asks it each prompt. */
export function keep(name: string, text: string, prompts: readonly string[]): string {
  const home = join(folder, name);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const takesMessages = text.includes("ChatCompletionMessageParam");
  const questions = prompts.map((prompt) =>
    takesMessages ? [{ role: "user", content: prompt }] : prompt,
  );
  writeFileSync(join(home, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(home, "model.ts"), text);
  writeFileSync(
    join(home, "main.ts"),
    `import { ask } from "./model.ts";\n${questions
      .map((question) => `console.log(JSON.stringify(await ask(${JSON.stringify(question)})));\n`)
      .join("")}`,
  );
  return home;
}

/** Runs the program with nothing in its environment but what is given. */
export async function runKept(
  home: string,
  env: Readonly<Record<string, string>>,
): Promise<readonly unknown[]> {
  const { PATH = "" } = process.env;
  const { stdout } = await run(process.execPath, ["--import", "tsx", join(home, "main.ts")], {
    cwd: root,
    env: { PATH, ...env },
  });
  return stdout
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

/** What the compiler says of kept files under the strict settings of a careful user. */
export async function typeErrors(homes: readonly string[]): Promise<string> {
  const files = homes.map((home) => join(home, "main.ts"));
  const options = [
    ...["--noEmit", "--strict", "--noUncheckedIndexedAccess", "--skipLibCheck"],
    ...["--module", "nodenext", "--target", "es2023", "--allowImportingTsExtensions"],
    ...["--types", "node", "--ignoreConfig"],
  ];
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  try {
    const { stdout } = await run(process.execPath, [tsc, ...options, ...files], { cwd: root });
    return stdout;
  } catch (error) {
    return String(fieldOf(error, "stdout"));
  }
}
