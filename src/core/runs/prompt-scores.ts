import type { Ratio } from "../units.ts";

/** Scores of prompts, by their place in the suite: a few bytes a prompt, however often it is asked. */
export interface PromptScores {
  readonly add: (place: number, score: Ratio) => void;
  /** Over its repetitions; undefined: it has none. */
  readonly meanAt: (place: number) => Ratio | undefined;
  /** Of every prompt that has one. */
  readonly means: () => readonly Ratio[];
  /** How many were added. */
  readonly count: () => number;
}

export function promptScores(prompts: number): PromptScores {
  const sums = new Float64Array(prompts);
  const counts = new Uint32Array(prompts);
  const meanAt = (place: number) => {
    const count = counts[place] ?? 0;
    return count === 0 ? undefined : (sums[place] ?? 0) / count;
  };
  return {
    add: (place, score) => {
      sums[place] = (sums[place] ?? 0) + score;
      counts[place] = (counts[place] ?? 0) + 1;
    },
    meanAt,
    means: () => Array.from(sums, (_, place) => meanAt(place)).filter((mean) => mean !== undefined),
    count: () => counts.reduce((sum, count) => sum + count, 0),
  };
}
