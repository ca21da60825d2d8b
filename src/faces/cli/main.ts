#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildDeps } from "../../deps.ts";
import { leanProcess } from "../../measure/runner/lean-process.ts";
import { runCli } from "./run-cli.ts";

/** Three folders up from here, from `src` and from `dist` alike. */
const packageRoot = new URL("../../../", import.meta.url);

/** This file: what a process of the command line is started with. */
const command = fileURLToPath(import.meta.url);

/** Stands beside the bundle; sources have none. */
const exportThread = new URL("export-thread.js", import.meta.url);

for (const stream of [process.stdout, process.stderr]) stream.on("error", endQuietly);

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    version: versionOf(readFileSync(new URL("package.json", packageRoot), "utf8")),
  },
  {
    deps: buildDeps(new URL("dist/catalog/", packageRoot)),
    processes: {
      serve: async () => (await import("../serve/main.ts")).serve,
      export: async () => {
        const { exportSite } = await import("../export/main.ts");
        return (fields, io, deps) => exportSite(fields, io, deps, exportThread);
      },
      measure: async () => {
        const { measureSuite } = await import("../measure/main.ts");
        leanProcess();
        return (fields, io, deps) => measureSuite(fields, io, deps, command);
      },
      worker: async () => {
        const { work } = await import("../worker/main.ts");
        leanProcess();
        return work;
      },
      probe: async () => (await import("../probe/main.ts")).probe,
      "import-suite": async () => (await import("../import-suite/main.ts")).importSuite,
      "runs delete": async () => (await import("../runs/main.ts")).deleteRun,
      "runs export": async () => (await import("../runs/main.ts")).exportRun,
      "runs import": async () => (await import("../runs/main.ts")).importRun,
      "runs grade": async () => (await import("../regrade/main.ts")).gradeRun,
      mcp: async () => (await import("../mcp/main.ts")).mcp,
    },
  },
);

/** Whoever read us has read enough (`| head`): that is no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

function versionOf(manifest: string): string {
  const { version } = JSON.parse(manifest);
  return String(version);
}
