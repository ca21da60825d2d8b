import { cellRow, cellRowHead } from "../../core/report/run/cell-row.ts";
import {
  junitCase,
  junitDecision,
  junitFoot,
  junitHead,
  junitSuiteFoot,
  junitSuiteHead,
  noCases,
  withCase,
} from "../../core/report/run/junit.ts";
import type { Cell } from "../../core/runs/cell.ts";
import type { CellResult } from "../../core/runs/result.ts";
import type { RunReport } from "../../core/runs/run-report.ts";
import type { OpenedRun } from "./opened-run.ts";

/** A table with a row for each cell that was measured, piece by piece. */
export async function* csvOfRun({ store, run, suite }: OpenedRun): AsyncGenerator<string> {
  const graders = suite.graders.map(({ id }) => id);
  const models = new Map(suite.endpoints.map(({ id, model }) => [id, model]));
  const clusters = new Map(suite.prompts.map(({ id, cluster }) => [id, cluster]));
  yield cellRowHead(graders);
  for await (const { cell, result } of store.measured(run.id)) {
    const model = models.get(cell.endpoint) ?? "";
    yield cellRow({ cell, model, cluster: clusters.get(cell.prompt) }, result, graders);
  }
}

/**
 * Every answer as a test case, a suite of cases an endpoint, and the decision as cases of its own. An
 * endpoint's numbers stand before its cases: its results are read twice, and never held.
 */
export async function* junitOfRun(opened: OpenedRun, report: RunReport): AsyncGenerator<string> {
  const { run, suite } = opened;
  yield junitHead;
  const decision = junitDecision(report, 0);
  yield decision;
  const first = decision === "" ? 0 : 1;
  for (const [index, { id }] of suite.endpoints.entries()) {
    let counts = noCases;
    for await (const { result } of resultsOf(opened, id)) counts = withCase(counts, result);
    const of = { place: first + index, name: id, of: suite.name, createdAt: run.createdAt };
    yield junitSuiteHead({ ...of, counts });
    for await (const { cell, result } of resultsOf(opened, id)) yield junitCase(cell, result);
    yield junitSuiteFoot;
  }
  yield junitFoot;
}

async function* resultsOf(
  { store, run }: OpenedRun,
  endpoint: string,
): AsyncGenerator<{ readonly cell: Cell; readonly result: CellResult }> {
  for await (const { cell, result } of store.measured(run.id)) {
    if (cell.endpoint === endpoint) yield { cell, result };
  }
}
