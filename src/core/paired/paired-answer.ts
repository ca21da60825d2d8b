import type { Outcome } from "../problems/problem.ts";
import { type LeftOutPrompts, type PairedUp, type PromptPair, pairUp } from "./pair-up.ts";
import type { MarginAsked, PairedResult } from "./paired-result.ts";
import { pairedResultOf } from "./paired-result-of.ts";
import type { PairedSide, Sides } from "./sides.ts";

/** One side of a paired answer. */
export interface AnsweredSide {
  readonly name: string;
  readonly file: string;
  /** Of the prompts that both answered. */
  readonly mean: number;
  /** Answers behind them: more than prompts where prompts were asked several times. */
  readonly answers: number;
  /** Requests that ended without an answer. */
  readonly failures: number;
}

/** Two held against each other on the prompts they share, with all that did not count. */
export interface PairedAnswer extends Omit<PairedResult, "meanA" | "meanB"> {
  readonly a: AnsweredSide;
  readonly b: AnsweredSide;
  readonly metric: string;
  readonly metrics: readonly string[];
  /** Whether scores run from 0 to 1, so that differences can be told in points. */
  readonly isShare: boolean;
  readonly failuresCount: boolean;
  /** Prompts on which the two differ, the widest first. */
  readonly disagreements: readonly PromptPair[];
  readonly leftOut: LeftOutPrompts;
}

/** Holds B against A, or says why there is nothing to compare. */
export function pairedAnswer(
  sides: Sides,
  asked: { readonly decision: MarginAsked | undefined; readonly failuresCount: boolean },
): Outcome<PairedAnswer> {
  const { a, b, metric, metrics } = sides;
  const { failuresCount } = asked;
  const joined = pairUp(a.results, b.results, { metric, failuresCount });
  const { pairs, leftOut } = joined;
  if (pairs.length === 0) return nothingShared(sides, joined);
  const { meanA, meanB, ...result } = pairedResultOf(pairs, asked.decision);
  const sideOf = (side: "a" | "b", { name, file }: PairedSide, mean: number) => ({
    name,
    file,
    mean,
    answers: joined.answers[side],
    failures: joined.failures[side],
  });
  return {
    ok: true,
    value: {
      ...result,
      a: sideOf("a", a, meanA),
      b: sideOf("b", b, meanB),
      metric,
      metrics,
      isShare: pairs.every((pair) => isShare(pair.a) && isShare(pair.b)),
      failuresCount,
      disagreements: pairs
        .filter((pair) => pair.a !== pair.b)
        .sort((x, y) => Math.abs(y.b - y.a) - Math.abs(x.b - x.a)),
      leftOut,
    },
  };
}

function isShare(score: number): boolean {
  return score >= 0 && score <= 1;
}

function nothingShared({ a, b, metric }: Sides, { leftOut }: PairedUp): Outcome<never> {
  const { onlyInA, onlyInB, notTheSame } = leftOut;
  const shared = onlyInA.length > 0 && onlyInB.length > 0 ? ", and none is in both" : "";
  const counts = `${a.name} has ${onlyInA.length} of its own, ${b.name} ${onlyInB.length}${shared}`;
  const differing =
    notTheSame.length > 0 ? `; ${notTheSame.length} have one name and two texts` : "";
  const expected = `Expected prompts with a ${metric} on both sides: ${counts}${differing}`;
  return { ok: false, problem: { code: "invalid-input", where: "prompts", expected } };
}
