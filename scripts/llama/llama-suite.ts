import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LlamaServer } from "./llama-servers.ts";

export const suiteSize = { prompts: 200, repetitions: 3, concurrency: 16 };

/**
 * Graders that mean something for models that say words by chance: one that nearly every answer passes,
 * one that none does, and one by which the two models differ, since one of them likes the word more.
 */
const graders = [
  { id: "opens", kind: "regex", pattern: "^\\s*water\\b" },
  { id: "words", kind: "regex", pattern: "\\w+ \\w+" },
  { id: "the", kind: "contains", expected: ["the"] },
  { id: "json", kind: "json-schema", schema: { type: "object" }, where: "whole" },
] as const;

export const graderIds: readonly string[] = graders.map(({ id }) => id);

/** Writes a suite of two endpoints that tell which of them opens its answers as asked; the file. */
export function writeLlamaSuite(
  folder: string,
  [baseline, candidate]: readonly [LlamaServer, LlamaServer],
): string {
  const prompts = Array.from({ length: suiteSize.prompts }, (_, at) => ({
    id: `p${at + 1}`,
    text: `Say in some words how they found number ${at + 1}. Open with the word "water".`,
  }));
  const file = join(folder, "suite.yaml");
  writeFileSync(
    join(folder, "prompts.jsonl"),
    prompts.map((each) => `${JSON.stringify(each)}\n`).join(""),
  );
  const suite = {
    name: "tiny models",
    endpoints: [endpointOf("baseline", baseline), endpointOf("candidate", candidate)],
    files: ["prompts.jsonl"],
    graders,
    repetitions: suiteSize.repetitions,
    load: { concurrency: suiteSize.concurrency },
    warmUpRequests: 2,
    decision: {
      ...{ baseline: "baseline", candidates: ["candidate"], grader: "opens" },
      ...{ notWorseByPoints: 5, cheaper: false },
    },
  };
  writeFileSync(file, JSON.stringify(suite, null, 2));
  return file;
}

function endpointOf(id: string, { model, baseUrl }: LlamaServer) {
  const parameters = { temperature: 0.8, max_tokens: 24 };
  return { id, baseUrl, model, parameters, limits: { attempts: 3 } };
}
