import { z } from "zod";
import type { ScoredResult } from "../../core/paired/scored-result.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { eachJsonLine } from "./json-lines.ts";
import { notOfShape } from "./result-problem.ts";
import { shortName } from "./short-name.ts";

const Named = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

/** A line of our own: a result with the prompt and the endpoint it belongs to. */
const Line = z.object({
  prompt: Named,
  endpoint: Named.nullish(),
  cluster: z.string().nullish(),
  repetition: z.int().min(1).nullish(),
  answer: z.unknown().optional(),
  failure: z.unknown().optional(),
  grades: z.array(z.object({ grader: z.string(), score: z.number(), isPass: z.boolean() })),
});

/** Results of our own runs, one a line. `pass`: all graders pass; beside it each grader's own score. */
export function parseSteelyardResults(
  text: string,
  file: string,
): Outcome<readonly ScoredResult[]> {
  const results: ScoredResult[] = [];
  const read = eachJsonLine({ text, file }, ({ line, value }) => {
    const parsed = Line.safeParse(value);
    if (!parsed.success) return notOfShape({ file, line }, parsed.error, value);
    const { prompt, endpoint, cluster, failure, grades } = parsed.data;
    const isGraded = (failure === null || failure === undefined) && grades.length > 0;
    const own = grades.map(({ grader, score }) => [grader, score] as const);
    const pass = grades.every(({ isPass }) => isPass) ? 1 : 0;
    results.push({
      prompt: shortName(prompt),
      endpoint: endpoint ?? null,
      cluster: cluster ?? undefined,
      scores: isGraded ? Object.fromEntries([["pass", pass], ...own]) : {},
    });
    return { ok: true, value: undefined };
  });
  return read.ok ? { ok: true, value: results } : read;
}
