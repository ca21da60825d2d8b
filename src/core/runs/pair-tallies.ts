import type { LeftOutPrompts, PromptPair } from "../paired/pair-up.ts";
import type { EndpointTally } from "./endpoint-tally.ts";
import type { Prompt } from "./prompt.ts";

/** The prompts that both endpoints answered, and why others are left out. */
export function pairTallies(
  prompts: readonly Prompt[],
  [a, b]: readonly [EndpointTally, EndpointTally],
  grader: string,
): { readonly pairs: readonly PromptPair[]; readonly leftOut: LeftOutPrompts } {
  const [ofA, ofB] = [a.scores(grader), b.scores(grader)];
  const pairs: PromptPair[] = [];
  const [onlyInA, onlyInB]: [string[], string[]] = [[], []];
  const [withoutScoreInA, withoutScoreInB]: [string[], string[]] = [[], []];
  for (const [place, { id: prompt, cluster = null }] of prompts.entries()) {
    const [inA, inB] = [a.hasSeen(place), b.hasSeen(place)];
    const [meanA, meanB] = [ofA?.meanAt(place), ofB?.meanAt(place)];
    if (inA && !inB) onlyInA.push(prompt);
    else if (inB && !inA) onlyInB.push(prompt);
    else if (!inA) continue;
    else if (meanA === undefined) withoutScoreInA.push(prompt);
    else if (meanB === undefined) withoutScoreInB.push(prompt);
    else pairs.push({ prompt, cluster, a: meanA, b: meanB });
  }
  const sameSuite = { notTheSame: [] };
  return {
    pairs,
    leftOut: { onlyInA, onlyInB, withoutScoreInA, withoutScoreInB, ...sameSuite },
  };
}
