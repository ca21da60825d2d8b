import type { ScoredResult } from "../paired/scored-result.ts";
import type { Attempt } from "./attempt.ts";
import type { Cell } from "./cell.ts";
import { type EndpointSummary, type EndpointTally, endpointTally } from "./endpoint-tally.ts";
import { isShownBy, type PairedEndpoints, pairedEndpoints } from "./paired-endpoints.ts";
import type { RunEnd } from "./progress.ts";
import type { CellResult } from "./result.ts";
import type { Run } from "./run.ts";
import type { StatedDecision, Suite } from "./suite.ts";

/** What a run came to: who is better first, then how fast, at what cost, with which errors. */
export interface RunReport {
  readonly kind: "suite";
  readonly run: string;
  readonly suite: string;
  readonly task: string | null;
  readonly createdAt: string;
  readonly end: RunEnd;
  readonly prompts: number;
  readonly repetitions: number;
  readonly cells: number;
  readonly done: number;
  readonly paired: readonly PairedEndpoints[];
  /** What was to be decided. */
  readonly asked: StatedDecision | null;
  /** Whether every candidate is shown to be what was asked; null: nothing was to be decided. */
  readonly isShown: boolean | null;
  readonly endpoints: readonly MeasuredEndpoint[];
}

export interface MeasuredEndpoint extends EndpointSummary {
  readonly model: string;
  readonly route: string | null;
}

/** Adds a run's results up while they are read, so that only figures are held. */
export interface RunTally {
  readonly add: (result: CellResult) => void;
  readonly addAttempt: (attempt: Attempt) => void;
  readonly report: (run: Run, end: RunEnd) => RunReport;
}

/** @param cells every cell of the suite, by key */
export function runTally(suite: Suite, cells: ReadonlyMap<string, Cell>): RunTally {
  const decidingGrader = suite.decision?.grader ?? suite.graders[0]?.id;
  const tallies = new Map<string, EndpointTally>(
    suite.endpoints.map(({ id }) => [id, endpointTally(id, decidingGrader)]),
  );
  const prompts = new Map(suite.prompts.map((prompt) => [prompt.id, prompt]));
  const scored: ScoredResult[] = [];
  let done = 0;
  return {
    add: (result) => {
      const cell = cells.get(result.cell);
      if (cell === undefined) return;
      done += 1;
      tallies.get(cell.endpoint)?.add(cell.prompt, result);
      scored.push({
        prompt: cell.prompt,
        endpoint: cell.endpoint,
        cluster: prompts.get(cell.prompt)?.cluster,
        scores: Object.fromEntries(result.grades.map(({ grader, score }) => [grader, score])),
      });
    },
    addAttempt: ({ cell, outcome, timings }) => {
      if (!outcome.ok) return;
      tallies.get(cells.get(cell)?.endpoint ?? "")?.addTimings(timings);
    },
    report: (run, end) => {
      const endpoints = suite.endpoints.map(({ id, model, route = null }): MeasuredEndpoint => {
        const tally = tallies.get(id) ?? endpointTally(id, decidingGrader);
        return { ...tally.summary(), model, route };
      });
      const costOf = (id: string) =>
        endpoints.find(({ endpoint }) => endpoint === id)?.cost.perAnswerUsd ?? null;
      const paired =
        decidingGrader === undefined
          ? []
          : pairedEndpoints(suite, decidingGrader, { scored, costOf });
      return {
        ...{ kind: "suite", run: run.id, suite: suite.name, task: suite.task ?? null },
        ...{ createdAt: run.createdAt, end, done },
        ...{ paired, asked: suite.decision ?? null, isShown: isShown(suite, paired), endpoints },
        ...{ prompts: suite.prompts.length, repetitions: suite.repetitions, cells: cells.size },
      };
    },
  };
}

/** That all candidates pass needs no adjusted p value: each must pass by itself. */
function isShown({ decision }: Suite, paired: readonly PairedEndpoints[]): boolean | null {
  if (decision === undefined) return null;
  return decision.candidates.every((candidate) =>
    isShownBy(
      paired.find(({ b }) => b === candidate),
      decision,
    ),
  );
}
