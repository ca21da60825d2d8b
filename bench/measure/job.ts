import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** What each runner is given: the same cases for two models on the same server. */
export interface Job {
  /** Prompts; each goes to two models. */
  readonly prompts: number;
  /** How often each prompt goes to each model. Only ours is asked for more than one. */
  readonly repetitions: number;
  readonly concurrency: number;
  readonly delayMs: number;
}

export interface PlacedJob extends Job {
  readonly baseUrl: string;
  /** Empty but for the cases. */
  readonly folder: string;
  /** Lines of JSON with `id`, `text` and `expected`. */
  readonly cases: string;
}

export function placedJob(job: Job, baseUrl: string, folder: string): PlacedJob {
  const cases = join(folder, "cases.jsonl");
  writeFileSync(cases, caseLines(job.prompts).join("\n"));
  return { ...job, baseUrl, folder, cases };
}

function caseLines(count: number): readonly string[] {
  const context = "context ".repeat(20);
  return Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      id: `c${at + 1}`,
      text: `Please solve case ${at + 1} and answer with its code. ${context}`,
      expected: `ANSWER-${at + 1}`,
    }),
  );
}
