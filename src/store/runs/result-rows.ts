import type { Answer } from "../../core/runs/attempt.ts";
import type { Cell } from "../../core/runs/cell.ts";
import type { SqlRow, SqlValue } from "./tables.ts";

/** Of a run, `$1`: place, key, prompt, endpoint, repetition, then what came of the cell. */
export const resultSql = `SELECT c.place, c.key, c.prompt, c.endpoint, c.repetition, r.body, r.answer_number, a.body
  FROM cell c
  JOIN result r ON r.run = c.run AND r.cell = c.key
  LEFT JOIN attempt a ON a.run = r.run AND a.cell = r.cell
    AND a.number = r.answer_number AND a.worker = r.answer_worker
  WHERE c.run = $1`;
/** Cells whose results are looked for at once. */
export const keysAtOnce = 200;
export const resultsOfKeys = `SELECT cell, body FROM result WHERE run = $1 AND cell IN (${Array.from(
  { length: keysAtOnce },
  (_, i) => `$${i + 2}`,
).join(", ")})`;

/** @param row place, key, prompt, endpoint, repetition */
export function cellOf([, key, prompt, endpoint, repetition]: SqlRow): Cell {
  return {
    key: String(key),
    prompt: String(prompt),
    endpoint: String(endpoint),
    repetition: Number(repetition),
  };
}

/** What an attempt was answered with. */
export function answerOf(
  outcome: { readonly ok: true; readonly answer: Answer } | { readonly ok: false },
): Answer | null {
  return outcome.ok ? outcome.answer : null;
}

/** What a row holds as text; undefined: it is no JSON. */
export function jsonOf(body: SqlValue | undefined): unknown {
  if (typeof body !== "string") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
