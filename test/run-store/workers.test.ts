import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, inject, onTestFinished, test } from "vitest";
import type { RunStore } from "../../src/core/runs/run-store.ts";
import { openFaultyEndpoint } from "../endpoints/faulty-endpoint.ts";
import { secretKey, suiteIn } from "../measure/measured.ts";
import { newSchema, opened } from "./opened.ts";

const paced = "[[paced:20]]";
const prompts = (count: number, marker = paced) =>
  Array.from({ length: count }, (_, i) => ({ id: `p${i}`, text: `${marker} number ${i}` }));

/** A suite of two endpoints on a store of its own. */
async function suiteOf(rest: object = {}, asked = prompts(60)) {
  const endpoint = await openFaultyEndpoint();
  onTestFinished(endpoint.close);
  const common = { baseUrl: endpoint.baseUrl, keyVariable: "TEST_KEY" };
  const suite = {
    name: "Several",
    endpoints: ["a", "b"].map((id) => ({ id, model: `model-${id}`, ...common })),
    files: ["prompts.jsonl"],
    graders: [{ kind: "regex", pattern: "." }],
    load: { concurrency: 4 },
    ...rest,
  };
  const where = newSchema(inject("postgres"));
  return { where, seen: endpoint.seen, ...suiteIn(suite, asked, where) };
}

/** The run, once somebody has begun it. */
async function begun(where: string) {
  const store = await opened(where);
  onTestFinished(store.close);
  for (;;) {
    const [run] = await store.runs();
    if (run !== undefined && (await store.counts(run.id)).answered > 4) return { store, run };
    await setTimeout(20);
  }
}

async function workersOf(store: RunStore, run: string): Promise<ReadonlySet<string>> {
  const workers = new Set<string>();
  for await (const { worker } of store.attempts(run)) workers.add(worker);
  return workers;
}

test("several processes measure a run once, and one of them tells how far it is", async () => {
  const { where, seen, measure } = await suiteOf();
  const { stdout, stderr, exitCode } = await measure("--workers", "3", "--format", "json");
  expect(exitCode).toBe(0);
  for (const secret of [secretKey, "not-to-be-printed"]) {
    expect(stdout + stderr).not.toContain(secret);
  }
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ end: { kind: "complete" }, done: 120, cells: 120 });
  expect(seen).toHaveLength(120);
  const store = await opened(where);
  expect((await workersOf(store, report.run)).size).toBeGreaterThan(1);
  await store.close();
});

test("a worker on another host takes part in a run by its name alone, and its leader counts it", async () => {
  const { where, seen, begin, start } = await suiteOf();
  const leader = begin("--format", "json");
  const { store, run } = await begun(where);
  const { ended } = start("worker", run.id);
  const worker = await ended;
  expect(worker.exitCode).toBe(0);
  expect(worker.stdout).toMatch(/^\d+ cells of several-\w+ measured here\. None is left\.\n$/);
  const report = JSON.parse((await leader.ended).stdout);
  expect(report).toMatchObject({ end: { kind: "complete" }, done: 120 });
  expect(seen).toHaveLength(120);
  expect((await workersOf(store, run.id)).size).toBe(2);
});

test("a limit holds over all of them", async () => {
  const limits = { requests: 50, perEndpoint: { a: { requests: 40 } } };
  const { seen, measure } = await suiteOf({ limits });
  const { stdout } = await measure("--workers", "3");
  expect(stdout).toContain("It ended at the limit of requests");
  expect(seen).toHaveLength(50);
  expect((await measure()).stdout).toContain("It ended at the limit of requests");
  expect(seen).toHaveLength(50);
});

test("an interruption lets all of them finish what is under way; the same command goes on", async () => {
  const { seen, where, begin, measure } = await suiteOf();
  const leader = begin("--workers", "2");
  await begun(where);
  leader.child.kill("SIGINT");
  const { stdout, exitCode } = await leader.ended;
  expect(exitCode).toBe(0);
  expect(stdout).toContain("It was interrupted: the same command goes on.");
  expect(stdout).toContain(`${seen.length} of 120 cells measured`);
  expect((await measure()).stdout).toContain("120 of 120 cells measured");
  expect(seen).toHaveLength(120);
});

test("a decision ends the run for all of them", async () => {
  const decision = { baseline: "a", notWorseByPoints: 25, cheaper: false };
  const asked = prompts(300, "[[paced:20]]");
  const { seen, measure } = await suiteOf({ decision, earlyStop: true }, asked);
  const { stdout, exitCode } = await measure("--workers", "2");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("It ended early");
  expect(seen.length).toBeLessThan(600);
  const paid = seen.length;
  expect((await measure()).stdout).toContain("It ended early");
  expect(seen).toHaveLength(paid);
});

test("workers whose leader is killed finish what is under way, and send nothing more", async () => {
  const { where, seen, begin } = await suiteOf();
  const leader = begin("--workers", "2");
  const { store, run } = await begun(where);
  leader.child.kill("SIGKILL");
  await leader.ended;
  let paid = -1;
  while (paid < seen.length || (await store.counts(run.id)).leased > 0) {
    paid = seen.length;
    await setTimeout(500);
  }
  expect(await store.counts(run.id)).toMatchObject({ leased: 0, answered: paid });
  expect(paid).toBeLessThan(120);
});

test.each<readonly [words: readonly string[], said: string, because: string]>([
  [["worker", "nobody-0123456789"], "There is no run nobody-0123456789", "because it is not there"],
  [
    ["worker", "r", "--store", "runs.db"],
    "Expected a connection string of PostgreSQL",
    "because a file has one process",
  ],
  [
    ["measure", "suite.yaml", "--store", "runs.db", "--workers", "2"],
    "Several processes measure into PostgreSQL",
    "because a file has one process",
  ],
  [["measure", "suite.yaml", "--workers", "0"], "from 1 to 64", "because none measures nothing"],
])("is refused before anything is sent: %j", async (words, said) => {
  const { where, seen, start } = await suiteOf();
  await (await opened(where)).close();
  const { stdout, stderr, exitCode } = await start(...words).ended;
  expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 2 });
  expect(stderr).toContain(said);
  expect(seen).toHaveLength(0);
});

test("a worker that lacks a module that grades says which, and where to put it", async () => {
  const graders = [{ kind: "module", id: "own", path: "own.mjs" }];
  const { folder, where, begin, start } = await suiteOf({ graders });
  writeFileSync(join(folder, "own.mjs"), "export const grade = () => true;");
  const leader = begin();
  const { run } = await begun(where);
  const elsewhere = ["worker", run.id, "--suite-folder"];
  const lacking = await start(...elsewhere, "/nowhere").ended;
  expect(lacking.exitCode).toBe(2);
  expect(lacking.stderr).toContain("The grader own needs /nowhere/own.mjs");
  expect((await start(...elsewhere, folder).ended).exitCode).toBe(0);
  expect((await leader.ended).exitCode).toBe(0);
});
