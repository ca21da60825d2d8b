import { normalSequence, rhoFor } from "../stats/confidence-sequence.ts";
import { capFactor, stopReason } from "../stats/early-stop.ts";
import type { Interval } from "../stats/intervals.ts";
import { meanOf } from "../stats/moments.ts";
import type { Ratio } from "../units.ts";
import type { RunEnd, RunningDifference, Shown } from "./progress.ts";
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

interface Pairing {
  readonly candidate: string;
  prompts: number;
  sum: number;
  squares: number;
  /** Prompts that only one of the two solved; null: some scores are parts of a point. */
  alone: { baseline: number; candidate: number } | null;
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
    (candidate): Pairing => ({
      candidate,
      prompts: 0,
      sum: 0,
      squares: 0,
      alone: { baseline: 0, candidate: 0 },
    }),
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
    const isWhole = [own, other].every((score) => score === 0 || score === 1);
    if (!isWhole) pairing.alone = null;
    else if (pairing.alone !== null && own > other) pairing.alone.candidate += 1;
    else if (pairing.alone !== null && other > own) pairing.alone.baseline += 1;
  };

  /** What all have answered is in the sums. */
  const forget = (prompt: string) => {
    const own = [baseline, ...candidates].map((each) => scores.get(each));
    if (own.some((prompts) => (prompts?.get(prompt)?.length ?? 0) < repetitions)) return;
    for (const prompts of own) prompts?.delete(prompt);
  };

  return {
    add: (endpoint, prompt, score) => {
      const prompts = scores.get(endpoint) ?? new Map<string, (Ratio | null)[]>();
      scores.set(endpoint, prompts);
      prompts.set(prompt, [...(prompts.get(prompt) ?? []), score]);
      for (const each of pairings) {
        if (endpoint === baseline || endpoint === each.candidate) pair(each, prompt);
      }
      forget(prompt);
    },
    differences: () =>
      pairings.map((each) => ({
        candidate: each.candidate,
        prompts: each.prompts,
        difference: each.prompts === 0 ? 0 : each.sum / each.prompts,
        interval: intervalOf(each, { rho, alpha }),
      })),
    end: () => {
      const states = pairings.map((each) => ({ each, state: stateOf(each) }));
      const open = states.find(({ state }) => state === "open");
      const spent = states.find(({ state }) => state === "spent");
      const [first] = states;
      if (first === undefined || open !== undefined) return undefined;
      return spent === undefined && first.state !== "open" && first.state !== "spent"
        ? { kind: "decided", candidate: first.each.candidate, shown: first.state }
        : { kind: "futile", candidate: (spent ?? first).each.candidate };
    },
  };

  function stateOf(pairing: Pairing): "open" | "spent" | Shown {
    const { alone, prompts: n } = pairing;
    if (alone !== null) {
      const counts = { onlyA: alone.baseline, onlyB: alone.candidate, n };
      const reason = stopReason(counts, { prompts: planned, alpha, margin });
      return reason ?? "open";
    }
    const [low, high] = intervalOf(pairing, { rho, alpha }) ?? [-1, 1];
    if (low > -margin) return "not-worse";
    if (high < -margin) return "worse";
    return n >= capFactor * planned ? "spent" : "open";
  }
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
