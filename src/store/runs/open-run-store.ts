import type { Outcome } from "../../core/problems/problem.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import { runStoreOver } from "./run-store-over.ts";
import type { RunTables, StoreUse } from "./tables.ts";

/**
 * Opens a store of runs: a file, or a server of PostgreSQL by its connection string. The driver is
 * loaded now and not before.
 *
 * @param use for measuring, a store that is not there is made, and a file has one such user at a time;
 *   for reading, any number may open it meanwhile
 */
export async function openRunStore(where: string, use: StoreUse): Promise<Outcome<RunStore>> {
  const opened = await openTables(where, use);
  return opened.ok ? { ok: true, value: runStoreOver(opened.value) } : opened;
}

/** Whether a store is on a server, which several processes can share. */
export function isServer(where: string): boolean {
  return /^postgres(ql)?:/i.test(where);
}

async function openTables(where: string, use: StoreUse): Promise<Outcome<RunTables>> {
  if (isServer(where)) {
    const { openPostgresTables } = await import("./postgres/open-postgres-tables.ts");
    return openPostgresTables(where, use);
  }
  const { openSqliteTables } = await import("./sqlite/open-sqlite-tables.ts");
  return openSqliteTables(where, use);
}
