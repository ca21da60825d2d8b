import { binaryResult } from "./binary-result.ts";
import { gradedResult } from "./graded-result.ts";
import type { PromptPair } from "./pair-up.ts";
import type { MarginAsked, PairedResult } from "./paired-result.ts";

/**
 * Which of two is better on the prompts that both answered. Right or wrong: McNemar's mid-p with
 * Tango's interval; parts of a point and means of repetitions: paired t; prompts in clusters: t with
 * clustered errors. At least one pair.
 */
export function pairedResultOf(
  pairs: readonly PromptPair[],
  asked: MarginAsked | undefined,
): PairedResult {
  const isClustered = clustersOf(pairs) < pairs.length;
  const isBinary = pairs.every(({ a, b }) => isRightOrWrong(a) && isRightOrWrong(b));
  return isBinary && !isClustered
    ? binaryResult(pairs, asked)
    : gradedResult(pairs, { asked, isBinary, isClustered });
}

function isRightOrWrong(score: number): boolean {
  return score === 0 || score === 1;
}

/** A prompt without a cluster is one of its own. */
function clustersOf(pairs: readonly PromptPair[]): number {
  const named = pairs.flatMap(({ cluster }) => (cluster === null ? [] : [cluster]));
  return pairs.length - named.length + new Set(named).size;
}
