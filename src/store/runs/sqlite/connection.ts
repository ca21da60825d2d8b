import { closeSync, openSync } from "node:fs";
import type Libsql from "libsql";

export type SqliteConnection = Libsql.Database;

/** The driver is a native module: loaded with the first store alone. */
export async function openConnection(path: string, busyMs = 0): Promise<SqliteConnection> {
  const { default: Database } = await import("libsql");
  return new Database(path, { timeout: busyMs });
}

/** For its owner alone: answers of a team's own prompts are nobody else's business. */
export function makePrivateFile(path: string): void {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}
