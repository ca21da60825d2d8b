import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { stringify } from "yaml";

const command = fileURLToPath(new URL("../../dist/faces/cli/main.js", import.meta.url));

/** What the processes of these tests hold as a key, and must never show. */
export const secretKey = "sk-do-not-show-0123456789abcdef";

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Measuring {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** A folder with a suite in it, and the built command line that measures it. */
export function suiteIn(suite: object, prompts: readonly object[], store?: string) {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-measure-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "suite.yaml"), stringify(suite));
  writeFileSync(
    join(folder, "prompts.jsonl"),
    prompts.map((each) => `${JSON.stringify(each)}\n`).join(""),
  );
  const start = (...words: readonly string[]): Measuring => {
    const child = spawn(process.execPath, [command, ...words], {
      cwd: folder,
      env: {
        ...{ ...process.env, TEST_KEY: secretKey },
        ...(store === undefined ? {} : { STEELYARD_STORE: store }),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return { child, ended: endOf(child) };
  };
  const begin = (...flags: readonly string[]) => start("measure", "suite.yaml", ...flags);
  return { folder, start, begin, measure: (...flags: readonly string[]) => begin(...flags).ended };
}

async function endOf(child: ChildProcess): Promise<Ended> {
  const written = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => {
    written.stdout += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    written.stderr += String(chunk);
  });
  const [exitCode] = await once(child, "close");
  return { exitCode, ...written };
}
