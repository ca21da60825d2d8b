import type { Cell } from "../../core/runs/cell.ts";
import { liveDecision } from "../../core/runs/live-decision.ts";
import { usualPromptsNeeded } from "../../core/runs/planned-run.ts";
import type { RunEnd, RunningDifference } from "../../core/runs/progress.ts";
import type { Grade } from "../../core/runs/result.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import type { StatedDecision, Suite } from "../../core/runs/suite.ts";
import { cellsOf } from "../suite/cells-of.ts";
import type { UsedBefore } from "./budget.ts";

/** What is known of a run while it goes on. */
export interface FollowedRun {
  /** What earlier processes did, and what it used, by endpoint. */
  readonly before: { readonly done: number; readonly usd: number; readonly used: UsedBefore };
  /** What came of a cell; a second time it says nothing new. */
  readonly learn: (cell: Cell, grades: readonly Grade[]) => void;
  /** Learns what others found out since; so many cells are leased just now. */
  readonly catchUp: (leased: number) => Promise<void>;
  readonly difference: () => RunningDifference | null;
  /** Whether the decision is certain; undefined: it is not, or there is none. */
  readonly decided: () => RunEnd | undefined;
}

interface Followed {
  readonly suite: Suite;
  readonly store: RunStore;
  readonly runId: string;
}

/** Looked for at once; a batch that is found to be nearly all there is not the last. */
const batchCells = 400;

/** Reads what was measured of a run before, and follows its decision from there. */
export async function followedRun({ suite, store, runId }: Followed): Promise<FollowedRun> {
  const { decision, repetitions } = suite;
  const live =
    decision === undefined
      ? undefined
      : liveDecision(decision, { repetitions, planned: plannedPrompts(suite, decision) });
  /** Where others measure as well: cells not known to be finished, in the order they are measured in. */
  const open = store.isShared ? new Map(openCells(suite)) : undefined;
  const learn = (cell: Cell, grades: readonly Grade[]) => {
    if (open !== undefined && !open.delete(cell.key)) return;
    const grade = grades.find(({ grader }) => grader === decision?.grader);
    live?.add(cell.endpoint, cell.prompt, grade?.score ?? null);
  };

  const used = new Map<string, { requests: number; usd: number }>();
  let [done, usd] = [0, 0];
  for await (const { cell, result } of store.measured(runId)) {
    const own = used.get(cell.endpoint) ?? { requests: 0, usd: 0 };
    own.requests += result.attempts;
    own.usd += Number(result.usd ?? 0);
    used.set(cell.endpoint, own);
    done += 1;
    usd += Number(result.usd ?? 0);
    learn(cell, result.grades);
  }
  return {
    before: { done, usd, used },
    learn,
    catchUp: async (leased) => {
      if (live === undefined || open === undefined) return;
      /** Cells are leased in their order: of the first ones, only those that are leased are open. */
      for (let found = batchCells; found > batchCells / 2; ) {
        const graded = await store.gradesOf(runId, firstOf(open, leased + batchCells));
        for (const { cell: key, grades } of graded) {
          const cell = open.get(key);
          if (cell !== undefined) learn(cell, grades);
        }
        found = graded.length;
      }
    },
    difference: () => live?.differences()[0] ?? null,
    decided: () => (suite.stopsEarly ? live?.end() : undefined),
  };
}

function* openCells(suite: Suite): Generator<readonly [string, Cell]> {
  for (const cell of cellsOf(suite)) yield [cell.key, cell];
}

function firstOf(cells: ReadonlyMap<string, Cell>, count: number): readonly string[] {
  const first: string[] = [];
  for (const key of cells.keys()) {
    if (first.length === count) break;
    first.push(key);
  }
  return first;
}

/** Prompts that the margin is expected to take; all there are, where those are fewer. */
function plannedPrompts({ prompts }: Suite, decision: StatedDecision): number {
  return Math.min(usualPromptsNeeded(decision).high, prompts.length);
}
