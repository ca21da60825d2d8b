import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";

/** Has a process say at its end how much memory it held at most. */
const tellsMemory = `--import=data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write("held " + process.resourceUsage().maxRSS + " kB\\n"))',
)}`;

export interface Served {
  readonly url: string;
  /** Processor time taken so far, which other work on the machine does not lengthen much. */
  readonly processorMs: () => number;
  readonly stop: () => Promise<void>;
}

/** Starts a server that says where it listens. */
export async function served(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = tmpdir(),
): Promise<Served> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await said(child, /http:\/\/[^\s/]+/);
  return {
    url: url.replace("localhost", "127.0.0.1"),
    processorMs: () => processorMsOf(child.pid),
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** As Linux tells it, in hundredths of a second. */
function processorMsOf(pid: number | undefined): number {
  const [, fields = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const [user = "", system = ""] = fields.split(" ").slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const read = (part: Buffer) => {
      text += String(part);
      const [found] = pattern.exec(text) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("exit", () => reject(new Error(text)));
  });
}

export interface Ran {
  readonly seconds: number;
  readonly megabytes: number;
  readonly output: string;
}

/** Runs a program to its end. */
export async function ran(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ran> {
  const start = performance.now();
  const child = spawn(process.execPath, [tellsMemory, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      output += String(part);
    });
  }
  const [exitCode] = await once(child, "exit");
  if (exitCode !== 0) throw new Error(output);
  const held = [...output.matchAll(/^held (\d+) kB$/gm)].map(([, kilobytes]) => Number(kilobytes));
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes: Math.max(...held) / 1000,
    output,
  };
}

/** For a server that has to be told where to listen. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
