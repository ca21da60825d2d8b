import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program that a stranger wrote. */
export interface Program {
  /** Words of the command; `file` is the last. */
  readonly command: readonly string[];
  readonly file: string;
  readonly text: string;
  readonly timeoutMs: number;
  /** Of the address space; absent where the command bounds itself. */
  readonly memoryMb?: number;
}

export interface ProgramEnd {
  /** What it printed, up to a bound. */
  readonly output: string;
  readonly errors: string;
  readonly exitCode: number | null;
  readonly isTooLate: boolean;
  readonly isTooLoud: boolean;
  /** Whether it could reach no network. */
  readonly isCutOff: boolean;
}

const mostOutput = 1024 * 1024;
/** Time for what was printed last to arrive. */
const lastOutputMs = 100;
const largestFileBlocks = 20_480;

/**
 * Runs a program in a folder of its own, which goes with it: no variable of the environment but the
 * path, bounded time, memory, output and size of files; without a network and in a process space of
 * its own where the system lets us. It can still read what its user can read.
 */
export async function runProgram(program: Program): Promise<ProgramEnd> {
  const folder = await mkdtemp(join(tmpdir(), "steelyard-code-"));
  try {
    await writeFile(join(folder, program.file), program.text);
    const isCutOff = await canCutOff();
    return { ...(await ended(program, folder, isCutOff)), isCutOff };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** New spaces for network and processes; those left behind end with the first. */
const cutOff = ["unshare", "--user", "--map-root-user", "--net", "--pid", "--fork", "--kill-child"];

let cutsOff: Promise<boolean> | undefined;

function canCutOff(): Promise<boolean> {
  cutsOff ??= new Promise((resolve) => {
    const [name = "", ...words] = [...cutOff, "true"];
    const child = spawn(name, words, { stdio: "ignore", env: minimalEnvironment("/") });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
  return cutsOff;
}

async function ended(
  { command, file, timeoutMs, memoryMb }: Program,
  folder: string,
  isCutOff: boolean,
): Promise<Omit<ProgramEnd, "isCutOff">> {
  const memory = memoryMb === undefined ? "" : `ulimit -v ${memoryMb * 1024}; `;
  const bounded = `ulimit -c 0; ulimit -f ${largestFileBlocks}; ${memory}exec "$@"`;
  const words = [...(isCutOff ? cutOff : []), "sh", "-c", bounded, "sh", ...command, file];
  const child = spawn(words[0] ?? "", words.slice(1), {
    cwd: folder,
    env: minimalEnvironment(folder),
    stdio: ["ignore", "pipe", "pipe"],
    /** A group of its own, so that all of it can be ended. */
    detached: true,
  });
  return new Promise((resolve, reject) => {
    const kept = { output: "", errors: "" };
    let [isTooLate, isTooLoud] = [false, false];
    const timer = setTimeout(() => {
      isTooLate = true;
      end(child);
    }, timeoutMs);
    const keep = (name: "output" | "errors") => (piece: string) => {
      kept[name] += piece;
      if (kept[name].length <= mostOutput) return;
      kept[name] = kept[name].slice(0, mostOutput);
      isTooLoud = true;
      end(child);
    };
    child.stdout.setEncoding("utf8").on("data", keep("output"));
    child.stderr.setEncoding("utf8").on("data", keep("errors"));
    child.once("error", (cause) => {
      clearTimeout(timer);
      reject(cause);
    });
    /** A child of its own that left the group may hold the pipes open for as long as it likes. */
    child.once("exit", () => {
      end(child);
      setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, lastOutputMs);
    });
    child.once("close", (exitCode) => {
      clearTimeout(timer);
      resolve({ ...kept, exitCode, isTooLate, isTooLoud });
    });
  });
}

function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    /** All of it has ended already. */
  }
}

/** Nothing of ours: keys stand in the environment. */
function minimalEnvironment(folder: string): Record<string, string> {
  const { PATH = "/usr/local/bin:/usr/bin:/bin" } = process.env;
  return { PATH, HOME: folder, TMPDIR: folder, LANG: "C.UTF-8" };
}
