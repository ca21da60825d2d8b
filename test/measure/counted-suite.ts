import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";

const command = fileURLToPath(new URL("../../dist/faces/cli/main.js", import.meta.url));

interface CountedSuite {
  readonly baseUrl: string;
  /** Each at two endpoints. */
  readonly prompts: number;
  readonly concurrency: number;
}

/** A folder with a suite whose cells a counting endpoint tells apart. */
export function countedSuite({ baseUrl, prompts, concurrency }: CountedSuite): string {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-counted-"));
  const endpoints = ["a", "b"].map((id) => ({ id, baseUrl, model: id, insecure: true }));
  const suite = {
    ...{ name: "counted", endpoints, files: ["prompts.jsonl"] },
    ...{ graders: [{ kind: "regex", pattern: "word15" }], load: { concurrency } },
  };
  writeFileSync(join(folder, "suite.yaml"), stringify(suite));
  const line = (id: string) => JSON.stringify({ id, text: `Please solve ${id}.` });
  const ids = Array.from({ length: prompts }, (_, i) => `case-${i}`);
  writeFileSync(join(folder, "prompts.jsonl"), ids.map((id) => `${line(id)}\n`).join(""));
  return folder;
}

export interface Commanded {
  readonly child: ChildProcess;
  readonly ended: Promise<CommandEnd>;
}

export interface CommandEnd {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Commanding {
  readonly folder: string;
  readonly store: string;
  /** Words before those of the command, such as `ip netns exec host`. */
  readonly through?: readonly string[];
}

/** The built command line, as a process. */
export function commanded(
  words: readonly string[],
  { folder, store, through = [] }: Commanding,
): Commanded {
  const [program = "", ...argv] = [...through, process.execPath, command, ...words];
  const child = spawn(program, argv, {
    cwd: folder,
    env: { ...process.env, STEELYARD_STORE: store },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    written.stdout += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    written.stderr += String(chunk);
  });
  const ended = once(child, "close").then(([exitCode]) => ({ exitCode, ...written }));
  return { child, ended };
}
