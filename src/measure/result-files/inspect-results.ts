import { z } from "zod";
import type { ScoredResult } from "../../core/paired/scored-result.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { notOfShape } from "./result-problem.ts";
import { canonicalText, shortHash, shortName } from "./short-name.ts";

const Sample = z.object({
  id: z.union([z.string(), z.number()]),
  epoch: z.number().nullish(),
  input: z.unknown().optional(),
  scores: z.record(z.string(), z.object({ value: z.unknown().optional() })).nullish(),
  error: z.unknown().optional(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

const Log = z.object({
  eval: z.object({ model: z.string().nullish() }),
  samples: z.array(Sample, { error: "the samples of the log" }),
});

/** A log of Inspect in JSON. Epochs are repetitions; C, P, I and N count 1, a half, 0 and 0. */
export function parseInspectLog(value: unknown, file: string): Outcome<readonly ScoredResult[]> {
  const parsed = Log.safeParse(value);
  if (!parsed.success) return notOfShape({ file }, parsed.error, value);
  const endpoint = parsed.data.eval.model ?? null;
  const results = parsed.data.samples.map(({ id, input, scores, error, metadata }) => {
    const cluster = metadata?.["cluster"];
    const isFailure = error !== null && error !== undefined;
    return {
      prompt: shortName(String(id)),
      endpoint,
      cluster: typeof cluster === "string" ? cluster : undefined,
      fingerprint: input === undefined ? undefined : shortHash(canonicalText(input)),
      scores: isFailure ? {} : scoresOf(scores ?? {}),
    };
  });
  return { ok: true, value: results };
}

function scoresOf(
  scores: Readonly<Record<string, { readonly value?: unknown }>>,
): Readonly<Record<string, number>> {
  const found = Object.entries(scores).flatMap(([scorer, { value }]) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return [[scorer, numberOf(value)] as const];
    }
    return Object.entries(value).map(
      ([key, part]) => [`${scorer}.${key}`, numberOf(part)] as const,
    );
  });
  return Object.fromEntries(
    found.flatMap(([name, score]) => (score === undefined ? [] : [[name, score] as const])),
  );
}

const letters: Readonly<Record<string, number>> = { C: 1, P: 0.5, I: 0, N: 0 };

function numberOf(value: unknown): number | undefined {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string" && Object.hasOwn(letters, value)) return letters[value];
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}
