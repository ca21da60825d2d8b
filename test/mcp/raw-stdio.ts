import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { command } from "./servers.ts";

export interface Ended {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

/** The command as it is shipped, spoken to in plain lines of JSON. */
export class RawStdio {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly ended: Promise<Ended>;

  constructor(args: readonly string[] = []) {
    this.#child = spawn(process.execPath, [command, "mcp", ...args]);
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
    let stderr = "";
    this.#child.stderr.on("data", (chunk) => {
      stderr += String(chunk);
    });
    this.ended = new Promise((resolve) => {
      this.#child.on("close", (exitCode, signal) => resolve({ exitCode, signal, stderr }));
    });
  }

  write(text: string): void {
    this.#child.stdin.write(`${text}\n`);
  }

  /** Sends a request and reads the next line, which must be its answer. */
  async ask(id: number, method: string, params: object = {}): Promise<unknown> {
    this.write(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    return this.read();
  }

  async read(): Promise<unknown> {
    const { value } = await this.#lines.next();
    return JSON.parse(value);
  }

  hangUp(): void {
    this.#child.stdin.end();
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}

export const greeting = (protocolVersion: string) => ({
  protocolVersion,
  capabilities: {},
  clientInfo: { name: "old", version: "1" },
});
