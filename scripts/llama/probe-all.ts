import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { processRules } from "../../src/faces/cli/process-rules.ts";
import type { LlamaServer } from "./llama-servers.ts";

const command = fileURLToPath(new URL("../../dist/faces/cli/main.js", import.meta.url));

/** Probes every server and prints what is found; what is wrong with it, where there are probes. */
export async function probeAll(servers: readonly LlamaServer[]): Promise<readonly string[]> {
  if (!Object.hasOwn(processRules, "probe")) {
    process.stdout.write("Nothing is probed: the command line has no probes yet.\n");
    return [];
  }
  return servers.flatMap(({ baseUrl, model }) => {
    const { status } = spawnSync(process.execPath, [command, "probe", baseUrl, "--model", model], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    return status === 0 ? [] : [`probe of ${model} ended with ${status}`];
  });
}
