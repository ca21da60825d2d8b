import type { RunEnd } from "../../core/runs/progress.ts";
import type { Run } from "../../core/runs/run.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import type { Suite } from "../../core/runs/suite.ts";
import { canonicalJson } from "../canonical-json.ts";
import { cellsOf } from "../suite/cells-of.ts";
import { keepSuite } from "../suite/kept-suite.ts";

interface StartRun {
  readonly store: RunStore;
  readonly suite: Suite;
  readonly run: Run;
}

/**
 * Puts a run into the store with its suite and cells, or goes on with the one that is there: with the
 * limits that the suite states now, so that an end by earlier ones is taken back.
 *
 * @returns the end that stands: what was to be decided is, and nothing more is asked
 */
export async function startRun({ store, suite, run }: StartRun): Promise<RunEnd | undefined> {
  const { id, settings } = run;
  const there = await store.run(id);
  const suiteHash = await keepSuite(store, id, suite);
  if (there === undefined) await store.createRun({ ...run, suiteHash });
  else if (there.suiteHash !== suiteHash) await store.updateRun({ ...there, settings, suiteHash });
  await store.addCells(id, cellsOf(suite));
  const ended = await store.ended(id);
  if (ended === undefined) return undefined;
  const isDecided = ended.kind === "decided" || ended.kind === "futile";
  const isAskedAgain = canonicalJson(there?.settings) === canonicalJson(settings);
  if (isDecided && isAskedAgain && suite.stopsEarly) return ended;
  await store.reopenRun(id);
  return undefined;
}
