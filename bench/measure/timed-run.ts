import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** A program as it is started. */
export interface Command {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly okCodes?: readonly number[];
}

/** What a program took from its start to its end, with all processes it started. */
export interface TimedRun {
  readonly seconds: number;
  readonly processorSeconds: number;
  /** The most that its processes ever held, summed. */
  readonly megabytes: number;
  readonly stdout: string;
}

/** Linux alone: bash sums up the processor time of children, /proc says what each holds at most. */
export async function timedRun({ argv, cwd, env = {}, okCodes = [0] }: Command): Promise<TimedRun> {
  const started = performance.now();
  const timed = 'TIMEFORMAT="took %U %S"; time "$@"';
  const child = spawn("bash", ["-c", timed, "bash", ...argv], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (part) => stdout.push(part));
  child.stderr.on("data", (part) => stderr.push(part));
  const held = new Map<number, number>();
  const looking = setInterval(() => {
    /** Of a process that ends just now, nothing is told any more. */
    for (const [pid, kilobytes] of heldBelow(child.pid ?? 0))
      held.set(pid, Math.max(kilobytes, held.get(pid) ?? 0));
  }, 50);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(looking);
  const said = Buffer.concat(stderr).toString();
  const processorSeconds = processorSecondsIn(said);
  if (!okCodes.includes(Number(code)) || processorSeconds === undefined) {
    throw new Error(`${argv.join(" ")} ended with ${code}:\n${said.slice(-4000)}`);
  }
  return {
    seconds: (performance.now() - started) / 1000,
    processorSeconds,
    megabytes: [...held.values()].reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024,
    stdout: Buffer.concat(stdout).toString(),
  };
}

/** As bash tells it at the end of what the program itself says. */
export function processorSecondsIn(said: string): number | undefined {
  const [, user, system] = /took ([\d.]+) ([\d.]+)\s*$/.exec(said) ?? [];
  return user === undefined ? undefined : Number(user) + Number(system);
}

/** Processes below one, each with the kilobytes it held at most. */
function heldBelow(root: number): ReadonlyMap<number, number> {
  const statuses = readdirSync("/proc").flatMap((name) =>
    /^\d+$/.test(name) ? [{ pid: Number(name), ...statusOf(name) }] : [],
  );
  const below = (parent: number): typeof statuses =>
    statuses.flatMap((each) => (each.parent === parent ? [each, ...below(each.pid)] : []));
  return new Map(below(root).map(({ pid, kilobytes }) => [pid, kilobytes]));
}

function statusOf(pid: string): { readonly parent: number; readonly kilobytes: number } {
  const text = fileOrEmpty(`/proc/${pid}/status`);
  const numberAt = (field: string) =>
    Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0);
  return { parent: numberAt("PPid"), kilobytes: numberAt("VmHWM") };
}

/** Processes end while one looks. */
function fileOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
