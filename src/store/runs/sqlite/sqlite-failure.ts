import { RunStoreFailure } from "../../../core/runs/run-store-failure.ts";

const reasons: readonly (readonly [prefix: string, reason: string])[] = [
  ["SQLITE_FULL", "the disk is full"],
  ["SQLITE_IOERR", "the disk cannot be read or written"],
  ["SQLITE_CORRUPT", "the file is damaged"],
  ["SQLITE_NOTADB", "the file is damaged"],
  ["SQLITE_READONLY", "it may be read only"],
  ["SQLITE_BUSY", "another process holds it too long"],
  ["SQLITE_CANTOPEN", "the file cannot be opened"],
];

/** What SQLite says, as a failure of the store; a bug of ours stays what it is. */
export function sqliteFailure(store: string, error: unknown): unknown {
  const code = sqliteCode(error);
  const known = reasons.find(([prefix]) => code?.startsWith(prefix));
  if (known === undefined) return error;
  return new RunStoreFailure({ code: "store-failed", store, reason: known[1] });
}

export function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string" && error.code.startsWith("SQLITE_")) {
    return error.code;
  }
  return error.message.startsWith("ConnectionFailed") ? "SQLITE_CANTOPEN" : undefined;
}
