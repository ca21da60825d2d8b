import { parseArgs } from "node:util";
import type { Job } from "./job.ts";
import type { RunnerName } from "./runners.ts";

/** A runner and what it is to do. */
export interface Planned {
  readonly runner: RunnerName;
  readonly job: Job;
}

export interface Plan {
  readonly rows: readonly Planned[];
  /** Runs of ours for their memory alone. */
  readonly memory: readonly Job[];
  /** Whether the page of benchmarks is written; a plan of one's own is only printed. */
  readonly isUsual: boolean;
  /** Whether what an interrupted bench measured is measured again. */
  readonly isFresh: boolean;
}

const usual = { prompts: "1000,5000", concurrency: "4,32,128", delay: "0,50" };
const usualRunners = "bare,ours,streamed,promptfoo";

/** What is measured, from the words on the command line. */
export function planOf(argv: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      prompts: { type: "string", default: usual.prompts },
      concurrency: { type: "string", default: usual.concurrency },
      delay: { type: "string", default: usual.delay },
      runners: { type: "string", default: usualRunners },
      memory: { type: "boolean", default: false },
      all: { type: "boolean", default: false },
      fresh: { type: "boolean", default: false },
    },
  });
  const asked = new Set(values.runners.split(","));
  const jobs = numbers(values.delay).flatMap((delayMs) =>
    numbers(values.prompts).flatMap((prompts) =>
      numbers(values.concurrency).map((concurrency) => ({
        ...{ prompts, concurrency, delayMs },
        repetitions: 1,
      })),
    ),
  );
  const rows = jobs.flatMap((job) =>
    runnerNames
      .filter((runner) => asked.has(runner) && (values.all || isWorthIt[runner](job)))
      .map((runner) => ({ runner, job })),
  );
  const isUsual = argv.every((word) => ["--fresh", "--all"].includes(word));
  return {
    rows: values.memory ? [] : rows,
    memory: values.memory || isUsual ? memoryJobs : [],
    ...{ isUsual, isFresh: values.fresh },
  };
}

const runnerNames: readonly RunnerName[] = ["bare", "ours", "streamed", "promptfoo"];

/** The slow ones are left out where they would say nothing new: all of them take an hour. */
const isWorthIt: Readonly<Record<RunnerName, (job: Job) => boolean>> = {
  bare: () => true,
  ours: () => true,
  streamed: ({ prompts, concurrency }) => prompts > 1000 && concurrency > 4,
  promptfoo: ({ prompts, concurrency, delayMs }) =>
    prompts <= 1000 || (concurrency === 128 && delayMs > 0),
};

/** More and more cells of as many prompts, then as many cells of more prompts. */
const memoryJobs: readonly Job[] = (
  [
    [2500, 1],
    [2500, 4],
    [2500, 20],
    [50_000, 1],
  ] as const
).map(([prompts, repetitions]) => ({
  ...{ prompts, repetitions, concurrency: 128, delayMs: 0 },
}));

function numbers(list: string): readonly number[] {
  return list.split(",").map(Number);
}
