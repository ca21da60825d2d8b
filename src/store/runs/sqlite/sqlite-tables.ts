import type { Cell } from "../../../core/runs/cell.ts";
import type { FinishOutcome } from "../../../core/runs/run-store.ts";
import { RunStoreFailure } from "../../../core/runs/run-store-failure.ts";
import { groupCommit, type Settled } from "../group-commit.ts";
import { stored } from "../rows-of.ts";
import type { BegunRow, FinishRows, PayloadRow, RunTables, SqlRow, SqlValue } from "../tables.ts";
import type { SqliteConnection } from "./connection.ts";
import { sqliteFailure } from "./sqlite-failure.ts";
import * as sql from "./sqlite-sql.ts";
import type { WriterLock } from "./writer-lock.ts";

interface OpenedFile {
  readonly name: string;
  readonly connection: SqliteConnection;
  /** Absent: it is read only. */
  readonly lock: WriterLock | undefined;
}

/** Written in a group, inside its transaction. */
type Write<Out> = () => Out;
type Written = FinishOutcome | boolean;

/** The tables in a file of SQLite. Its driver is synchronous: a transaction is never interrupted by another call. */
export function sqliteTables({ name, connection, lock }: OpenedFile): RunTables {
  const prepared = new Map<string, ReturnType<SqliteConnection["prepare"]>>();
  const statement = (text: string) => {
    const known = prepared.get(text) ?? connection.prepare(text);
    prepared.set(text, known);
    return known;
  };
  const change = (text: string, values: SqlRow): number =>
    Number(statement(text).run([...values]).changes);
  const rowsOf = (text: string, values: SqlRow): readonly SqlRow[] =>
    statement(text)
      .raw()
      .all([...values])
      .map(sqlRow);

  const inTransaction = <T>(work: () => T): T => {
    connection.exec("BEGIN IMMEDIATE");
    try {
      const value = work();
      connection.exec("COMMIT");
      return value;
    } catch (error) {
      if (connection.inTransaction) connection.exec("ROLLBACK");
      throw error;
    }
  };
  const guarded = async <T>(work: () => T): Promise<T> => {
    try {
      return work();
    } catch (error) {
      throw sqliteFailure(name, error);
    }
  };
  /** For what need not outlive the process: leases end with it, and a rate is soon forgotten. */
  const unsynced = <T>(work: () => T): Promise<T> =>
    guarded(() => {
      connection.exec("PRAGMA synchronous = NORMAL");
      try {
        return work();
      } finally {
        connection.exec("PRAGMA synchronous = FULL");
      }
    });

  const together = (writes: readonly Write<Written>[]): readonly Settled<Written>[] => {
    try {
      const values = inTransaction(() => writes.map((write) => write()));
      return values.map((value) => ({ ok: true, value }));
    } catch (error) {
      const reason = sqliteFailure(name, error);
      if (writes.length === 1 || reason instanceof RunStoreFailure) {
        return writes.map(() => ({ ok: false, reason }));
      }
      return writes.flatMap((write) => together([write]));
    }
  };
  const group = groupCommit<Write<Written>, Written>(async (writes) => together(writes), 2);

  const addCells = (run: string, cells: readonly Cell[]): number => {
    let place = Number(rowsOf(sql.nextPlace, [run])[0]?.[0]);
    const first = place;
    for (const { key, prompt, endpoint, repetition } of cells) {
      place += change(sql.addCell, [run, key, place, prompt, endpoint, repetition]);
    }
    return place - first;
  };

  const begin = (rows: readonly BegunRow[]): boolean => {
    const ofRuns = new Set(rows.map(({ run }) => run));
    if ([...ofRuns].some((run) => rowsOf(sql.findEnd, [run]).length > 0)) return false;
    for (const { run, cell, number, worker, begunAt } of rows) {
      change(sql.beginAttempt, [run, cell, number, worker, begunAt]);
    }
    return true;
  };

  const putPayload = ({ run, hash, encoding, bytes }: PayloadRow) => {
    change(sql.addPayload, [hash, encoding, bytes]);
    change(sql.linkPayload, [run, hash]);
  };

  const finish = ({ attempts, result, payloads }: FinishRows): FinishOutcome => {
    const { run, cell, state, failure } = result;
    const isFirst = change(sql.completeCell, [run, cell, state, failure]) > 0;
    if (!isFirst && rowsOf(sql.findCell, [run, cell]).length === 0) return "no-such-cell";
    for (const payload of payloads) putPayload(payload);
    for (const { number, worker, begunAt, inputTokens, outputTokens, body } of attempts) {
      const values = [run, cell, number, worker, begunAt, inputTokens, outputTokens, body];
      change(sql.endAttempt, values);
    }
    if (!isFirst) return "already-finished";
    const { token, answerNumber, answerWorker, picousd, picousdRest, body } = result;
    const answered = [answerNumber, answerWorker, picousd, picousdRest];
    change(sql.addResult, [run, cell, token, ...answered, body]);
    return "finished";
  };

  if (lock !== undefined) connection.exec(sql.endAllLeases);

  return {
    name,
    isShared: false,
    nowSql: sql.now,
    query: (text, values) => guarded(() => rowsOf(text.replaceAll("$", "?"), values)),
    createRun: ({ id, createdAt, body }) =>
      guarded(() => change(sql.createRun, [id, createdAt, body]) > 0),
    updateRun: async (run, body) => {
      await group.add(() => change(sql.updateRun, [run, body]) > 0);
    },
    deleteRun: (id) =>
      guarded(() =>
        inTransaction(() => {
          for (const text of sql.deleteOfRun) change(text, [id]);
          return change(sql.deleteRun, [id]) > 0;
        }),
      ),
    addCells: (run, cells) => guarded(() => inTransaction(() => addCells(run, cells))),
    lease: (run, worker, { atMost, forMs, endpoints }) =>
      unsynced(() => {
        const wanted = endpoints === undefined ? null : JSON.stringify(endpoints);
        return rowsOf(sql.lease, [run, worker, atMost, forMs, wanted]);
      }),
    heartbeat: (run, worker, { cells, forMs }) =>
      unsynced(() =>
        rowsOf(sql.heartbeat, [run, worker, JSON.stringify(cells), forMs]).map(([key]) =>
          String(key),
        ),
      ),
    release: async (run, worker, cells) => {
      await unsynced(() => change(sql.release, [run, worker, JSON.stringify(cells)]));
    },
    begin: async (rows) => {
      const isBegun = await group.add(() => begin(rows));
      return isBegun === true;
    },
    finish: async (rows) => {
      const outcome = await group.add(() => finish(rows));
      if (typeof outcome === "boolean") throw new Error("A finished cell came out unfinished.");
      return outcome;
    },
    replaceResults: (run, rows) =>
      guarded(() =>
        inTransaction(() =>
          rows.reduce(
            (sum, { cell, body }) => sum + change(sql.replaceResult, [run, cell, body]),
            0,
          ),
        ),
      ),
    replaceRun: (run, body) => guarded(() => change(sql.replaceRun, [run, body]) > 0),
    endRun: async (run, body) => {
      await group.add(() => change(sql.endRun, [run, body]) > 0);
    },
    reopenRun: async (run) => {
      await group.add(() => change(sql.reopenRun, [run]) > 0);
    },
    use: (run, { what, amount, atMost = Number.MAX_VALUE, before = 0 }) =>
      unsynced(() => change(sql.use, [run, what, amount, before, atMost]) > 0),
    keepEvidence: async (run, body) => {
      await group.add(() => change(sql.keepEvidence, [run, body]) > 0);
    },
    putPayload: async (row) => {
      await group.add(() => {
        putPayload(row);
        return true;
      });
    },
    reserve: (bucket, { perMinute, burst }, amount) => {
      const unitMs = 60_000 / perMinute;
      return unsynced(() => {
        const [row] = rowsOf(sql.reserve, [stored(bucket), amount * unitMs, burst * unitMs]);
        return Math.max(0, Number(row?.[0]));
      });
    },
    pause: async (bucket, forMs) => {
      await unsynced(() => change(sql.pause, [stored(bucket), forMs]));
    },
    close: async () => {
      await group.drained();
      connection.close();
      lock?.release();
    },
  };
}

function sqlRow(row: unknown): SqlRow {
  if (!Array.isArray(row)) throw new Error("SQLite handed back a row that is none.");
  return row.map(sqlValue);
}

function sqlValue(value: unknown): SqlValue {
  if (typeof value === "string" || typeof value === "number" || value === null) return value;
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  throw new Error(`SQLite handed back a ${typeof value}.`);
}
