import { groupBy } from "../group-by.ts";
import { type LeftOutPrompts, type PromptPair, pairUp } from "../paired/pair-up.ts";
import type { PairedResult } from "../paired/paired-result.ts";
import { pairedResultOf } from "../paired/paired-result-of.ts";
import type { ScoredResult } from "../paired/scored-result.ts";
import type { Ratio } from "../units.ts";
import type { Cell } from "./cell.ts";
import { type EndpointSummary, type EndpointTally, endpointTally } from "./endpoint-tally.ts";
import type { RunEnd } from "./progress.ts";
import type { CellResult } from "./result.ts";
import type { Run } from "./run.ts";
import type { Suite } from "./suite.ts";

/** What a run came to: who is better first, then how fast, at what cost, with which errors. */
export interface RunReport {
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
  /** Whether every candidate is shown to be what was asked; null: nothing was to be decided. */
  readonly isShown: boolean | null;
  readonly endpoints: readonly MeasuredEndpoint[];
}

/** Two endpoints on the prompts that both answered; B minus A. */
export interface PairedEndpoints extends PairedResult {
  readonly a: string;
  readonly b: string;
  readonly grader: string;
  readonly leftOut: LeftOutPrompts;
  /** Whether B's answers cost less each; null: a price is unknown. */
  readonly isCheaper: boolean | null;
  /** Worth reading side by side: where the two differ most, B's losses first. */
  readonly disagreements: readonly Disagreement[];
}

export interface Disagreement {
  readonly prompt: string;
  readonly a: Ratio;
  readonly b: Ratio;
}

export interface MeasuredEndpoint extends EndpointSummary {
  readonly model: string;
  readonly route: string | null;
}

const disagreementsAtMost = 20;

/** Adds a run's results up while they are read, so that only figures are held. */
export interface RunTally {
  readonly add: (result: CellResult) => void;
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
    report: (run, end) => {
      const endpoints = suite.endpoints.map(({ id, model, route = null }): MeasuredEndpoint => {
        const tally = tallies.get(id) ?? endpointTally(id, decidingGrader);
        return { ...tally.summary(), model, route };
      });
      const paired =
        decidingGrader === undefined
          ? []
          : pairedEndpoints(suite, decidingGrader, { scored, endpoints });
      return {
        ...{ run: run.id, suite: suite.name, task: suite.task ?? null },
        ...{ createdAt: run.createdAt, end, done },
        ...{ paired, isShown: isShown(suite, paired), endpoints },
        ...{ prompts: suite.prompts.length, repetitions: suite.repetitions, cells: cells.size },
      };
    },
  };
}

function isShown({ decision }: Suite, paired: readonly PairedEndpoints[]): boolean | null {
  if (decision === undefined) return null;
  const { candidates, isCheaperAsked } = decision;
  return candidates.every((candidate) => {
    const pair = paired.find(({ b }) => b === candidate);
    return pair?.decision?.outcome === "not-worse" && (!isCheaperAsked || pair.isCheaper === true);
  });
}

/** Each candidate against the baseline; where nothing is to be decided, each against the first. */
function pairedEndpoints(
  { decision, endpoints: [first, ...others] }: Suite,
  grader: string,
  {
    scored,
    endpoints,
  }: { readonly scored: readonly ScoredResult[]; readonly endpoints: readonly MeasuredEndpoint[] },
): readonly PairedEndpoints[] {
  const byEndpoint = groupBy(scored, ({ endpoint }) => endpoint ?? "");
  const a = decision?.baseline ?? first?.id ?? "";
  const candidates = decision?.candidates ?? others.map(({ id }) => id);
  const asked =
    decision === undefined
      ? undefined
      : { margin: decision.marginPoints / 100, level: 1 - decision.alpha };
  return candidates.flatMap((b): PairedEndpoints[] => {
    const how = { metric: grader, failuresCount: false };
    const { pairs, leftOut } = pairUp(byEndpoint.get(a) ?? [], byEndpoint.get(b) ?? [], how);
    if (pairs.length === 0) return [];
    const [costA, costB] = [a, b].map((id) => costOf(endpoints, id));
    const isCheaper =
      costA === undefined || costB === undefined || costA === null || costB === null
        ? null
        : costB < costA;
    return [
      {
        ...pairedResultOf(pairs, asked),
        ...{ a, b, grader, leftOut, isCheaper, disagreements: disagreementsOf(pairs) },
      },
    ];
  });
}

function costOf(endpoints: readonly MeasuredEndpoint[], id: string): number | null | undefined {
  return endpoints.find(({ endpoint }) => endpoint === id)?.cost.perAnswerUsd;
}

function disagreementsOf(pairs: readonly PromptPair[]): readonly Disagreement[] {
  return pairs
    .filter(({ a, b }) => a !== b)
    .sort((x, y) => x.b - x.a - (y.b - y.a))
    .slice(0, disagreementsAtMost)
    .map(({ prompt, a, b }) => ({ prompt, a, b }));
}
