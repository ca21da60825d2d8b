import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { smallRunsFile } from "../builders/small-runs.ts";

const main = fileURLToPath(new URL("../../dist/faces/cli/main.js", import.meta.url));

/** The day on which all pages of these tests are asked for. */
export const today = "2026-11-21";

export interface ServedSite {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** The site as it is shipped, in a process of its own, from a folder where nobody's facts lie. */
export async function serveSite(): Promise<ServedSite> {
  const cwd = mkdtempSync(join(tmpdir(), "steelyard-site-"));
  const argv = [main, "serve", "--port", "0", "--as-of", today, "--runs"];
  const env = { ...process.env, STEELYARD_STORE: await smallRunsFile() };
  const child = spawn(process.execPath, argv, { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(child, "exit");
  const [line] = await Promise.race([once(child.stderr, "data"), ended]);
  const [origin] = /http:\S+/.exec(String(line)) ?? [];
  if (origin === undefined) throw new Error(`The site is not served: ${line}`);
  return {
    origin,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
