import { type EndpointSummary, endpointTally } from "./endpoint-tally.ts";
import { isShownBy, type PairedEndpoints, pairedEndpoints } from "./paired-endpoints.ts";
import type { RunEnd } from "./progress.ts";
import type { Run } from "./run.ts";
import type { MeasuredCell } from "./run-store.ts";
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
  readonly add: (measured: MeasuredCell) => void;
  readonly report: (run: Run, end: RunEnd) => RunReport;
}

export function runTally(suite: Suite): RunTally {
  const { prompts, endpoints: asked, repetitions } = suite;
  const decidingGrader = suite.decision?.grader ?? suite.graders[0]?.id;
  const tallies = new Map(
    asked.map(({ id }) => [id, endpointTally(id, { prompts: prompts.length, decidingGrader })]),
  );
  const placeOf = new Map(prompts.map(({ id }, place) => [id, place]));
  let done = 0;
  return {
    add: ({ cell, result, timings }) => {
      const [tally, place] = [tallies.get(cell.endpoint), placeOf.get(cell.prompt)];
      if (tally === undefined || place === undefined) return;
      done += 1;
      tally.add(place, result, timings);
    },
    report: (run, end) => {
      const endpoints = asked.flatMap(({ id, model, route = null }): MeasuredEndpoint[] => {
        const tally = tallies.get(id);
        return tally === undefined ? [] : [{ ...tally.summary(), model, route }];
      });
      const costOf = (id: string) =>
        endpoints.find(({ endpoint }) => endpoint === id)?.cost.perAnswerUsd ?? null;
      const paired =
        decidingGrader === undefined
          ? []
          : pairedEndpoints(suite, decidingGrader, { tallies, costOf });
      return {
        ...{ kind: "suite", run: run.id, suite: suite.name, task: suite.task ?? null },
        ...{ createdAt: run.createdAt, end, done, prompts: prompts.length, repetitions },
        ...{ paired, asked: suite.decision ?? null, isShown: isShown(suite, paired), endpoints },
        cells: prompts.length * asked.length * repetitions,
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
