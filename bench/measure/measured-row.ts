import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { served } from "../pages/processes.ts";
import { type Job, placedJob } from "./job.ts";
import { type Runner, type RunnerName, runners } from "./runners.ts";
import { timedRun } from "./timed-run.ts";

/** What one runner took for one job. */
export const Row = z.object({
  runner: z.enum(["bare", "ours", "streamed", "promptfoo"]),
  prompts: z.number(),
  repetitions: z.number(),
  concurrency: z.number(),
  delayMs: z.number(),
  seconds: z.number(),
  processorMsEach: z.number(),
  megabytes: z.number(),
  keptP50Ms: z.number(),
  /** Requests that the server saw under way at once. */
  underWayAtMost: z.number(),
});

export type Row = Readonly<z.infer<typeof Row>>;

const Counts = z.object({ requests: z.number(), underWayAtMost: z.number() });
const server = fileURLToPath(new URL("chat-server.mjs", import.meta.url));

/** @throws where another number of requests came than there are cells */
export async function measuredRow(name: RunnerName, job: Job): Promise<Row> {
  const runner: Runner = runners[name];
  const folder = mkdtempSync(join(tmpdir(), "steelyard-bench-measure-"));
  const { url, stop } = await served([server, String(job.delayMs)]);
  try {
    const placed = placedJob(job, `${url}/v1`, folder);
    const ran = await timedRun(runner.command(placed));
    const { requests, underWayAtMost } = Counts.parse(await (await fetch(url)).json());
    const cells = 2 * job.prompts * job.repetitions;
    if (requests !== cells) throw new Error(`${name} sent ${requests} requests for ${cells} cells`);
    return {
      ...{ runner: name, ...job, seconds: ran.seconds, megabytes: ran.megabytes },
      processorMsEach: (1000 * ran.processorSeconds) / cells,
      ...{ keptP50Ms: await runner.keptP50Ms(placed, ran.stdout), underWayAtMost },
    };
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
