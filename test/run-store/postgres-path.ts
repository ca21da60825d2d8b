import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const debian = "/usr/lib/postgresql";
const elsewhere = ["/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql/bin", "/usr/pgsql/bin"];

/** Where to look: where somebody says, else where systems put it, the newest first. */
function places(): readonly string[] {
  const { POSTGRES_BIN } = process.env;
  if (POSTGRES_BIN) return [POSTGRES_BIN];
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  return [
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(debian, version, "bin")),
    ...elsewhere,
  ];
}

/** The folder with the programs of a server; undefined: there is none. */
export function findPostgres(): string | undefined {
  return places().find((folder) => existsSync(join(folder, "pg_ctl")));
}

/** @throws with what to install */
export function postgresPath(): string {
  const path = findPostgres();
  if (path !== undefined) return path;
  throw new Error(
    "The store of runs is tested on PostgreSQL, and there is none on this machine. " +
      "Install it (Debian: `apt-get install -y postgresql`), or name its programs: `POSTGRES_BIN=/path/to/bin npm test`.",
  );
}
