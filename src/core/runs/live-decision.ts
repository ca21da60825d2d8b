import { normalSequence, rhoFor } from "../stats/confidence-sequence.ts";
import type { Interval } from "../stats/intervals.ts";
import { meanOf } from "../stats/moments.ts";
import type { Ratio } from "../units.ts";
import type { RunEnd, RunningDifference } from "./progress.ts";
import type { StatedDecision } from "./suite.ts";

/** Watches a run's decision while answers come, with intervals that hold whenever one looks. */
export interface LiveDecision {
  /** A score of one repetition, 0 to 1; null: there is none, so that the prompt is not compared. */
  readonly add: (endpoint: string, prompt: string, score: Ratio | null) => void;
  readonly differences: () => readonly RunningDifference[];
  /** Undefined: more answers may still decide it. */
  readonly end: () => RunEnd | undefined;
}

/** Before so many prompts an interval made for many is not trusted. */
const leastPrompts = 50;
/** Beyond so many times the prompts that were planned, a run does not go on undecided. */
const planTimes = 2;

interface Pairing {
  readonly candidate: string;
  prompts: number;
  sum: number;
  squares: number;
}

/**
 * @param planned prompts that the decision is expected to take
 */
export function liveDecision(
  { baseline, candidates, marginPoints, alpha }: StatedDecision,
  { repetitions, planned }: { readonly repetitions: number; readonly planned: number },
): LiveDecision {
  const scores = new Map<string, Map<string, (Ratio | null)[]>>();
  const pairings = candidates.map(
    (candidate): Pairing => ({ candidate, prompts: 0, sum: 0, squares: 0 }),
  );
  const margin = marginPoints / 100;
  const rho = rhoFor(planned, 2 * alpha);

  const meanAt = (endpoint: string, prompt: string): Ratio | undefined => {
    const all = scores.get(endpoint)?.get(prompt) ?? [];
    if (all.length < repetitions) return undefined;
    const known = all.filter((score) => score !== null);
    return known.length === 0 ? undefined : meanOf(known);
  };
  const pair = (pairing: Pairing, prompt: string) => {
    const [own, other] = [meanAt(pairing.candidate, prompt), meanAt(baseline, prompt)];
    if (own === undefined || other === undefined) return;
    pairing.prompts += 1;
    pairing.sum += own - other;
    pairing.squares += (own - other) ** 2;
  };

  return {
    add: (endpoint, prompt, score) => {
      const prompts = scores.get(endpoint) ?? new Map<string, (Ratio | null)[]>();
      scores.set(endpoint, prompts);
      prompts.set(prompt, [...(prompts.get(prompt) ?? []), score]);
      for (const each of pairings) {
        if (endpoint === baseline || endpoint === each.candidate) pair(each, prompt);
      }
    },
    differences: () =>
      pairings.map((each) => ({
        candidate: each.candidate,
        prompts: each.prompts,
        difference: each.prompts === 0 ? 0 : each.sum / each.prompts,
        interval: intervalOf(each, { rho, alpha }),
      })),
    end: () => {
      const states = pairings.map((each) => {
        const [low, high] = intervalOf(each, { rho, alpha }) ?? [-1, 1];
        const isDecided = low > -margin || high < -margin;
        return { each, isDecided, isLong: each.prompts >= planTimes * planned };
      });
      const open = states.filter(({ isDecided }) => !isDecided);
      const [first] = states;
      if (first === undefined) return undefined;
      if (open.length === 0) return { kind: "decided", candidate: first.each.candidate };
      const [undecided] = open;
      return undecided !== undefined && open.every(({ isLong }) => isLong)
        ? { kind: "futile", candidate: undecided.each.candidate }
        : undefined;
    },
  };
}

/**
 * Where the difference lies, at every look at once, each end wrong at most at the level asked. Two
 * prompts on which the two differ are added, one each way: models that never differed yet may do so.
 */
function intervalOf(
  { sum, squares, prompts: n }: Pairing,
  { rho, alpha }: { readonly rho: number; readonly alpha: Ratio },
): Interval | null {
  if (n < leastPrompts) return null;
  const sd = Math.sqrt((squares + 2) / (n + 2) - (sum / (n + 2)) ** 2);
  const { radius } = normalSequence({ sd, n }, { rho, alpha: 2 * alpha });
  return [sum / n - radius, sum / n + radius];
}
