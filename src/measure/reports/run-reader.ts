import { type ResultFile, resultFile, type ScoredResult } from "../../core/paired/scored-result.ts";
import { type ProbeReport, probeReport } from "../../core/probes/probe-report.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import type { CellResult } from "../../core/runs/result.ts";
import type { Run } from "../../core/runs/run.ts";
import { listedRun, type RunReader } from "../../core/runs/run-reader.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import { csvOfRun, junitOfRun } from "./cells-of-run.ts";
import { type OpenedRun, openedRun } from "./opened-run.ts";
import { reportOf } from "./report-of-run.ts";

/** Reads what runs in a store came to. */
export function runReader(store: RunStore, name: string): RunReader {
  const found = async (id: string): Promise<Outcome<Run>> => {
    const run = await store.run(id);
    return run === undefined
      ? { ok: false, problem: { code: "run-not-found", run: id, store: name } }
      : { ok: true, value: run };
  };
  const opened = async (id: string): Promise<Outcome<OpenedRun>> => {
    const run = await found(id);
    return run.ok ? openedRun(store, run.value) : run;
  };
  return {
    store: name,
    list: async () => {
      const counting = new Set((await store.evidence()).map(({ run }) => run));
      const listed = [];
      for (const run of await store.runs()) {
        const [counts, spend] = [await store.counts(run.id), await store.spend(run.id)];
        listed.push(listedRun(run, { counts, spend, isEvidence: counting.has(run.id) }));
      }
      return listed;
    },
    report: async (id) => {
      const run = await found(id);
      if (!run.ok) return run;
      if (run.value.kind === "probe") return probesOf(store, run.value);
      const suite = await openedRun(store, run.value);
      return suite.ok ? { ok: true, value: await reportOf(suite.value) } : suite;
    },
    cells: async function* (report, format) {
      const run = await opened(report.run);
      if (!run.ok) return;
      yield* format === "csv" ? csvOfRun(run.value) : junitOfRun(run.value, report);
    },
    results: async (id) => {
      const run = await opened(id);
      return run.ok ? { ok: true, value: await resultsOf(run.value) } : run;
    },
    close: () => store.close(),
  };
}

/** What a session of probes found out. */
async function probesOf(store: RunStore, run: Run): Promise<Outcome<ProbeReport>> {
  const results: CellResult[] = [];
  for await (const result of store.results(run.id)) results.push(result);
  const report = probeReport(run, results);
  return report === undefined
    ? { ok: false, problem: { code: "suite-not-kept", run: run.id } }
    : { ok: true, value: report };
}

/** `pass`: every grader passes; beside it the score of each. */
async function resultsOf({ store, run, suite }: OpenedRun): Promise<ResultFile> {
  const clusters = new Map(suite.prompts.map(({ id, cluster }) => [id, cluster]));
  const results: ScoredResult[] = [];
  for await (const { cell, result } of store.measured(run.id)) {
    const { prompt, endpoint } = cell;
    const { grades } = result;
    const pass = grades.every(({ isPass }) => isPass) ? 1 : 0;
    const own = grades.map(({ grader, score }) => [grader, score] as const);
    results.push({
      ...{ prompt, endpoint, cluster: clusters.get(prompt) },
      scores: grades.length === 0 ? {} : Object.fromEntries([["pass", pass], ...own]),
    });
  }
  return resultFile(`run:${run.id}`, "steelyard", results);
}
