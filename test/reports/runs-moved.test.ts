import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { Cell } from "../../src/core/runs/cell.ts";
import type { Suite } from "../../src/core/runs/suite.ts";
import { buildDeps } from "../../src/deps.ts";
import { gradeRun } from "../../src/faces/regrade/main.ts";
import { deleteRun, exportRun, importRun } from "../../src/faces/runs/main.ts";
import { readSuite } from "../../src/measure/suite/read-suite.ts";
import { type Came, measuredStore, twoEndpoints } from "../builders/measured-store.ts";
import { evidenceOf } from "../builders/run-of.ts";
import { runLine } from "../cli/run-line.ts";
import { newFile, opened } from "../run-store/opened.ts";

const folder = () => mkdtempSync(join(tmpdir(), "steelyard-moved-"));

const saysItsNumber = ({ prompt, endpoint }: Cell): Came => ({
  text: endpoint === "now" ? prompt.slice(1) : "7",
  score: 1,
});

/** A store nobody holds open, and the command line over it. */
async function storeWith(given: Partial<Suite> = twoEndpoints(8)) {
  const { store, file, run, suite } = await measuredStore(given, saysItsNumber);
  await store.keepEvidence(evidenceOf(run.id));
  await store.close();
  const { runs } = buildDeps();
  const line = (...argv: readonly string[]) =>
    runLine([...argv, "--store", file], {
      deps: { runs },
      processes: {
        "runs delete": async () => deleteRun,
        "runs export": async () => exportRun,
        "runs import": async () => importRun,
        "runs grade": async () => gradeRun,
      },
    });
  return { file, run: run.id, suite, line };
}

describe("a run in a store", () => {
  test("is deleted with what it said of models, once", async () => {
    const { line, run } = await storeWith();
    expect((await line("runs", "--format", "json")).stdout).toContain(run);
    expect(await line("runs", "delete", run)).toEqual({
      exitCode: 0,
      stdout: `Deleted ${run}: 16 results, its suite and exchanges, what it said of models.\n`,
      stderr: "",
    });
    expect(JSON.parse((await line("runs", "--format", "json")).stdout).runs).toEqual([]);
    const again = await line("runs", "delete", run);
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toContain(`There is no run ${run} in `);
  });

  test.each(["run.jsonl", "run.jsonl.gz"])("goes by %s into another store", async (name) => {
    const { line, run } = await storeWith();
    const file = join(folder(), name);
    expect((await line("runs", "export", run, file)).stdout).toMatch(/: 2\d lines\./);
    expect(statSync(file).mode & 0o077).toBe(0);
    const text = readFileSync(file);
    const first = (name.endsWith(".gz") ? gunzipSync(text) : text).toString("utf8").split("\n")[0];
    expect(JSON.parse(first ?? "")).toMatchObject({ kind: "run", run: { id: run } });

    const other = newFile();
    const taken = await line("runs", "import", file, "--store", other);
    expect(taken).toMatchObject({ exitCode: 0, stderr: "" });
    expect(taken.stdout).toContain(`Took over ${run}: 16 cells, 16 results, 2 payloads.`);
    const shown = async (store: string) =>
      (await line("run", run, "--format", "json", "--store", store)).stdout;
    const there = JSON.parse(await shown(other));
    expect(there).toMatchObject({ run, done: 16 });
  });

  test("is not written over a file, nor written in part", async () => {
    const { line, run } = await storeWith();
    const file = join(folder(), "run.jsonl");
    writeFileSync(file, "mine");
    const refused = await line("runs", "export", run, file);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain("is in the way");
    expect(readFileSync(file, "utf8")).toBe("mine");
    const nowhere = await line("runs", "export", run, join(folder(), "no", "such", "folder.jsonl"));
    expect(nowhere.exitCode).toBe(3);
    const unknown = await line("runs", "export", "nobody", `${file}.2`);
    expect(unknown.exitCode).toBe(2);
    expect(existsSync(`${file}.2`)).toBe(false);
  });

  test.each([
    ["no lines of ours", "run.jsonl", Buffer.from("id,score\n"), "a line of an exported run"],
    ["cut short", "run.jsonl", Buffer.from('{"kind":"run"}'), "an exported run"],
    ["not packed though it says so", "run.jsonl.gz", Buffer.from("plain"), "header"],
    [
      "packed and cut",
      "run.jsonl.gz",
      gzipSync(Buffer.alloc(9999, "x")).subarray(0, 20),
      "end of file",
    ],
    ["one endless line", "run.jsonl.gz", gzipSync(Buffer.alloc(70_000_000, "x")), "characters"],
  ])("is not made of a file that is %s", async (_, name, bytes, words) => {
    const { line } = await storeWith();
    const file = join(folder(), name);
    writeFileSync(file, bytes);
    const refused = await line("runs", "import", file);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain(words);
  });
});

