import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { RunStore } from "../src/core/runs/run-store.ts";
import { answeredOf, cellsOf, runOf } from "../test/builders/run-of.ts";
import { newFile, newSchema, opened } from "../test/run-store/opened.ts";
import { startPostgres } from "../test/run-store/postgres-cluster.ts";

const worker = fileURLToPath(new URL("run-store-worker.ts", import.meta.url));
const text = "An answer of about a kilobyte and a half. ".repeat(30);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Runs on this machine alone, with nothing else beside it; files and server lie in the same temporary folder. */
const server = startPostgres();
try {
  say(`a finished cell is ${JSON.stringify(answeredOf("c0", text).attempts).length} bytes`);
  await benchWriting("SQLite", newFile(), 2000);
  await benchWriting("PostgreSQL", newSchema(server.connectionString), 1000);
  await benchReading("SQLite", newFile());
  await benchReading("PostgreSQL", newSchema(server.connectionString));
  for (const workers of [1, 2, 3]) await benchWorkers(workers, 20_000);
} finally {
  server.stop();
}

async function benchWriting(engine: string, where: string, alone: number): Promise<void> {
  const store = await opened(where);
  const grouped = 20_000;
  await store.createRun(runOf("r"));
  const cells = await rate(50_000, () => store.addCells("r", cellsOf(50_000)));
  say(`${engine}: cells added a second: ${cells}`);
  const each = await rate(alone, async () => {
    for (let i = 0; i < alone; i++) await store.finish("r", "w", answeredOf(`c${i}`, text));
  });
  say(`${engine}: finished a second, one after the other: ${each}`);
  for (const inFlight of [32, 128]) {
    const from = inFlight === 32 ? alone : alone + grouped;
    const together = await rate(grouped, () =>
      finishAll(store, { from, count: grouped, inFlight }),
    );
    say(`${engine}: finished a second, ${inFlight} in flight: ${together}`);
  }
  await store.close();
}

interface Finishing {
  readonly from: number;
  readonly count: number;
  readonly inFlight: number;
}

async function finishAll(store: RunStore, { from, count, inFlight }: Finishing): Promise<void> {
  let next = from;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (next < from + count) await store.finish("r", "w", answeredOf(`c${next++}`, text));
    }),
  );
}

async function benchReading(engine: string, where: string): Promise<void> {
  const store = await opened(where);
  const count = 100_000;
  await store.createRun(runOf("r"));
  await store.addCells("r", cellsOf(count));
  await finishAll(store, { from: 0, count, inFlight: 200 });
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  let read = 0;
  const each = await rate(count, async () => {
    for await (const _ of store.results("r")) {
      if (read++ % 1000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
  });
  const grown = Math.round((peak - before) / 1024 / 1024);
  say(`${engine}: results read a second, of ${read}: ${each}; memory grows by ${grown} MB`);
  const counted = await msOf(() => store.counts("r"));
  const spent = await msOf(() => store.spend("r"));
  say(`${engine}: counts in ${counted.toFixed(0)} ms, spend in ${spent.toFixed(0)} ms`);
  say(`${engine}: deleted in ${(await msOf(() => store.deleteRun("r"))).toFixed(0)} ms`);
  await store.close();
}

async function benchWorkers(workers: number, count: number): Promise<void> {
  const where = newSchema(server.connectionString);
  const store = await opened(where);
  await store.createRun(runOf("r"));
  await store.addCells("r", cellsOf(count));
  const children = Array.from({ length: workers }, (_, i) =>
    spawn(process.execPath, ["--import", "tsx", worker, where, `w${i}`], {
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  await Promise.all(children.map(({ stdout }) => once(stdout, "data")));
  const ended = children.map((child) => once(child, "exit"));
  const each = await rate(count, async () => {
    for (const { stdin } of children) stdin.end("go");
    await Promise.all(ended);
  });
  const { answered } = await store.counts("r");
  say(
    `PostgreSQL: leased, begun and finished a second by ${workers} workers: ${each.replace(/ .*/, "")} (${answered} done)`,
  );
  await store.close();
}

/** So many a second, and what each takes of this process: the figure that a busy machine does not change. */
async function rate(count: number, work: () => Promise<unknown>): Promise<string> {
  const before = process.cpuUsage();
  const ms = await msOf(work);
  const { user, system } = process.cpuUsage(before);
  return `${((count / ms) * 1000).toFixed(0)} (${((user + system) / count).toFixed(0)} µs CPU each)`;
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
