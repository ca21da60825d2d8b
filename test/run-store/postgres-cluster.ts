import { execFile, execFileSync } from "node:child_process";
import {
  appendFileSync,
  chownSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { postgresPath } from "./postgres-path.ts";

const run = promisify(execFile);

/** A server of its own, as durable as a real one, on a socket in a folder of its own. */
export interface PostgresCluster {
  /** As a user with a password, over the socket. */
  readonly connectionString: string;
  readonly password: string;
  /** As a crash of the server and its return. */
  crashAndReturn(): Promise<void>;
  /** As its first process being killed, and the server started anew. */
  killAndReturn(): Promise<void>;
  /** Over the network, where it listens. */
  addressed(host: string): string;
  stop(): void;
}

/** @param listen an address of this machine, and the network from which it is asked */
export function startPostgres(listen?: Listen): PostgresCluster {
  const bin = postgresPath();
  const folder = mkdtempSync(join(tmpdir(), "steelyard-postgres-"));
  const data = join(folder, "data");
  const password = "not-to-be-printed";
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const owner = ownerOfServers();
  if (owner !== undefined) {
    for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid);
  }
  const asOwner = (program: string, ...argv: readonly string[]) =>
    execFileSync(join(bin, program), argv, { ...owner, cwd: folder, stdio: "ignore" });

  asOwner("initdb", "-D", data, "-U", "steelyard", "-A", "scram-sha-256", "--pwfile", passwordFile);
  const host = listen?.address ?? "";
  if (listen !== undefined) {
    appendFileSync(join(data, "pg_hba.conf"), `host all all ${listen.network} scram-sha-256\n`);
  }
  const settings = `-c listen_addresses='${host}' -c unix_socket_directories='${folder}' -c fsync=on`;
  const control = (...argv: readonly string[]) =>
    asOwner("pg_ctl", "-D", data, "-l", join(folder, "log"), "-w", ...argv);
  control("-o", settings, "start");

  return {
    connectionString: `postgres://steelyard:${password}@/postgres?host=${encodeURIComponent(folder)}`,
    password,
    killAndReturn: async () => {
      const [first = ""] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
      process.kill(Number(first), "SIGKILL");
      /** It does not start while processes of the former one still end. */
      for (let tries = 0; ; tries++) {
        try {
          const argv = ["-D", data, "-l", join(folder, "log"), "-w", "-o", settings];
          await run(join(bin, "pg_ctl"), [...argv, "start"], { ...owner, cwd: folder });
          return;
        } catch (cause) {
          if (tries === 100) throw cause;
          await setTimeout(100);
        }
      }
    },
    addressed: (host) =>
      `postgres://steelyard:${password}@${host}/postgres?application_name=steelyard`,
    crashAndReturn: async () => {
      const argv = ["-D", data, "-l", join(folder, "log"), "-w", "-o", settings];
      await run(join(bin, "pg_ctl"), [...argv, "-m", "immediate", "restart"], {
        ...owner,
        cwd: folder,
      });
    },
    stop: () => {
      control("-m", "fast", "stop");
      rmSync(folder, { recursive: true });
    },
  };
}

interface Listen {
  readonly address: string;
  readonly network: string;
}

/** A server does not run as root: it runs as the user that Debian made for it. */
function ownerOfServers(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }).trim());
  return { uid: idOf("-u"), gid: idOf("-g") };
}
