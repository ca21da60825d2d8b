import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findPostgres, postgresPath } from "../test/run-store/postgres-path.ts";

/** A bare machine gets the server that tests need, where we may install it; else it is told what to do. */
const { POSTGRES_BIN } = process.env;
const isOurs = process.getuid?.() === 0 && POSTGRES_BIN === undefined;
if (findPostgres() === undefined && isOurs && existsSync("/usr/bin/apt-get")) {
  process.stderr.write("Runs are tested on PostgreSQL, which is not here: installing it.\n");
  for (const argv of [["update"], ["install", "-y", "--no-install-recommends", "postgresql"]]) {
    spawnSync("apt-get", argv, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
}
try {
  postgresPath();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
