import { z } from "zod";
import type { ScoredResult } from "../../core/paired/scored-result.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { eachJsonLine } from "./json-lines.ts";
import { notOfShape } from "./result-problem.ts";

const Line = z.looseObject({
  doc_id: z.union([z.number(), z.string()]),
  doc_hash: z.string().nullish(),
  prompt_hash: z.string().nullish(),
  filter: z.string().nullish(),
  /** Which fields of the line are scores; older versions do not say. */
  metrics: z.array(z.string()).nullish(),
});

/**
 * What lm-evaluation-harness writes with `--log_samples`. A filter makes a metric of its own, named as
 * the harness names it: `exact_match,strict-match`.
 */
export function parseLmEvalSamples(text: string, file: string): Outcome<readonly ScoredResult[]> {
  const byDoc = new Map<string, Map<string, number>[]>();
  const fingerprints = new Map<string, string>();
  const read = eachJsonLine({ text, file }, ({ line, value }) => {
    const parsed = Line.safeParse(value);
    if (!parsed.success) return notOfShape({ file, line }, parsed.error, value);
    const { doc_id, doc_hash, filter, metrics } = parsed.data;
    const prompt = String(doc_id);
    if (typeof doc_hash === "string") fingerprints.set(prompt, doc_hash);
    const runs = byDoc.get(prompt) ?? [];
    byDoc.set(prompt, runs);
    const suffix = filter === null || filter === undefined || filter === "none" ? "" : `,${filter}`;
    const scores = scoresOf(parsed.data, metrics).map(
      ([name, score]) => [name + suffix, score] as const,
    );
    // The same document again under another filter is the same answer.
    const known = runs.find((run) => scores.every(([name]) => !run.has(name)));
    if (known === undefined) runs.push(new Map(scores));
    else for (const [name, score] of scores) known.set(name, score);
    return { ok: true, value: undefined };
  });
  if (!read.ok) return read;
  const results = [...byDoc].flatMap(([prompt, runs]) =>
    runs.map((run) => ({
      prompt,
      endpoint: null,
      fingerprint: fingerprints.get(prompt),
      scores: Object.fromEntries(run),
    })),
  );
  return { ok: true, value: results };
}

function scoresOf(
  line: Readonly<Record<string, unknown>>,
  metrics: readonly string[] | null | undefined,
): readonly (readonly [string, number])[] {
  const names = metrics ?? Object.keys(line).filter((name) => name !== "doc_id");
  return names.flatMap((name) => {
    const value = Object.hasOwn(line, name) ? line[name] : undefined;
    if (typeof value === "boolean") return [[name, value ? 1 : 0] as const];
    return typeof value === "number" ? [[name, value] as const] : [];
  });
}
