import type { Outcome } from "../../../core/problems/problem.ts";

/** A connection string taken apart: what the driver gets, and what people may see. */
export interface PostgresAddress {
  /** Without a password. */
  readonly name: string;
  readonly connectionString: string;
  /** Where the tables stand; `?schema=` names another. */
  readonly schema: string;
  /** Never to be printed: what is printed is searched for it. */
  readonly password: string;
}

export function parsePostgresAddress(text: string): Outcome<PostgresAddress> {
  /** Of a server on a socket no host is named, which is no address anywhere but here. */
  const address = text.replace("@/", "@localhost/");
  if (!URL.canParse(address))
    return invalid("an address such as `postgres://user@host:5432/database`");
  const url = new URL(address);
  const { searchParams } = url;
  const schema = searchParams.get("schema") ?? "steelyard";
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    return invalid("a schema of small letters, digits and `_`");
  }
  searchParams.delete("schema");
  const user = url.username || (searchParams.get("user") ?? "");
  const host = searchParams.get("host") ?? url.host;
  const database = url.pathname.slice(1) || (searchParams.get("dbname") ?? "");
  return {
    ok: true,
    value: {
      name: `postgres://${user === "" ? "" : `${user}@`}${host}/${database}`,
      connectionString: url.href,
      schema,
      password: decoded(url.password) || (searchParams.get("password") ?? ""),
    },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function invalid(expected: string): Outcome<never> {
  return { ok: false, problem: { code: "invalid-input", where: "store", expected } };
}
