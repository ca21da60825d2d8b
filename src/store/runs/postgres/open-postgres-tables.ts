import type { Outcome, Problem } from "../../../core/problems/problem.ts";
import { RunStoreFailure } from "../../../core/runs/run-store-failure.ts";
import { migrationSql, migrations } from "../migrations.ts";
import type { RunTables, StoreUse } from "../tables.ts";
import { type PostgresAddress, parsePostgresAddress } from "./connection-string.ts";
import { type Ask, openPools } from "./pools.ts";
import { postgresTables } from "./postgres-tables.ts";

/** Ordered by bytes whatever the locale of the server, as SQLite orders. */
const types = { text: 'TEXT COLLATE "C"', bytes: "BYTEA" };

/** Opens a store on a server; for measuring its schema and tables are made where there are none. */
export async function openPostgresTables(
  connectionString: string,
  use: StoreUse,
): Promise<Outcome<RunTables>> {
  const address = parsePostgresAddress(connectionString);
  if (!address.ok) return address;
  const pools = await openPools(address.value);
  try {
    await pools.once((ask) => migrate(ask, address.value, use));
    return { ok: true, value: postgresTables(address.value.name, pools) };
  } catch (error) {
    await pools.end();
    if (error instanceof RunStoreFailure) return failed(error.problem);
    throw error;
  }
}

/** Of several hosts that open a new store at once, one makes the tables and the others wait. */
async function migrate(ask: Ask, address: PostgresAddress, use: StoreUse): Promise<void> {
  const { name, schema } = address;
  await ask("SELECT pg_advisory_xact_lock(hashtext($1))", [`steelyard ${schema}`]);
  const from = await versionOf(ask, address);
  if (from === 0 && use === "read") throw notAStore(name, "a database without runs");
  if (from > migrations.length) {
    const newer = { store: name, version: from, known: migrations.length };
    throw new RunStoreFailure({ code: "store-newer", ...newer });
  }
  if (from === 0) {
    await ask(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await ask("CREATE TABLE store_version (version BIGINT PRIMARY KEY)");
  }
  for (let version = from + 1; version <= migrations.length; version++) {
    for (const statement of migrationSql(version, types).split(/;\s*\n/)) {
      if (statement.trim() !== "") await ask(statement);
    }
    await ask("INSERT INTO store_version VALUES ($1)", [version]);
  }
}

/** 0: there is no such schema yet, or nothing is in it. */
async function versionOf(ask: Ask, { name, schema }: PostgresAddress): Promise<number> {
  const { rows } = await ask(
    `SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace($1)
       AND relkind IN ('r', 'p', 'v', 'm', 'f')`,
    [schema],
  );
  if (rows.length === 0) return 0;
  if (!rows.some(([table]) => table === "store_version")) {
    throw notAStore(name, `a schema "${schema}" with tables of something else`);
  }
  const found = await ask("SELECT max(version) FROM store_version");
  return Number(found.rows[0]?.[0]);
}

function notAStore(store: string, found: string): RunStoreFailure {
  return new RunStoreFailure({ code: "not-a-store", store, found });
}

function failed(problem: Problem): Outcome<never> {
  return { ok: false, problem };
}
