import type { Timings } from "../../src/core/runs/attempt.ts";
import type { Cell } from "../../src/core/runs/cell.ts";
import type { FailureCode } from "../../src/core/runs/failure.ts";
import type { Run } from "../../src/core/runs/run.ts";
import type { RunStore } from "../../src/core/runs/run-store.ts";
import type { Suite } from "../../src/core/runs/suite.ts";
import { runOf } from "../../src/measure/runner/run-of.ts";
import { cellsOf } from "../../src/measure/suite/cells-of.ts";
import { keepSuite } from "../../src/measure/suite/kept-suite.ts";
import { newFile, opened } from "../run-store/opened.ts";
import { answeredOf, failedOf } from "./run-of.ts";
import { endpointOf, promptOf, suiteOf } from "./suite-of.ts";

/** What came of a cell; undefined: it is not measured yet. */
export type Came =
  | {
      readonly text: string;
      readonly score: number;
      readonly usd?: string;
      readonly ms?: number;
      readonly timings?: Partial<Timings>;
    }
  | { readonly failure: FailureCode }
  | undefined;

export interface MeasuredStore {
  readonly file: string;
  readonly store: RunStore;
  readonly run: Run;
  readonly suite: Suite;
}

/** A store in a file with one run in it, measured as told. */
export async function measuredStore(
  given: Partial<Suite>,
  cameOf: (cell: Cell) => Came,
  id?: string,
): Promise<MeasuredStore> {
  const file = newFile();
  const store = await opened(file);
  const suite = suiteOf(given);
  const named = runOf(suite, "2026-11-20T10:00:00.000Z");
  const started = { ...named, id: id ?? named.id };
  const run = { ...started, suiteHash: await keepSuite(store, started.id, suite) };
  await store.createRun(run);
  const cells = [...cellsOf(suite)];
  await store.addCells(run.id, cells);
  const grader = suite.graders[0]?.id ?? "exact";
  for (const cell of cells) {
    const came = cameOf(cell);
    if (came !== undefined) await store.finish(run.id, "w", finishedOf(cell, came, grader));
  }
  return { file, store, run, suite };
}

function finishedOf({ key }: Cell, came: NonNullable<Came>, grader: string) {
  if ("failure" in came) return failedOf(key, came.failure);
  const { text, score, usd = "0.00001", ms = 90, timings = {} } = came;
  const { attempts, result } = answeredOf(key, text);
  const answer = result.answer === null ? null : { ...result.answer, toolCalls: [] };
  const isPass = score >= 0.5;
  const because = isPass ? "it is the same" : "it is not the same";
  return {
    attempts: attempts.map((attempt) => ({
      ...attempt,
      timings: { ...attempt.timings, ...timings },
      ...(answer === null ? {} : { outcome: { ok: true, answer } as const }),
    })),
    result: {
      ...{ ...result, answer },
      ...{ usd, latencyMs: ms, ttftMs: ms / 3 },
      grades: [{ grader, version: "1", score, isPass, because }],
    },
  };
}

/** Two endpoints, graded by one grader, on so many prompts. */
export function twoEndpoints(prompts: number, more: Partial<Suite> = {}): Partial<Suite> {
  return {
    name: "laying bricks",
    prompts: Array.from({ length: prompts }, (_, i) => promptOf(`p${i}`, `How many are ${i}?`)),
    endpoints: [endpointOf("now"), endpointOf("next")],
    graders: [{ kind: "exact", id: "exact", isTrimmed: true }],
    ...more,
  };
}
