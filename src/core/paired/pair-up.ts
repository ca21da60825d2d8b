import { groupBy } from "../group-by.ts";
import { meanOf } from "../stats/moments.ts";
import type { ScoredResult } from "./scored-result.ts";

/** A prompt that both sides answered: the mean of its repetitions on each. */
export interface PromptPair {
  readonly prompt: string;
  /** Null: it stands for itself. */
  readonly cluster: string | null;
  readonly a: number;
  readonly b: number;
}

/** What could not be compared, by prompt, and why. */
export interface LeftOutPrompts {
  readonly onlyInA: readonly string[];
  readonly onlyInB: readonly string[];
  /** On both sides, but one had no answer or no score of this metric. */
  readonly withoutScoreInA: readonly string[];
  readonly withoutScoreInB: readonly string[];
  /** The same name on both sides for what is not the same prompt. */
  readonly notTheSame: readonly string[];
}

export interface PairedUp {
  readonly pairs: readonly PromptPair[];
  readonly leftOut: LeftOutPrompts;
  /** Answers behind the pairs: as many as pairs where each prompt was asked once. */
  readonly answers: { readonly a: number; readonly b: number };
  /** Requests that ended without an answer. */
  readonly failures: { readonly a: number; readonly b: number };
}

/**
 * Joins two lists of results by prompt; repetitions are averaged first.
 *
 * @param failuresCount a request without an answer scores 0, as it would for a user
 */
export function pairUp(
  a: readonly ScoredResult[],
  b: readonly ScoredResult[],
  { metric, failuresCount }: { readonly metric: string; readonly failuresCount: boolean },
): PairedUp {
  const [sideA, sideB] = [byPrompt(a, metric, failuresCount), byPrompt(b, metric, failuresCount)];
  const pairs: PromptPair[] = [];
  const answers = { a: 0, b: 0 };
  const withoutScoreInA: string[] = [];
  const withoutScoreInB: string[] = [];
  const notTheSame: string[] = [];
  for (const [prompt, ofA] of sideA) {
    const ofB = sideB.get(prompt);
    if (ofB === undefined) continue;
    if (differ(ofA.fingerprint, ofB.fingerprint)) notTheSame.push(prompt);
    else if (ofA.scores.length === 0) withoutScoreInA.push(prompt);
    else if (ofB.scores.length === 0) withoutScoreInB.push(prompt);
    else {
      answers.a += ofA.scores.length;
      answers.b += ofB.scores.length;
      const cluster = ofA.cluster ?? ofB.cluster ?? null;
      pairs.push({ prompt, cluster, a: meanOf(ofA.scores), b: meanOf(ofB.scores) });
    }
  }
  const failures = { a: failuresOf(a), b: failuresOf(b) };
  const leftOut = {
    onlyInA: [...sideA.keys()].filter((prompt) => !sideB.has(prompt)),
    onlyInB: [...sideB.keys()].filter((prompt) => !sideA.has(prompt)),
    withoutScoreInA,
    withoutScoreInB,
    notTheSame,
  };
  return { pairs, leftOut, answers, failures };
}

interface Answers {
  readonly scores: readonly number[];
  readonly cluster: string | undefined;
  readonly fingerprint: string | undefined;
}

function byPrompt(
  results: readonly ScoredResult[],
  metric: string,
  failuresCount: boolean,
): ReadonlyMap<string, Answers> {
  const groups = groupBy(results, ({ prompt }) => prompt);
  return new Map(
    [...groups].map(([prompt, group]) => {
      const scores = group.flatMap(({ scores }) => {
        const score = isFailure(scores) && failuresCount ? 0 : scoreOf(scores, metric);
        return score === undefined ? [] : [score];
      });
      const cluster = group.find((result) => result.cluster !== undefined)?.cluster;
      return [prompt, { scores, cluster, fingerprint: group[0]?.fingerprint }];
    }),
  );
}

function failuresOf(results: readonly ScoredResult[]): number {
  return results.filter(({ scores }) => isFailure(scores)).length;
}

function isFailure(scores: Readonly<Record<string, number>>): boolean {
  return Object.keys(scores).length === 0;
}

/** Metrics are named by whoever wrote the file: only what is the record's own counts. */
function scoreOf(scores: Readonly<Record<string, number>>, metric: string): number | undefined {
  return Object.hasOwn(scores, metric) ? scores[metric] : undefined;
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