describe("the answers of a run", () => {
  /** The same as the run was measured with, but graded by numbers. */
  async function suiteFile(suite: Suite, graders: readonly object[], more: object = {}) {
    const file = join(folder(), "suite.yaml");
    const endpoints = suite.endpoints.map(({ id, baseUrl, model, parameters }) => ({
      ...{ id, baseUrl, model, parameters },
    }));
    const prompts = suite.prompts.map(({ id, messages }) => ({
      id,
      messages,
      expected: id.slice(1),
    }));
    writeFileSync(file, stringify({ name: suite.name, endpoints, prompts, graders, ...more }));
    const read = await readSuite(file);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    return file;
  }

  test("are graded by another grader without a request, and are reported by it from then on", async () => {
    const { line, run, suite } = await storeWith();
    const file = await suiteFile(suite, [{ id: "number", kind: "numeric" }]);
    const graded = await line("runs", "grade", run, "--suite", file);
    expect(graded.stderr).toBe("");
    expect(graded.stdout).toBe(
      `Graded 16 answers of ${run} anew: 16 are graded otherwise. No request went to its endpoints.\n`,
    );
    const report = JSON.parse((await line("run", run, "--format", "json")).stdout);
    const [now, next] = report.endpoints;
    expect(now.quality).toMatchObject([{ grader: "number", share: 1 }]);
    expect(next.quality).toMatchObject([{ grader: "number", share: 1 / 8 }]);
    const again = await line("runs", "grade", run);
    expect(again.stdout).toContain("no grade is another");
  });

  test("keep the run's say of models in step, on the day it was measured", async () => {
    const { line, run, suite, file } = await storeWith();
    await line("runs", "grade", run, "--suite", await suiteFile(suite, [{ kind: "numeric" }]));
    const store = await opened(file);
    const [evidence] = await store.evidence();
    await store.close();
    expect(evidence).toMatchObject({ run, measuredOn: "2026-11-20" });
    expect(evidence?.pairs).toMatchObject([{ a: "now", b: "next", difference: -7 / 8 }]);
  });

  test("are not graded by a suite that asks something else", async () => {
    const { line, run, suite } = await storeWith();
    const shorter = { ...suite, prompts: suite.prompts.slice(0, 3) };
    const file = await suiteFile(shorter, [{ kind: "numeric" }]);
    const refused = await line("runs", "grade", run, "--suite", file);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain("only graders and what is expected may differ");
    const report = JSON.parse((await line("run", run, "--format", "json")).stdout);
    expect(report).toMatchObject({ prompts: 8, done: 16 });
  });

  test("ask nobody and run nothing by what a store keeps, which may come from anywhere", async () => {
    const judge = twoEndpoints(1).endpoints?.[0];
    if (judge === undefined) throw new Error("no endpoint");
    const asking = {
      id: "j",
      kind: "judge",
      judge,
      mode: "rubric",
      rubric: "?",
      atLeast: 1,
    } as const;
    const { line, run } = await storeWith({ ...twoEndpoints(2), graders: [asking] });
    const refused = await line("runs", "grade", run);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain("its grader j asks others or runs code");
  });
});
