import { z } from "zod";
import { given } from "../core/evidence/given.ts";
import { sourceBook } from "../core/evidence/source-book.ts";
import { pairedAnswer } from "../core/paired/paired-answer.ts";
import type { ResultFile } from "../core/paired/scored-result.ts";
import { sidesOf } from "../core/paired/sides.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { pairedDocument } from "../core/report/paired-document.ts";
import { GivenScores, givenResults } from "./given-scores.ts";
import { type Deps, defineOperation } from "./operation.ts";
import { NumberOrNull, Sources, Texts } from "./outputs.ts";
import { withRuns } from "./with-runs.ts";

const asFiles = "Expected one or two files of results, such as a.jsonl b.jsonl";
const asMargin = "Expected a share from 0 to 1, such as 0.02 for two points";
const asLevel = "Expected a share from 0.5 to 0.9999, such as 0.95";
const asEndpoint = "Expected the name of an endpoint, as the file has it";

const File = z
  .string({ error: asFiles })
  .min(1, { error: asFiles })
  .max(4096, { error: "Expected a path of at most 4096 characters" })
  .regex(/^[^\0]*$/, { error: "Expected a path without zero characters" });
const Endpoint = z.string({ error: asEndpoint }).min(1, { error: asEndpoint }).max(500);

const Side = z.looseObject({ name: z.string(), mean: z.number(), failures: z.number() });

export const paired = defineOperation({
  name: "paired",
  summary: "Say which of two did better on the same prompts, and whether that is more than luck.",
  input: z
    .strictObject({
      files: z
        .array(File, { error: asFiles })
        .min(1, { error: asFiles })
        .max(2, { error: asFiles })
        .optional()
        .describe("Two files of results, A and B, or one that holds both; `run:ID` is a run."),
      a: GivenScores.optional().describe("The scores of A themselves, instead of files."),
      b: GivenScores.optional().describe("The scores of B. Differences are B minus A."),
      endpoints: z
        .array(Endpoint, { error: asEndpoint })
        .max(2, { error: "Expected at most two endpoints" })
        .optional()
        .describe("Which endpoint of the files is A and which is B."),
      metric: z
        .string({ error: "Expected the name of a metric, such as pass" })
        .max(500)
        .optional()
        .describe("What is compared; the first that both sides have when absent."),
      margin: z
        .number({ error: asMargin })
        .min(0, { error: asMargin })
        .max(1, { error: asMargin })
        .optional()
        .describe('How much worse B may be. The answer is then "no" unless B is shown to keep it.'),
      level: z
        .number({ error: asLevel })
        .min(0.5, { error: asLevel })
        .max(0.9999, { error: asLevel })
        .optional()
        .describe("How sure it must be that the margin is kept; 0.95 when absent."),
      failures: z
        .enum(["left-out", "wrong"], { error: "Expected left-out or wrong" })
        .optional()
        .describe("What a request without an answer counts; it is left out when absent."),
    })
    .refine(({ files, a, b }) => (files === undefined) === (a !== undefined && b !== undefined), {
      path: ["files"],
      error: `${asFiles}, or the scores of both as a and b`,
    }),
  output: z.looseObject({
    a: Side,
    b: Side,
    metric: z.string(),
    n: z.number().describe("Prompts that both answered."),
    difference: z.number().describe("B minus A, in units of the score."),
    interval95: z.array(z.number()).length(2).nullable(),
    p: NumberOrNull.describe("Two-sided."),
    test: z.string(),
    label: z.string(),
    itemsNeeded: NumberOrNull.describe("Prompts that show a difference of this size."),
    decision: z.looseObject({ outcome: z.string(), margin: z.number() }).nullable(),
    disagreements: z.array(z.looseObject({ prompt: z.string(), a: z.number(), b: z.number() })),
    leftOut: z.looseObject({ onlyInA: Texts, onlyInB: Texts }),
    sources: Sources,
  }),
  async run({ files = [], a, b, endpoints, metric, margin, level = 0.95, failures }, deps) {
    const read =
      a !== undefined && b !== undefined
        ? { ok: true as const, value: [givenResults("A", a), givenResults("B", b)] }
        : await readAll(files, deps);
    if (!read.ok) return read;
    const sides = sidesOf(read.value, { endpoints: endpoints ?? [], metric });
    if (!sides.ok) return sides;
    const answer = pairedAnswer(sides.value, {
      decision: margin === undefined ? undefined : { margin, level },
      failuresCount: failures === "wrong",
    });
    if (!answer.ok) return answer;
    const book = sourceBook();
    const names = [...new Set(read.value.map(({ file }) => file))];
    const sources = names.map((name) => given(name, deps.today()));
    return {
      ok: true,
      value: { ...answer.value, sourceIds: book.cite(sources), sources: book.list() },
    };
  },
  report: pairedDocument,
  isNo: ({ decision }) => decision !== null && decision.outcome !== "not-worse",
});

/** Before the id of a run that is kept, in place of a file. */
const runMark = "run:";

async function readAll(
  files: readonly string[],
  deps: Deps,
): Promise<Outcome<readonly ResultFile[]>> {
  const read: ResultFile[] = [];
  for (const file of files) {
    const found = file.startsWith(runMark)
      ? await withRuns(deps, undefined, (reader) => reader.results(file.slice(runMark.length)))
      : await deps.readResults(file);
    if (!found.ok) return found;
    read.push(found.value);
  }
  return { ok: true, value: read };
}
