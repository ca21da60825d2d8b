import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { ScoredResult } from "../../core/paired/scored-result.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { notValid } from "./result-problem.ts";
import { shortName } from "./short-name.ts";

/** What each column is, by the names that people give it. */
const columnNames = {
  prompt: ["prompt", "prompt_id", "promptid", "id", "item", "question", "question_id", "case"],
  endpoint: ["endpoint", "model", "provider"],
  cluster: ["cluster", "group", "document"],
  repetition: ["repetition", "epoch", "run", "trial", "sample"],
} as const;

/** Columns that are scores whatever else stands in the file, the one to begin with first. */
const scoreNames = ["pass", "passed", "correct", "score"] as const;

const Records = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

/**
 * A table with a column for the prompt and one for what it scored: `score`, `pass`, or any other column
 * of numbers. Beside them `model`, `cluster` and `repetition`.
 */
export function parseCsvResults(text: string, file: string): Outcome<readonly ScoredResult[]> {
  const read = recordsOf(text, file);
  if (!read.ok) return read;
  const [head, ...rows] = read.value;
  const header = (head?.record ?? []).map((name) => name.trim().toLowerCase());
  const placeOf = (role: keyof typeof columnNames) =>
    header.findIndex((name) => new Set<string>(columnNames[role]).has(name));
  const [prompt, endpoint, cluster] = [placeOf("prompt"), placeOf("endpoint"), placeOf("cluster")];
  if (prompt < 0) return notValid({ file, line: 1 }, "a column `prompt` or `id`", header.join(","));
  const taken = new Set([prompt, endpoint, cluster, placeOf("repetition")]);
  const scores = scoreColumns(header, rows, taken);
  if (scores.length === 0)
    return notValid({ file, line: 1 }, "a column `score` or `pass`", header.join(","));

  const results: ScoredResult[] = [];
  for (const { record, info } of rows) {
    const cell = (place: number) => record[place]?.trim() ?? "";
    const found: (readonly [string, number])[] = [];
    for (const { name, place } of scores) {
      const score = scoreIn(cell(place));
      if (score === "none") continue;
      if (score === "wrong") {
        return notValid(
          { file, line: info.lines, field: name },
          "a number, true or false",
          cell(place),
        );
      }
      found.push([name, score]);
    }
    if (cell(prompt) === "") return notValid({ file, line: info.lines }, "the id of a prompt");
    results.push({
      prompt: shortName(cell(prompt)),
      endpoint: cell(endpoint) || null,
      cluster: cell(cluster) || undefined,
      scores: Object.fromEntries(found),
    });
  }
  return { ok: true, value: results };
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function recordsOf(text: string, file: string): Outcome<readonly CsvRecord[]> {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      delimiter: delimiterOf(text),
      max_record_size: 16 * 1024 * 1024,
    });
    return { ok: true, value: Records.parse(parsed) };
  } catch (cause) {
    const [, line] = /on line (\d+)/.exec(cause instanceof Error ? cause.message : "") ?? [];
    const place = { file, line: line === undefined ? undefined : Number(line) };
    return notValid(place, "a table with as many cells on each line as in the first");
  }
}

/** Spreadsheets write commas, semicolons or tabs, by where they were bought. */
function delimiterOf(text: string): string {
  const head = text.slice(0, Math.max(0, text.indexOf("\n")) || text.length);
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}

/** The named ones, then every other column that holds nothing but numbers. */
function scoreColumns(
  header: readonly string[],
  rows: readonly CsvRecord[],
  taken: ReadonlySet<number>,
): readonly { readonly name: string; readonly place: number }[] {
  const named = scoreNames
    .map((name) => ({ name, place: header.indexOf(name) }))
    .filter(({ place }) => place >= 0);
  const others = header
    .map((name, place) => ({ name, place }))
    .filter(({ name, place }) => {
      if (name === "" || taken.has(place) || named.some((each) => each.place === place))
        return false;
      const cells = rows.map(({ record }) => scoreIn(record[place]?.trim() ?? ""));
      return cells.some((score) => score !== "none") && !cells.includes("wrong");
    });
  return [...named, ...others];
}

const words: Readonly<Record<string, number>> = {
  true: 1,
  pass: 1,
  passed: 1,
  yes: 1,
  correct: 1,
  false: 0,
  fail: 0,
  failed: 0,
  no: 0,
  wrong: 0,
};

/** An empty cell is no score, and no zero. */
function scoreIn(text: string): number | "none" | "wrong" {
  if (text === "") return "none";
  const lower = text.toLowerCase();
  if (Object.hasOwn(words, lower)) return words[lower] ?? "wrong";
  const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : "wrong";
}
