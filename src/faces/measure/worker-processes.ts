import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Outcome } from "../../core/problems/problem.ts";
import type { ProgressOutput } from "../../core/report/progress-line.ts";
import { workerGoneText } from "../../core/report/worker-text.ts";
import type { MeasureFields } from "./measure-options.ts";

export interface WorkerProcesses {
  /** What a process of this command line is started with. */
  readonly command: string;
  readonly store: string;
  readonly runId: string;
  readonly asked: MeasureFields;
  readonly stderr: ProgressOutput;
  readonly stopping: AbortSignal;
  readonly giveUp: AbortSignal;
}

/**
 * Starts processes that measure a run, and waits until all have ended. They are interrupted when this
 * process is, by it alone: a terminal interrupts a group of processes, and theirs is another. Where
 * this one is gone, they finish what is under way.
 */
export async function workerProcesses(options: WorkerProcesses): Promise<Outcome<null>> {
  const { asked, stderr, stopping, giveUp } = options;
  const children = Array.from({ length: asked.workers }, () => started(options));
  const interrupt = () => {
    for (const child of children) child.kill("SIGINT");
  };
  stopping.addEventListener("abort", interrupt);
  giveUp.addEventListener("abort", interrupt);
  if (stopping.aborted) interrupt();
  let left = children.length;
  const heard = new Set<string>();
  const ends = children.map(async (child) => {
    const said = textOf(child);
    const [code, signal] = await once(child, "close");
    left -= 1;
    if (code === 0) return undefined;
    const how = String(signal ?? `exit code ${code}`);
    const text = `${await said}${left > 0 && !stopping.aborted ? workerGoneText(how, left) : ""}`;
    if (!heard.has(text)) stderr.write(text);
    heard.add(text);
    return how;
  });
  const failures = await Promise.all(ends);
  stopping.removeEventListener("abort", interrupt);
  giveUp.removeEventListener("abort", interrupt);
  const how = failures.at(-1);
  if (how === undefined || failures.includes(undefined)) return { ok: true, value: null };
  return { ok: false, problem: { code: "workers-ended", workers: asked.workers, how } };
}

/** A connection string may hold a password: it is no word of a command line, which others can read. */
function started({ command, store, runId, asked }: WorkerProcesses): ChildProcess {
  const flags = [
    ...asked.facts.flatMap((file) => ["--facts", file]),
    ...(asked.allowCode ? ["--allow-code"] : []),
    ...["--share", String(1 / asked.workers)],
  ];
  return spawn(process.execPath, [...process.execArgv, command, "worker", runId, ...flags], {
    env: { ...process.env, STEELYARD_STORE: store },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    detached: true,
  });
}

async function textOf({ stderr }: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of stderr ?? []) text += String(chunk);
  return text;
}
