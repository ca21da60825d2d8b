import { compareText } from "../ordering.ts";
import { costPerCorrect } from "../stats/cost-per-correct.ts";
import { type Interval, wilsonInterval } from "../stats/intervals.ts";
import { meanOf } from "../stats/moments.ts";
import { quantileInterval } from "../stats/quantile-interval.ts";
import type { Ratio, Usd } from "../units.ts";
import type { Timings } from "./attempt.ts";
import { type FailureClass, type FailureCode, failureKinds } from "./failure.ts";
import { type PromptScores, promptScores } from "./prompt-scores.ts";
import type { CellResult } from "./result.ts";

/** What came of all cells of an endpoint. */
export interface EndpointSummary {
  readonly endpoint: string;
  readonly answered: number;
  readonly failed: number;
  readonly failures: readonly FailureCount[];
  readonly quality: readonly GraderSummary[];
  /** Of answered requests alone, without waiting and without attempts that failed. */
  readonly latencyMs: Quantiles | null;
  readonly ttftMs: Quantiles | null;
  /** Of answers that really came piece by piece. */
  readonly interTokenMs: Quantiles | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly cost: CostSummary;
  /** As answers name the model that gave them. */
  readonly servedModels: readonly string[];
  readonly attempts: number;
  readonly timing: TimingSummary;
}

/** What speaks against the times themselves. */
export interface TimingSummary {
  /** In 95 of 100 answered requests our own event loop was late by no more; null: none was answered. */
  readonly loopLagP95Ms: number | null;
  /** Answers that were to be streamed and came at once. */
  readonly bursts: number;
}

export interface FailureCount {
  readonly code: FailureCode;
  readonly class: FailureClass;
  readonly cells: number;
}

export interface GraderSummary {
  readonly grader: string;
  /** Answers. */
  readonly graded: number;
  readonly prompts: number;
  /** Mean score over prompts, each prompt's repetitions first. */
  readonly share: Ratio;
  /** Wilson's, with prompts as what was drawn. */
  readonly interval95: Interval;
}

export interface Quantiles {
  readonly n: number;
  readonly p50: Quantile;
  readonly p95: Quantile;
  readonly p99: Quantile;
}

export interface Quantile {
  readonly ms: number;
  /** Null: too few values for this quantile. */
  readonly interval95: Interval | null;
}

export interface CostSummary {
  /** Of answers whose price is known. */
  readonly usd: Usd | null;
  readonly perAnswerUsd: Usd | null;
  readonly perCorrectUsd: Usd | null;
  readonly perCorrectInterval: Interval | null;
  readonly unpriced: number;
}

/** Adds results up, one after the other, without keeping their texts. */
export interface EndpointTally {
  /** @param place of the prompt in the suite */
  readonly add: (place: number, result: CellResult, timings: Timings | null) => void;
  readonly summary: () => EndpointSummary;
  /** By a grader; undefined: it graded nothing. */
  readonly scores: (grader: string) => PromptScores | undefined;
  /** Whether anything came of a prompt. */
  readonly hasSeen: (place: number) => boolean;
}

/** @param of how many prompts the suite has, and the grader by which an answer is correct */
export function endpointTally(
  endpoint: string,
  {
    prompts,
    decidingGrader,
  }: { readonly prompts: number; readonly decidingGrader?: string | undefined },
): EndpointTally {
  const failures = new Map<FailureCode, number>();
  const scores = new Map<string, PromptScores>();
  const seen = new Uint8Array(prompts);
  const [latencies, firsts, betweens]: [number[], number[], number[]] = [[], [], []];
  const [costs, correct, lags]: [number[], number[], number[]] = [[], [], []];
  const served = new Set<string>();
  let [answered, attempts, unpriced, input, output, counted, bursts] = [0, 0, 0, 0, 0, 0, 0];

  const add = (place: number, result: CellResult, timings: Timings | null) => {
    seen[place] = 1;
    attempts += result.attempts;
    if (timings !== null) lags.push(timings.loopLagMs);
    if (timings?.isBurst === true) bursts += 1;
    const { answer, failure, latencyMs, ttftMs, grades, usd } = result;
    if (failure !== null) failures.set(failure.code, (failures.get(failure.code) ?? 0) + 1);
    if (answer === null) return;
    answered += 1;
    if (latencyMs !== null) latencies.push(latencyMs);
    if (ttftMs !== null) firsts.push(ttftMs);
    if (result.interTokenMs !== null) betweens.push(result.interTokenMs);
    if (answer.servedModel !== null) served.add(answer.servedModel);
    if (answer.usage !== null) {
      counted += 1;
      input += answer.usage.inputTokens;
      output += answer.usage.outputTokens;
    }
    for (const { grader, score } of grades) {
      const own = scores.get(grader) ?? promptScores(prompts);
      scores.set(grader, own);
      own.add(place, score);
    }
    if (usd === null) unpriced += 1;
    else {
      costs.push(Number(usd));
      const deciding = grades.find(({ grader }) => grader === decidingGrader) ?? grades[0];
      correct.push(deciding?.score ?? 0);
    }
  };

  return {
    add,
    scores: (grader) => scores.get(grader),
    hasSeen: (place) => seen[place] === 1,
    summary: () => ({
      endpoint,
      answered,
      failed: [...failures.values()].reduce((sum, count) => sum + count, 0),
      failures: [...failures]
        .map(([code, cells]) => ({ code, class: failureKinds[code].class, cells }))
        .sort((a, b) => b.cells - a.cells || compareText(a.code, b.code)),
      quality: [...scores].map(([grader, own]) => graderSummary(grader, own)),
      latencyMs: quantilesOf(latencies),
      ttftMs: quantilesOf(firsts),
      interTokenMs: quantilesOf(betweens),
      inputTokens: counted === 0 ? null : input / counted,
      outputTokens: counted === 0 ? null : output / counted,
      cost: costSummary({ costs, correct, unpriced, isGraded: scores.size > 0 }),
      servedModels: [...served].sort(compareText),
      attempts,
      timing: { loopLagP95Ms: quantilesOf(lags)?.p95.ms ?? null, bursts },
    }),
  };
}

function graderSummary(grader: string, scores: PromptScores): GraderSummary {
  const means = scores.means();
  const share = meanOf(means);
  return {
    ...{ grader, graded: scores.count(), prompts: means.length, share },
    interval95: wilsonInterval(share, means.length),
  };
}

function quantilesOf(values: readonly number[]): Quantiles | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const quantile = (at: Ratio): Quantile => ({
    ms: sorted[Math.min(sorted.length - 1, Math.ceil(at * sorted.length) - 1)] ?? 0,
    interval95: quantileInterval(values, at),
  });
  return { n: values.length, p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) };
}

function costSummary({
  costs,
  correct,
  unpriced,
  isGraded,
}: {
  readonly costs: readonly Usd[];
  readonly correct: readonly number[];
  readonly unpriced: number;
  readonly isGraded: boolean;
}): CostSummary {
  if (costs.length === 0) {
    const unknown = { usd: null, perAnswerUsd: null, perCorrectUsd: null };
    return { ...unknown, perCorrectInterval: null, unpriced };
  }
  const usd = costs.reduce((sum, cost) => sum + cost, 0);
  const { usd: perCorrectUsd, fiellerInterval } = isGraded
    ? costPerCorrect(costs, correct)
    : { usd: null, fiellerInterval: null };
  return {
    ...{ usd, perAnswerUsd: usd / costs.length, perCorrectUsd },
    ...{ perCorrectInterval: fiellerInterval, unpriced },
  };
}
