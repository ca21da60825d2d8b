import { z } from "zod";
import type { ScoredResult } from "../../core/paired/scored-result.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { eachJsonLine } from "./json-lines.ts";
import { notOfShape, notValid, type Place } from "./result-problem.ts";
import { canonicalText, shortHash, shortName } from "./short-name.ts";

const Provider = z.union([
  z.string(),
  z.object({ id: z.string().nullish(), label: z.string().nullish() }),
]);

/** One cell of an eval, alike in versions 2 to 4 but for what is missing in the older ones. */
const Row = z.object({
  provider: Provider,
  success: z.boolean(),
  score: z.number(),
  namedScores: z.record(z.string(), z.unknown()).nullish(),
  error: z.string().nullish(),
  /** 0 none, 1 an assertion, 2 an error. */
  failureReason: z.union([z.number(), z.string()]).nullish(),
  response: z.unknown().optional(),
  vars: z.record(z.string(), z.unknown()).nullish(),
  prompt: z.object({ raw: z.string().nullish(), label: z.string().nullish() }).nullish(),
  testCase: z
    .object({
      description: z.string().nullish(),
      vars: z.unknown().optional(),
      assert: z.unknown().optional(),
      metadata: z.record(z.string(), z.unknown()).nullish(),
    })
    .nullish(),
});
type Row = z.output<typeof Row>;

/** The rows, wherever a version keeps them: `results.results`, or `results` itself. */
const File = z.object({
  results: z.union([z.array(z.unknown()), z.object({ results: z.array(z.unknown()) })]),
});

/** What promptfoo writes with `--output results.json`. */
export function parsePromptfooFile(value: unknown, file: string): Outcome<readonly ScoredResult[]> {
  const parsed = File.safeParse(value);
  if (!parsed.success)
    return notValid({ file, field: "results" }, "the results of a promptfoo eval");
  const { results } = parsed.data;
  const [rows, field] = Array.isArray(results)
    ? [results, "results"]
    : [results.results, "results.results"];
  const read: Row[] = [];
  for (const [i, row] of rows.entries()) {
    const found = parseRow(row, { file, field: `${field}.${i}` });
    if (!found.ok) return found;
    read.push(found.value);
  }
  return { ok: true, value: resultsOf(read) };
}

/** The same as lines of JSON. */
export function parsePromptfooLines(text: string, file: string): Outcome<readonly ScoredResult[]> {
  const rows: Row[] = [];
  const read = eachJsonLine({ text, file }, ({ line, value }) => {
    const found = parseRow(value, { file, line });
    if (found.ok) rows.push(found.value);
    return found;
  });
  return read.ok ? { ok: true, value: resultsOf(rows) } : read;
}

function parseRow(value: unknown, place: Place): Outcome<Row> {
  const parsed = Row.safeParse(value);
  if (!parsed.success) return notOfShape(place, parsed.error, value);
  return { ok: true, value: parsed.data };
}

function resultsOf(rows: readonly Row[]): readonly ScoredResult[] {
  // Prompts that differ by template are prompts of their own, but only where there are several.
  const templates = new Set(rows.map(({ prompt }) => prompt?.label ?? ""));
  return rows.map((row) => resultOf(row, templates.size > 1));
}

function resultOf(row: Row, hasTemplates: boolean): ScoredResult {
  const { provider, testCase, vars, prompt } = row;
  const asked = testCase?.vars ?? vars ?? {};
  const template = hasTemplates ? (prompt?.label ?? "") : "";
  const content = { asked, template, description: testCase?.description, assert: testCase?.assert };
  const cluster = testCase?.metadata?.["cluster"];
  return {
    // Tests carry no name that outlives an edit: what is asked is the name.
    prompt: `${shortName(titleOf(row, asked, template))} (${shortHash(canonicalText(content))})`,
    endpoint: typeof provider === "string" ? provider : provider.label || provider.id || null,
    cluster: typeof cluster === "string" ? cluster : undefined,
    scores: isError(row) ? {} : scoresOf(row),
  };
}

function titleOf({ testCase, prompt }: Row, asked: unknown, template: string): string {
  const values = typeof asked === "object" && asked !== null ? Object.values(asked) : [];
  const said = values.find((value) => typeof value === "string");
  const title = testCase?.description ?? said ?? prompt?.raw ?? "prompt";
  const firstLine = String(title).split("\n")[0] ?? "";
  return [template.slice(0, 30), firstLine.slice(0, 60)].filter((part) => part !== "").join(": ");
}

/** An assertion that failed leaves an error text too: only a missing answer is an error. */
function isError({ failureReason, error, response }: Row): boolean {
  if (failureReason !== null && failureReason !== undefined) {
    return failureReason === 2 || failureReason === "error";
  }
  return typeof error === "string" && (response === null || response === undefined);
}

function scoresOf({ success, score, namedScores }: Row): Readonly<Record<string, number>> {
  const named = Object.entries(namedScores ?? {}).filter(([, value]) => typeof value === "number");
  const own = named.map(([name, value]) => [name, Number(value)] as const);
  return Object.fromEntries([["pass", success ? 1 : 0], ["score", score], ...own]);
}
