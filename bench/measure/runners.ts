import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openRunStore } from "../../src/store/runs/open-run-store.ts";
import { median } from "../median.ts";
import type { PlacedJob } from "./job.ts";
import { promptfoo } from "./promptfoo.ts";
import type { Command } from "./timed-run.ts";

/** Something that asks both models every case and looks whether the answers are right. */
export interface Runner {
  readonly title: string;
  readonly command: (job: PlacedJob) => Command;
  /** The median latency that it keeps of its answers. */
  readonly keptP50Ms: (job: PlacedJob, stdout: string) => Promise<number>;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const command = here("../../dist/faces/cli/main.js");

export const runners = {
  bare: {
    title: "bare loop over undici",
    command: ({ baseUrl, cases, concurrency, folder }) => ({
      argv: [process.execPath, here("bare-loop.mjs"), baseUrl, cases, String(concurrency)],
      cwd: folder,
    }),
    keptP50Ms: async (_, stdout) => Number(JSON.parse(stdout).p50Ms),
  },
  ours: { title: "Steelyard", ...ownRunner({ isStreamed: false }) },
  streamed: { title: "Steelyard, answers streamed", ...ownRunner({ isStreamed: true }) },
  promptfoo,
} as const satisfies Record<string, Runner>;

export type RunnerName = keyof typeof runners;

function ownRunner({ isStreamed }: { readonly isStreamed: boolean }): Omit<Runner, "title"> {
  const storeOf = ({ folder }: PlacedJob) => join(folder, "runs.db");
  return {
    command: (job) => {
      const suite = join(job.folder, "suite.json");
      writeFileSync(suite, JSON.stringify(ownSuite(job, isStreamed)));
      const asked = ["measure", suite, "--store", storeOf(job), "--format", "json"];
      return { argv: [process.execPath, command, ...asked], cwd: job.folder };
    },
    keptP50Ms: async (job) => {
      const store = await openRunStore(storeOf(job), "read");
      if (!store.ok) throw new Error(`${storeOf(job)}: ${store.problem.code}`);
      const latencies: number[] = [];
      const [run] = await store.value.runs();
      for await (const { latencyMs } of store.value.results(run?.id ?? ""))
        if (latencyMs !== null) latencies.push(latencyMs);
      await store.value.close();
      return median(latencies);
    },
  };
}

/** As a team would write it, nothing switched off: every exchange is kept. */
function ownSuite({ baseUrl, concurrency, repetitions }: PlacedJob, stream: boolean) {
  const parameters = { temperature: 0 };
  const endpoints = ["mock-a", "mock-b"].map((model) => ({
    ...{ id: model, baseUrl, model, stream, parameters },
  }));
  return {
    name: "bench",
    repetitions,
    ...{ endpoints, files: ["cases.jsonl"], load: { concurrency } },
    graders: [{ kind: "contains" }],
  };
}
