import type { z } from "zod";
import { toUsdText } from "../../core/cost/money.ts";
import type { Cell } from "../../core/runs/cell.ts";
import type { FailureCode } from "../../core/runs/failure.ts";
import type { RunEnd } from "../../core/runs/progress.ts";
import type { CellResult } from "../../core/runs/result.ts";
import type { Run } from "../../core/runs/run.ts";
import { type RunEvidence, RunEvidenceShape } from "../../core/runs/run-evidence.ts";
import type {
  AttemptRecord,
  GradedCell,
  MeasuredCell,
  RunCounts,
  RunSpend,
} from "../../core/runs/run-store.ts";
import { RunStoreFailure } from "../../core/runs/run-store-failure.ts";
import { paged } from "./paged.ts";
import { answerOf, cellOf, jsonOf, keysAtOnce, resultSql, resultsOfKeys } from "./result-rows.ts";
import { moneyOf } from "./rows-of.ts";
import {
  AttemptBody,
  FailureCodeShape,
  ResultBody,
  RunEndShape,
  RunShape,
} from "./stored-shapes.ts";
import type { RunTables, SqlRow, SqlValue } from "./tables.ts";

/** Cells of a run from one place on, that place left out, to another, that one taken in. */
export interface Places {
  readonly after: number;
  readonly upTo: number;
}

export const allPlaces: Places = { after: -1, upTo: Number.MAX_SAFE_INTEGER };

/** What is read from the tables: one SQL for both engines. */
export interface Reading {
  run(id: string): Promise<Run | undefined>;
  runs(): Promise<readonly Run[]>;
  /** @param runId absent: of all runs */
  evidence(runId?: string): Promise<readonly RunEvidence[]>;
  cells(runId: string): AsyncIterable<Cell & { readonly place: number }>;
  results(runId: string, places: Places): AsyncIterable<CellResult>;
  measured(runId: string): AsyncIterable<MeasuredCell>;
  result(runId: string, cell: string): Promise<CellResult | undefined>;
  /** As it is kept, without an answer that its attempt holds. */
  resultBody(runId: string, cell: string): Promise<Omit<CellResult, "cell"> | undefined>;
  attempts(runId: string, places: Places): AsyncIterable<AttemptRecord>;
  gradesOf(runId: string, cells: readonly string[]): Promise<readonly GradedCell[]>;
  ended(runId: string): Promise<RunEnd | undefined>;
  counts(runId: string): Promise<RunCounts>;
  spend(runId: string): Promise<RunSpend>;
  payloadHashes(runId: string): AsyncIterable<string>;
  payloadRow(hash: string): Promise<SqlRow | undefined>;
}

