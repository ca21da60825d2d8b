import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../scripts/cache-folder.ts";
import { openConnection } from "../../src/store/runs/sqlite/connection.ts";
import type { PlacedJob } from "./job.ts";
import type { Command } from "./timed-run.ts";

const version = "0.123.1";

/** Installed once, outside this repository, with the Node that it asks for. */
export function installedPromptfoo(): string {
  const folder = cacheFolder(`promptfoo-${version}`);
  if (existsSync(join(folder, "node_modules/.bin/promptfoo"))) return folder;
  process.stderr.write(`Installing promptfoo ${version} into ${folder}: some minutes, once.\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const packages = ["node@22", `promptfoo@${version}`];
  execFileSync("npm", ["install", ...packages, "--force", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return folder;
}

const keptIn = ({ folder }: PlacedJob) => join(folder, "promptfoo");

export const promptfoo = {
  title: `promptfoo ${version}`,
  command: (job: PlacedJob): Command => {
    const modules = join(installedPromptfoo(), "node_modules");
    const config = join(job.folder, "config.json");
    writeFileSync(config, JSON.stringify(configOf(job)));
    const flags = ["--no-cache", "--no-table", "--no-progress-bar", "--no-share"];
    return {
      argv: [
        ...[join(modules, "node/bin/node"), join(modules, ".bin/promptfoo"), "eval", "-c", config],
        ...["-j", String(job.concurrency), ...flags],
      ],
      cwd: job.folder,
      env: {
        ...{ PROMPTFOO_DISABLE_TELEMETRY: "1", PROMPTFOO_DISABLE_UPDATE: "1", CI: "1" },
        ...{ PROMPTFOO_DISABLE_REMOTE_GENERATION: "1", PROMPTFOO_DISABLE_SHARING: "1" },
        PROMPTFOO_CONFIG_DIR: keptIn(job),
      },
      /** Some answers are wrong, and it says so. */
      okCodes: [0, 100],
    };
  },
  keptP50Ms: async (job: PlacedJob) => {
    const database = await openConnection(join(keptIn(job), "promptfoo.db"));
    const rows = database.prepare("SELECT latency_ms FROM eval_results ORDER BY 1").raw().all();
    database.close();
    const middle = rows[Math.floor(rows.length / 2)];
    return Number(Array.isArray(middle) ? middle[0] : Number.NaN);
  },
};

function configOf({ baseUrl, cases }: PlacedJob) {
  const lines = readFileSync(cases, "utf8").trim().split("\n");
  const providers = ["mock-a", "mock-b"].map((model) => ({
    id: `openai:chat:${model}`,
    config: { apiBaseUrl: baseUrl, apiKey: "none", temperature: 0 },
  }));
  const tests = lines.map((line) => {
    const { text, expected } = JSON.parse(line);
    return { vars: { text }, assert: [{ type: "contains", value: expected }] };
  });
  return { prompts: ["{{text}}"], providers, tests };
}
