import { existsSync } from "node:fs";
import type { SqliteConnection } from "./connection.ts";
import { makePrivateFile, openConnection } from "./connection.ts";

/** Held as long as its process lives: the operating system gives it back, however the process ends. */
export interface WriterLock {
  release(): void;
}

/**
 * One process writes into a store in a file. The lock is one of SQLite's own, on an empty file beside
 * the store; it is left there, because a lock file that is removed locks out nobody.
 *
 * @returns undefined: another process, or another opening in this one, holds it
 */
export async function takeWriterLock(file: string): Promise<WriterLock | undefined> {
  const path = `${file}-lock`;
  if (!existsSync(path)) makePrivateFile(path);
  const lock = await openConnection(path);
  try {
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return { release: () => giveBack(lock) };
}

function giveBack(lock: SqliteConnection): void {
  lock.exec("ROLLBACK");
  lock.close();
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}
