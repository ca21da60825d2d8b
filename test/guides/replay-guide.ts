import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Replays a guide in a process of its own: only there can a folder be the one work is done in. */
export async function replayGuide(markdown: string): Promise<string> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/guides/replay-main.ts"], {
    cwd: root,
  });
  child.stdin.end(markdown);
  const [printed, errors, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.on("close", resolve)),
  ]);
  if (exitCode !== 0) throw new Error(errors);
  return printed;
}
