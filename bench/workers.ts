import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openCountingEndpoint } from "../test/endpoints/counting-endpoint.ts";
import { type Commanded, commanded, countedSuite } from "../test/measure/counted-suite.ts";
import { newSchema, opened } from "../test/run-store/opened.ts";
import { startPostgres } from "../test/run-store/postgres-cluster.ts";
import { twoHosts } from "./workers/two-hosts.ts";

/**
 * `npm run bench:workers`: one run on PostgreSQL, measured by one, two and three processes, and by two
 * that reach it over a network; beside what the endpoint's answers allow.
 */
const [prompts, concurrency, delayMs] = [2000, 32, 200];
const cells = 2 * prompts;
const idealEach = (concurrency * 1000) / delayMs;
const bare = fileURLToPath(new URL("workers/bare-worker.mjs", import.meta.url));
const report = new URL("../docs/benchmarks.md", import.meta.url);

interface Measured {
  readonly what: string;
  readonly workers: number;
  readonly perSecond: number;
  readonly paid: number;
  readonly paidTwice: number;
}

const load = loadavg()[0] ?? 0;
const hosts = twoHosts();
const host = hosts?.address ?? "127.0.0.1";
const server = startPostgres(hosts);
const rows: Measured[] = [];
try {
  for (const workers of [1, 2, 3]) {
    rows.push(await bareLoops(workers));
    const what = workers === 1 ? "1 process" : `${workers} processes and the one that leads`;
    const where = newSchema(server.connectionString);
    rows.push(
      await measured({ what, workers }, (folder) => [
        commanded(["measure", "suite.yaml", "--workers", String(workers)], {
          ...{ folder, store: where },
        }),
      ]),
    );
  }
  if (hosts !== undefined) {
    const where = newSchema(server.addressed(host));
    const [here = [], there = []] = hosts.through;
    rows.push(
      await measured({ what: "2 hosts: measure, and a worker", workers: 2 }, async (folder) => {
        const leader = commanded(["measure", "suite.yaml"], {
          ...{ folder, store: where, through: here },
        });
        const worker = commanded(["worker", await runIn(where)], {
          ...{ folder, store: where, through: there },
        });
        return [leader, worker];
      }),
    );
  }
} finally {
  server.stop();
  hosts?.remove();
}
const lines = table();
process.stdout.write(`${lines.join("\n")}\n`);
const text = readFileSync(report, "utf8");
const between = /(<!-- workers -->\n)[\s\S]*(<!-- end of workers -->)/;
writeFileSync(report, text.replace(between, `$1${lines.join("\n")}\n$2`));

/** The run, as soon as its cells are there. */
async function runIn(where: string): Promise<string> {
  const store = await opened(where);
  try {
    for (;;) {
      const [run] = await store.runs();
      if (run !== undefined && (await store.counts(run.id)).leased > 0) return run.id;
      await setTimeout(20);
    }
  } finally {
    await store.close();
  }
}

async function measured(
  { what, workers }: Pick<Measured, "what" | "workers">,
  start: (folder: string) => Promise<readonly Commanded[]> | readonly Commanded[],
): Promise<Measured> {
  const endpoint = await openCountingEndpoint(() => delayMs, host);
  const baseUrl = `http://${host}:${endpoint.port}/v1`;
  const folder = countedSuite({ baseUrl, prompts, concurrency });
  const processes = await start(folder);
  for (const { ended } of processes) {
    const { exitCode, stderr } = await ended;
    if (exitCode !== 0) throw new Error(stderr);
  }
  await endpoint.close();
  rmSync(folder, { recursive: true });
  const { requests } = endpoint;
  const paid = requests.length;
  const distinct = new Set(requests.map(({ asked }) => asked)).size;
  if (distinct !== cells) throw new Error(`${distinct} of ${cells} cells were asked.`);
  const row = { what, workers, paid, paidTwice: paid - distinct, perSecond: rateOf(requests) };
  process.stderr.write(`${JSON.stringify(row)}\n`);
  return row;
}

async function bareLoops(workers: number): Promise<Measured> {
  const endpoint = await openCountingEndpoint(() => delayMs, host);
  const origin = `http://${host}:${endpoint.port}`;
  const each = Math.ceil(cells / workers);
  const loops = Array.from({ length: workers }, (_, i) =>
    spawn(process.execPath, [bare, origin, `${i * each}`, `${each}`, `${concurrency}`], {
      stdio: "inherit",
    }),
  );
  await Promise.all(loops.map((loop) => once(loop, "close")));
  await endpoint.close();
  const { requests } = endpoint;
  const what = workers === 1 ? "1 bare loop, nothing kept" : `${workers} bare loops`;
  return { what, workers, paid: requests.length, paidTwice: 0, perSecond: rateOf(requests) };
}

type Requests = readonly { readonly from: string; readonly atMs: number }[];

/** Over the time in which all hosts asked: one that begins later is no slower for that. */
function rateOf(requests: Requests): number {
  const times = new Map<string, number[]>();
  for (const { from, atMs } of requests) times.set(from, [...(times.get(from) ?? []), atMs]);
  const spans = [...times.values()];
  const first = Math.max(...spans.map((each) => Math.min(...each)));
  const last = Math.min(...spans.map((each) => Math.max(...each)));
  const within = requests.filter(({ atMs }) => atMs >= first && atMs <= last).length;
  return (within * 1000) / (last - first + delayMs);
}

function table(): readonly string[] {
  const day = new Date().toISOString().slice(0, 10);
  return [
    `On ${day}, Node ${process.version}, on two cores that also ran the endpoint, PostgreSQL and other work (load ${load.toFixed(1)} before).`,
    "",
    "| measured by | cells a second | ideal | of it | requests paid | twice |",
    "|---|---:|---:|---:|---:|---:|",
    ...rows.map(({ what, workers, perSecond, paid, paidTwice }) => {
      const ideal = workers * idealEach;
      const share = ((100 * perSecond) / ideal).toFixed(0);
      return `| ${what} | ${perSecond.toFixed(0)} | ${ideal} | ${share} % | ${paid} | ${paidTwice} |`;
    }),
    ...(hosts === undefined ? ["", "Two hosts were left out: `ip netns` makes none here."] : []),
    "",
  ];
}