export function readingOf(tables: Pick<RunTables, "name" | "nowSql" | "query">): Reading {
  const { name, nowSql, query } = tables;
  const parsed = <T>(shape: z.ZodType<T>, table: string, body: SqlValue | undefined): T => {
    const read = shape.safeParse(jsonOf(body));
    if (read.success) return read.data;
    const path = read.error.issues[0]?.path.join(".") ?? "";
    const reason = `a row of its table ${table} cannot be read${path === "" ? "" : ` at ${path}`}`;
    throw new RunStoreFailure({ code: "store-failed", store: name, reason });
  };
  const measuredOf = (row: SqlRow): MeasuredCell => {
    const [, key, , , , body, answerNumber, attemptBody] = row;
    const kept = parsed(ResultBody, "result", body);
    const attempt = answerNumber === null ? null : parsed(AttemptBody, "attempt", attemptBody);
    const answer = attempt === null ? kept.answer : answerOf(attempt.outcome);
    const result = { cell: String(key), ...kept, answer };
    return { cell: cellOf(row), result, timings: attempt?.timings ?? null };
  };
  const measured = (runId: string, { after, upTo }: Places) =>
    paged((last, atMost) =>
      query(`${resultSql} AND c.place > $2 AND c.place <= $3 ORDER BY c.place LIMIT $4`, [
        runId,
        last?.[0] ?? after,
        upTo,
        atMost,
      ]),
    );

  return {
    run: async (id) => {
      const [row] = await query("SELECT body FROM run WHERE id = $1", [id]);
      return row === undefined ? undefined : parsed(RunShape, "run", row[0]);
    },
    runs: async () => {
      const rows = await query("SELECT body FROM run ORDER BY created_at DESC, id", []);
      return rows.map(([body]) => parsed(RunShape, "run", body));
    },
    evidence: async (runId) => {
      const rows = await query(
        `SELECT e.body FROM evidence e JOIN run r ON r.id = e.run
         WHERE r.id = coalesce($1, r.id) ORDER BY r.created_at DESC, r.id`,
        [runId ?? null],
      );
      return rows.map(([body]) => parsed(RunEvidenceShape, "evidence", body));
    },

    cells: async function* (runId) {
      const rows = paged((last, atMost) =>
        query(
          `SELECT place, key, prompt, endpoint, repetition FROM cell
           WHERE run = $1 AND place > $2 ORDER BY place LIMIT $3`,
          [runId, last?.[0] ?? -1, atMost],
        ),
      );
      for await (const row of rows) yield { place: Number(row[0]), ...cellOf(row) };
    },

    results: async function* (runId, places) {
      for await (const row of measured(runId, places)) yield measuredOf(row).result;
    },
    measured: async function* (runId) {
      for await (const row of measured(runId, allPlaces)) yield measuredOf(row);
    },
    result: async (runId, cell) => {
      const [row] = await query(`${resultSql} AND c.key = $2`, [runId, cell]);
      return row === undefined ? undefined : measuredOf(row).result;
    },
    resultBody: async (runId, cell) => {
      const [row] = await query("SELECT body FROM result WHERE run = $1 AND cell = $2", [
        runId,
        cell,
      ]);
      return row === undefined ? undefined : parsed(ResultBody, "result", row[0]);
    },

    attempts: async function* (runId, { after, upTo }) {
      const rows = paged((last, atMost) =>
        query(
          `SELECT c.place, a.cell, a.number, a.worker, a.begun_at, a.body
           FROM cell c
           JOIN attempt a ON a.run = c.run AND a.cell = c.key
           WHERE c.run = $1 AND c.place >= $2 AND c.place <= $5
             AND (c.place, a.number, a.worker) > ($2, $3, $4)
           ORDER BY c.place, a.number, a.worker LIMIT $6`,
          last === undefined
            ? [runId, after, Number.MAX_SAFE_INTEGER, "", upTo, atMost]
            : [runId, last[0] ?? 0, last[2] ?? 0, last[3] ?? "", upTo, atMost],
        ),
      );
      for await (const [, cell, number, worker, begunAt, body] of rows) {
        const key = { cell: String(cell), number: Number(number) };
        const attempt = body === null ? null : { ...key, ...parsed(AttemptBody, "attempt", body) };
        yield { ...key, worker: String(worker), begunAt: Number(begunAt), attempt };
      }
    },

    gradesOf: async (runId, cells) => {
      const graded: GradedCell[] = [];
      for (let from = 0; from < cells.length; from += keysAtOnce) {
        const keys = cells.slice(from, from + keysAtOnce);
        /** Always as many, so that it is one statement: the last key stands for those that lack. */
        const last = keys.at(-1) ?? "";
        const filled = Array.from({ length: keysAtOnce }, (_, i) => keys[i] ?? last);
        for (const [cell, body] of await query(resultsOfKeys, [runId, ...filled])) {
          graded.push({ cell: String(cell), grades: parsed(ResultBody, "result", body).grades });
        }
      }
      return graded;
    },
    ended: async (runId) => {
      const [row] = await query("SELECT body FROM run_end WHERE run = $1", [runId]);
      return row === undefined ? undefined : parsed(RunEndShape, "run_end", row[0]);
    },

    counts: async (runId) => {
      const rows = await query(
        `SELECT CASE WHEN state = 'open' AND leased_until > ${nowSql} THEN 'leased' ELSE state END,
           failure, count(*)
         FROM cell WHERE run = $1 GROUP BY 1, 2`,
        [runId],
      );
      const of = (state: string) =>
        rows.reduce((sum, [found, , count]) => sum + (found === state ? Number(count) : 0), 0);
      const failures: Partial<Record<FailureCode, number>> = {};
      for (const [, failure, count] of rows) {
        if (failure !== null) failures[FailureCodeShape.parse(failure)] = Number(count);
      }
      return {
        open: of("open"),
        leased: of("leased"),
        answered: of("answered"),
        failed: of("failed"),
        failures,
      };
    },

    spend: async (runId) => {
      const [attempts] = await query(
        `SELECT count(*), coalesce(sum(1 - is_heard), 0), coalesce(sum(input_tokens), 0),
           coalesce(sum(output_tokens), 0)
         FROM attempt WHERE run = $1`,
        [runId],
      );
      const [results] = await query(
        `SELECT CAST(coalesce(sum(picousd), 0) AS text), CAST(coalesce(sum(picousd_rest), 0) AS text),
           count(*) - count(picousd)
         FROM result WHERE run = $1`,
        [runId],
      );
      return {
        attempts: Number(attempts?.[0]),
        unheard: Number(attempts?.[1]),
        inputTokens: Number(attempts?.[2]),
        outputTokens: Number(attempts?.[3]),
        usd: toUsdText(moneyOf(String(results?.[0]), String(results?.[1]))),
        unpriced: Number(results?.[2]),
      };
    },

    payloadHashes: async function* (runId) {
      const rows = paged((last, atMost) =>
        query("SELECT hash FROM run_payload WHERE run = $1 AND hash > $2 ORDER BY hash LIMIT $3", [
          runId,
          last?.[0] ?? "",
          atMost,
        ]),
      );
      for await (const [hash] of rows) yield String(hash);
    },
    payloadRow: async (hash) =>
      (await query("SELECT encoding, bytes FROM payload WHERE hash = $1", [hash]))[0],
  };
}
