import type pg from "pg";
import type { SqlRow, SqlValue } from "../tables.ts";
import type { PostgresAddress } from "./connection-string.ts";
import { patiently } from "./patient.ts";
import { postgresFailure } from "./postgres-failure.ts";

const connectMs = 10_000;
const answerMs = 120_000;
/** How long a server may be away, as when it is started anew, before a measurement gives up. */
const patienceMs = 60_000;

export interface Answer {
  readonly rows: readonly SqlRow[];
  readonly changes: number;
}

export type Ask = (sql: string, values?: readonly Binding[]) => Promise<Answer>;
export type Binding = SqlValue | readonly SqlValue[];

/** Connections to a server. What failed with a connection is tried again on another one. */
export interface Pools {
  readonly ask: Ask;
  /** The same where a crash of the server may take it back. */
  readonly askLightly: Ask;
  transaction<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  /** As it comes, tried once. */
  once<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

export async function openPools(address: PostgresAddress): Promise<Pools> {
  const { default: driver } = await import("pg");
  const poolOf = (max: number, commit: "on" | "off") => {
    const pool = new driver.Pool({
      connectionString: address.connectionString,
      application_name: "steelyard",
      connectionTimeoutMillis: connectMs,
      query_timeout: answerMs,
      keepAlive: true,
      max,
      onConnect: (client) =>
        client.query(
          `SET search_path = ${address.schema}; SET synchronous_commit = ${commit}; SET client_min_messages = warning`,
        ),
    });
    /** A connection that breaks while nobody uses it: the next one who asks gets a new one. */
    pool.on("error", () => undefined);
    return pool;
  };
  const durable = poolOf(4, "on");
  const light = poolOf(1, "off");

  const retried = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await patiently(patienceMs, work);
    } catch (error) {
      throw postgresFailure(address, error);
    }
  };
  const inTransaction = async <T>(work: (ask: Ask) => Promise<T>): Promise<T> => {
    const client = await durable.connect();
    let broken: Error | undefined;
    try {
      await client.query("BEGIN");
      const value = await work(askerOf(client));
      await client.query("COMMIT");
      return value;
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      /** One that failed is closed, which rolls back whatever it had begun. */
      client.release(broken);
    }
  };

  return {
    ask: (sql, values) => retried(() => askerOf(durable)(sql, values)),
    askLightly: (sql, values) => retried(() => askerOf(light)(sql, values)),
    transaction: (work) => retried(() => inTransaction(work)),
    once: async (work) => {
      try {
        return await inTransaction(work);
      } catch (error) {
        throw postgresFailure(address, error);
      }
    },
    end: async () => {
      await Promise.all([durable.end(), light.end()]);
    },
  };
}

function askerOf(on: Pick<pg.Pool, "query"> | Pick<pg.PoolClient, "query">): Ask {
  return async (text, values = []) => {
    const { rows, rowCount } = await on.query<SqlValue[]>({
      text,
      ...(values.length === 0 ? {} : { name: nameOf(text) }),
      values: values.map(boundValue),
      rowMode: "array",
    });
    return { rows, changes: rowCount ?? 0 };
  };
}

const names = new Map<string, string>();

/** A statement with a name is read and planned once in each connection, not each time it is asked. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `steelyard ${names.size}`;
  names.set(text, name);
  return name;
}

/** The driver writes a view of bytes as bytes only when it is a Buffer. */
function boundValue(value: Binding): unknown {
  if (Array.isArray(value)) return value.map(boundValue);
  return value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : value;
}
