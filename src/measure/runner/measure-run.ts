import type { Outcome } from "../../core/problems/problem.ts";
import type { Cell } from "../../core/runs/cell.ts";
import type { UsdOf } from "../../core/runs/endpoint-prices.ts";
import { liveDecision } from "../../core/runs/live-decision.ts";
import { usualPromptsNeeded } from "../../core/runs/planned-run.ts";
import type { Progress, RunEnd } from "../../core/runs/progress.ts";
import type { CellResult } from "../../core/runs/result.ts";
import type { Run } from "../../core/runs/run.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import { runWatch } from "../../core/runs/run-watch.ts";
import type { StatedDecision, Suite } from "../../core/runs/suite.ts";
import { seededRandom } from "../../core/stats/random.ts";
import type { Usd } from "../../core/units.ts";
import { type Clock, systemClock } from "../exchange/clock.ts";
import type { Environment } from "../exchange/endpoint-access.ts";
import { openGraders } from "../graders/open-graders.ts";
import { budgetOf } from "./budget.ts";
import { endpointAskers } from "./endpoint-askers.ts";
import { judgeOf } from "./judge-of.ts";
import { runCells } from "./run-cells.ts";
import { warmUp } from "./warm-up.ts";

export interface MeasureRun {
  readonly suite: Suite;
  readonly run: Run;
  readonly cells: readonly Cell[];
  readonly store: RunStore;
  readonly usdOf: UsdOf;
  /** What a request is expected to cost, by endpoint, before any has. */
  readonly expectedUsd: ReadonlyMap<string, Usd>;
  /** Where keys are found, by the names that endpoints state. */
  readonly environment: Environment;
  /** Who measures, among several that drain one run. */
  readonly worker: string;
  readonly isCodeAllowed: boolean;
  readonly onProgress: (progress: Progress) => void;
  readonly stopping: AbortSignal;
  readonly giveUp: AbortSignal;
  readonly clock?: Clock;
}

/** Measures what is left of a run. Keys and graders are looked at before anything is sent. */
export async function measureRun(options: MeasureRun): Promise<Outcome<RunEnd>> {
  const { suite, run, store, environment, clock = systemClock } = options;
  const random = seededRandom(suite.seed);
  const judge = judgeOf({ environment, random, clock });
  const graders = await openGraders(suite.graders, {
    ...{ suiteFile: suite.file, isCodeAllowed: options.isCodeAllowed, ask: judge.ask },
  });
  if (!graders.ok) return graders;
  const connections = suite.load.concurrency;
  const rawLimitBytes = suite.keepsExchanges ? keptExchangeBytes : 0;
  const askers = endpointAskers(suite.endpoints, {
    ...{ environment, random, clock, connections, rawLimitBytes },
  });
  try {
    if (!askers.ok) return askers;
    const { askOf, before, follow, isOpen } = await following(options);
    const { worker, usdOf, stopping, giveUp } = options;
    await store.createRun(run);
    await store.addCells(run.id, options.cells);
    const budget = budgetOf(suite.limits, before, options.expectedUsd);
    if (isOpen) {
      const requests = suite.warmUpRequests;
      await warmUp(askers.value, suite.prompts, { requests, budget, clock, signal: stopping });
    }
    const end = await runCells({
      ...{ store, worker, random, clock, usdOf, stopping, giveUp, budget },
      ...{ runId: run.id, askers: askers.value, load: suite.load },
      ...{ keepsExchanges: suite.keepsExchanges, prompts: askOf },
      grade: async (prompt, answer) => {
        const gradings = await graders.value.grade(prompt, answer);
        return gradings.flatMap((each) => (each.isGraded ? [each.grade] : []));
      },
      onDone: ({ cell, result, underWay }) => follow(cell, result, underWay),
    });
    return { ok: true, value: end };
  } finally {
    await Promise.all([
      graders.value.close(),
      judge.close(),
      ...(askers.ok ? [...askers.value.values()].map(({ close }) => close()) : []),
    ]);
  }
}

const keptExchangeBytes = 256 * 1024;

/** What was measured before, and who is told of what comes. */
async function following({
  suite,
  run,
  cells,
  store,
  onProgress,
  clock = systemClock,
}: MeasureRun) {
  const askOf = new Map(suite.prompts.map((prompt) => [prompt.id, prompt]));
  const { decision } = suite;
  const live =
    decision === undefined
      ? undefined
      : liveDecision(decision, {
          repetitions: suite.repetitions,
          planned: plannedPrompts(suite, decision),
        });
  const before = new Map<string, { requests: number; usd: number }>();
  let [done, usd] = [0, 0];
  const learn = (cell: Cell, result: CellResult) => {
    const grade = result.grades.find(({ grader }) => grader === decision?.grader);
    live?.add(cell.endpoint, cell.prompt, grade?.score ?? null);
  };
  if ((await store.run(run.id)) !== undefined) {
    const cellOf = new Map(cells.map((cell) => [cell.key, cell]));
    for await (const result of store.results(run.id)) {
      const cell = cellOf.get(result.cell);
      if (cell === undefined) continue;
      const used = before.get(cell.endpoint) ?? { requests: 0, usd: 0 };
      used.requests += result.attempts;
      used.usd += Number(result.usd ?? 0);
      before.set(cell.endpoint, used);
      done += 1;
      usd += Number(result.usd ?? 0);
      learn(cell, result);
    }
  }
  const watch = runWatch(cells.length, { done, usd }, live);
  const follow = (cell: Cell, result: CellResult, underWay: number): RunEnd | undefined => {
    learn(cell, result);
    onProgress(watch.done(result, clock.now(), underWay));
    return suite.stopsEarly ? live?.end() : undefined;
  };
  return { askOf, before, follow, isOpen: done < cells.length };
}

/** Prompts that the margin is expected to take; all there are, where those are fewer. */
function plannedPrompts({ prompts }: Suite, decision: StatedDecision): number {
  return Math.min(usualPromptsNeeded(decision).high, prompts.length);
}
