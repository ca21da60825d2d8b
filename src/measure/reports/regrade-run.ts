import type { Outcome } from "../../core/problems/problem.ts";
import type { Regraded } from "../../core/report/run-moves.ts";
import type { Cell } from "../../core/runs/cell.ts";
import type { CellResult, Grade } from "../../core/runs/result.ts";
import type { Run } from "../../core/runs/run.ts";
import type { GradedCell, RunStore } from "../../core/runs/run-store.ts";
import type { Suite } from "../../core/runs/suite.ts";
import type { OpenGraders } from "../graders/open-graders.ts";
import { cellsOf } from "../suite/cells-of.ts";
import { keepSuite } from "../suite/kept-suite.ts";

export interface RegradeRun {
  readonly store: RunStore;
  readonly run: Run;
  /** With the graders, and what they expect, as they are to be from now on. */
  readonly suite: Suite;
  readonly graders: Pick<OpenGraders, "grade">;
  readonly onProgress: (done: number) => void;
}

/** Grades that are kept together: of all of them or of none. */
const pageSize = 64;

/**
 * Grades the answers of a run anew. The suite is kept with the run before the first grade is: whoever
 * is interrupted starts over and ends where it would have.
 */
export async function regradeRun({
  store,
  run,
  suite,
  graders,
  onProgress,
}: RegradeRun): Promise<Outcome<Regraded>> {
  const cells = new Map([...cellsOf(suite)].map((cell) => [cell.key, cell]));
  const stranger = await strangerIn(store, run, cells);
  if (stranger !== undefined) return anotherSuite(suite, run);
  const suiteHash = await keepSuite(store, run.id, suite);
  if (suiteHash !== null) await store.replaceSuite(run.id, suiteHash);
  const prompts = new Map(suite.prompts.map((prompt) => [prompt.id, prompt]));
  let [results, changed, ungraded] = [0, 0, 0];
  let because: string | null = null;

  const regraded = async ({ cell, answer, grades }: CellResult): Promise<GradedCell> => {
    const prompt = prompts.get(cells.get(cell)?.prompt ?? "");
    if (prompt === undefined || answer === null) return { cell, grades: [] };
    results += 1;
    const made: Grade[] = [];
    for (const grading of await graders.grade(prompt, answer)) {
      if (grading.isGraded) made.push(grading.grade);
      else if (grading.why === "grader-failed") {
        ungraded += 1;
        because ??= `${grading.grader}: ${grading.because}`;
      }
    }
    if (!isSame(made, grades)) changed += 1;
    return { cell, grades: made };
  };

  for await (const page of pagesOf(store.results(run.id))) {
    await store.regrade(run.id, await Promise.all(page.map(regraded)));
    onProgress(results);
  }
  return { ok: true, value: { run: run.id, results, changed, ungraded, because } };
}

/** A result whose cell the suite does not ask for. */
async function strangerIn(
  store: RunStore,
  { id }: Run,
  cells: ReadonlyMap<string, Cell>,
): Promise<string | undefined> {
  for await (const { cell } of store.results(id)) if (!cells.has(cell)) return cell;
  return undefined;
}

function anotherSuite({ file }: Suite, { id }: Run): Outcome<never> {
  const expected = `the prompts, endpoints and parameters that ${id} was measured with; only graders and what is expected may differ`;
  return { ok: false, problem: { code: "file-invalid", file, expected } };
}

function isSame(a: readonly Grade[], b: readonly Grade[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function* pagesOf(results: AsyncIterable<CellResult>): AsyncGenerator<readonly CellResult[]> {
  let page: CellResult[] = [];
  for await (const result of results) {
    page.push(result);
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
