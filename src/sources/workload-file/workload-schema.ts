import { z } from "zod";
import { TrafficInput } from "../../core/cost/traffic-input.ts";
import { parseConstraint } from "../../core/verdict/constraints.ts";
import { skills } from "../../core/verdict/skills.ts";
import { taskIds } from "../../core/verdict/tasks.ts";

const ModelName = z
  .string("the name of a model, such as gpt-4.1")
  .trim()
  .min(1, "the name of a model, such as gpt-4.1")
  .max(200, "a name of at most 200 characters");

const Constraint = z
  .string("a must such as tools or context>=200k")
  .max(200, "a must of at most 200 characters")
  .superRefine((text, context) => {
    const read = parseConstraint(text);
    if (read.ok || read.problem.code !== "invalid-input") return;
    context.addIssue({
      code: "custom",
      message: wordedFor(read.problem.expected),
    });
  });

/** The next step of a flag, as what a file was expected to hold. */
function wordedFor(expected: string): string {
  return expected
    .replace(/^Write one of: /, "one of ")
    .replace(/^Write it like /, "something like ");
}

const Usd = z
  .number("US dollars, such as 0.5")
  .positive("more than 0 US dollars")
  .max(1e9, "at most 1,000,000,000 US dollars");

const Benchmark = z
  .string("the id of a benchmark, such as swe-bench-verified")
  .min(1, "the id of a benchmark, such as swe-bench-verified");

const chosenBenchmarks = Object.fromEntries(
  skills.map(({ id, label }) => [id, Benchmark.optional().describe(`What counts for ${label}.`)]),
);

/** `steelyard.yaml`. */
export const WorkloadSchema = z
  .strictObject(
    {
      current: ModelName.optional().describe("The model in production, by any of its names."),
      candidates: z
        .array(ModelName, "a list of names of models")
        .max(19, "at most 19 candidates")
        .optional()
        .describe("Models that may take its place."),
      constraints: z
        .array(Constraint, "a list of musts, such as tools and context>=200k")
        .max(50, "at most 50 constraints")
        .optional()
        .describe("What a model and its route must satisfy: docs/constraints.md."),
      traffic: TrafficInput.optional(),
      task: z
        .enum(taskIds, `one of ${taskIds.join(", ")}`)
        .optional()
        .describe("The kind of work; every skill counts when absent."),
      benchmarks: z
        .strictObject(chosenBenchmarks, "benchmarks by skill, such as coding: livecodebench")
        .optional()
        .describe("The benchmark that counts for a skill, in place of the usual ones."),
      failedTaskUsd: Usd.optional().describe("What one failed task costs, in US dollars."),
    },
    "fields such as current, candidates, constraints, traffic, task",
  )
  .describe("What a team does with language models: the question that steelyard answers.");
