import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Outcome, Problem } from "../../../core/problems/problem.ts";
import { systemReason } from "../../../core/problems/system-reason.ts";
import { RunStoreFailure } from "../../../core/runs/run-store-failure.ts";
import { migrationSql, migrations } from "../migrations.ts";
import type { RunTables, StoreUse } from "../tables.ts";
import { makePrivateFile, openConnection, type SqliteConnection } from "./connection.ts";
import { sqliteCode, sqliteFailure } from "./sqlite-failure.ts";
import { sqliteTables } from "./sqlite-tables.ts";
import { takeWriterLock, type WriterLock } from "./writer-lock.ts";

/** "STLY" in the header of the file: by this a store is told from other databases. */
const applicationId = 0x53_54_4c_59;
const types = { text: "TEXT", bytes: "BLOB" };
const busyMs = 5000;

/** Opens a store in a file; for measuring it is made where there is none. */
export async function openSqliteTables(file: string, use: StoreUse): Promise<Outcome<RunTables>> {
  const path = resolve(file);
  const missing = await missingProblem(file, path, use);
  if (missing !== undefined) return failed(missing);
  let connection: SqliteConnection | undefined;
  let lock: WriterLock | undefined;
  try {
    if (use === "measure") makePrivateFile(path);
    connection = await openConnection(path, busyMs);
    let version = versionOf(connection, file);
    if (use === "read" && version === 0) throw notAStore(file, "an empty file");
    if (use === "measure" || version < migrations.length) {
      lock = await takeWriterLock(path);
      if (lock === undefined) throw new RunStoreFailure({ code: "store-busy", store: file });
      connection.pragma("journal_mode = WAL");
      connection.pragma("synchronous = FULL");
      /** Every thousand pages, as is usual, would write most of them again with every third commit. */
      connection.pragma("wal_autocheckpoint = 8000");
      /** Keys of cells come in no order: of the usual 2 MB of pages hardly one is asked for twice. */
      connection.pragma("cache_size = -8000");
      /** There is one writer, and it deletes in the order that it likes. */
      connection.pragma("foreign_keys = OFF");
      version = versionOf(connection, file);
      migrate(connection, version);
    }
    if (use === "read") {
      lock?.release();
      lock = undefined;
      connection.pragma("query_only = ON");
    }
    return { ok: true, value: sqliteTables({ name: file, connection, lock }) };
  } catch (error) {
    connection?.close();
    lock?.release();
    const failure = sqliteFailure(file, error);
    if (failure instanceof RunStoreFailure) return failed(failure.problem);
    if (error instanceof Error && "syscall" in error) {
      return failed({ code: "file-unwritable", file, reason: systemReason(error) });
    }
    throw error;
  }
}

async function missingProblem(
  file: string,
  path: string,
  use: StoreUse,
): Promise<Problem | undefined> {
  try {
    const found = await stat(path);
    if (found.isFile()) return undefined;
    return { code: "not-a-store", store: file, found: "no file" };
  } catch (cause) {
    const isMissing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    if (isMissing && use === "measure") return undefined;
    return { code: "file-unreadable", file, reason: systemReason(cause) };
  }
}

/** 0: empty, nothing is in it yet. */
function versionOf(connection: SqliteConnection, file: string): number {
  try {
    const known = numberOf(connection, "PRAGMA application_id");
    if (known !== applicationId) {
      const isEmpty =
        known === 0 && numberOf(connection, "SELECT count(*) FROM sqlite_master") === 0;
      if (isEmpty) return 0;
      throw notAStore(file, "a database of something else");
    }
    const version = numberOf(connection, "SELECT max(version) FROM store_version");
    if (version <= migrations.length) return version;
    const newer = { code: "store-newer", store: file, version, known: migrations.length } as const;
    throw new RunStoreFailure(newer);
  } catch (error) {
    if (sqliteCode(error) === "SQLITE_NOTADB") throw notAStore(file, "a file of another kind");
    throw error;
  }
}

function migrate(connection: SqliteConnection, from: number): void {
  connection
    .transaction(() => {
      if (from === 0) {
        connection.exec(`PRAGMA application_id = ${applicationId}`);
        connection.exec("CREATE TABLE store_version (version BIGINT PRIMARY KEY)");
      }
      for (let version = from + 1; version <= migrations.length; version++) {
        connection.exec(migrationSql(version, types));
        connection.exec(`INSERT INTO store_version VALUES (${version})`);
      }
    })
    .immediate();
}

function numberOf(connection: SqliteConnection, sql: string): number {
  const [row] = connection.prepare(sql).raw().all();
  return Array.isArray(row) ? Number(row[0]) : Number.NaN;
}

function notAStore(store: string, found: string): RunStoreFailure {
  return new RunStoreFailure({ code: "not-a-store", store, found });
}

function failed(problem: Problem): Outcome<never> {
  return { ok: false, problem };
}
