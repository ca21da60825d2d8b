import type { Outcome } from "../../core/problems/problem.ts";
import type { Cell } from "../../core/runs/cell.ts";
import type { RunEnd } from "../../core/runs/progress.ts";
import type { Run } from "../../core/runs/run.ts";
import { type RunReport, runTally } from "../../core/runs/run-report.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import type { Suite } from "../../core/runs/suite.ts";
import { cellsOf } from "../suite/cells-of.ts";
import { keptSuite } from "../suite/kept-suite.ts";
import { withTexts } from "./with-texts.ts";

/** What whoever measured knows besides; absent: what the store keeps. */
export interface MeasuredJustNow {
  readonly suite?: Suite;
  readonly end?: RunEnd;
}

/** What a run in a store came to so far. Texts are read of the few prompts worth reading alone. */
export async function reportOfRun(
  store: RunStore,
  run: Run,
  just: MeasuredJustNow = {},
): Promise<Outcome<RunReport>> {
  const suite =
    just.suite === undefined
      ? await keptSuite(store, run)
      : { ok: true as const, value: just.suite };
  if (!suite.ok) return suite;
  const cells = new Map(cellsOf(suite.value).map((cell) => [cell.key, cell]));
  const report = await talliedReport(store, run, {
    ...{ suite: suite.value, cells },
    end: just.end ?? (await endOf(store, run, cells)),
  });
  return { ok: true, value: await withTexts(report, { store, suite: suite.value, cells }) };
}

interface Tallied {
  readonly suite: Suite;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly end: RunEnd;
}

async function talliedReport(
  store: RunStore,
  run: Run,
  { suite, cells, end }: Tallied,
): Promise<RunReport> {
  const tally = runTally(suite, cells);
  for await (const result of store.results(run.id)) tally.add(result);
  for await (const { attempt } of store.attempts(run.id)) {
    if (attempt !== null) tally.addAttempt(attempt);
  }
  return tally.report(run, end);
}

async function endOf(
  store: RunStore,
  { id }: Run,
  cells: ReadonlyMap<string, Cell>,
): Promise<RunEnd> {
  const { answered, failed } = await store.counts(id);
  return { kind: answered + failed >= cells.size ? "complete" : "unfinished" };
}
