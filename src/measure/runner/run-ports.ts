import type { Answer, Usage } from "../../core/runs/attempt.ts";
import type { RunEnd } from "../../core/runs/progress.ts";
import type { Prompt } from "../../core/runs/prompt.ts";
import type { CellResult, Grade } from "../../core/runs/result.ts";
import type { LeasedCell, RunStore } from "../../core/runs/run-store.ts";
import type { Load } from "../../core/runs/suite.ts";
import type { Random } from "../../core/stats/random.ts";
import type { Asker } from "./asker.ts";
import type { Budget } from "./budget.ts";

/** What a worker needs to drain a run. */
export interface RunPorts {
  readonly store: RunStore;
  readonly runId: string;
  readonly worker: string;
  readonly prompts: ReadonlyMap<string, Prompt>;
  readonly askers: ReadonlyMap<string, Asker>;
  readonly load: Load;
  readonly random: Random;
  readonly budget: Budget;
  readonly keepsExchanges: boolean;
  readonly grade: (prompt: Prompt, answer: Answer) => Promise<readonly Grade[]>;
  /** As decimal text; null: no price is known. */
  readonly usdOf: (endpoint: string, usage: Usage) => string | null;
  readonly clock: RunClock;
  /** Told of every cell that is done; an end it answers with is the end of the run. */
  readonly onDone: (done: DoneCell) => RunEnd | undefined;
  /** Nothing more is begun when it is aborted; what is under way is finished. */
  readonly stopping: AbortSignal;
  /** What is under way is given up as well. */
  readonly giveUp: AbortSignal;
}

export interface RunClock {
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface DoneCell {
  readonly cell: LeasedCell;
  readonly result: CellResult;
  readonly underWay: number;
}
