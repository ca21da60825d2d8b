import type { Ratio } from "../units.ts";
import { mcNemarEvidence } from "./anytime-mcnemar.ts";
import { normalSequence, rhoFor } from "./confidence-sequence.ts";
import type { PairedCounts } from "./tango.ts";

/**
 * Whether a run may end: a difference is shown; B is shown to be not worse by more than the margin;
 * twice the planned prompts are spent; or none of these yet.
 */
export type StopReason = "difference" | "not-worse" | "spent" | null;

/** How often the plan may be spent before a run ends without an answer. */
export const capFactor = 2;

/**
 * The rule by which a run may be looked at after every prompt and ended early, and is still wrong at
 * most alpha of the time: anytime-valid McNemar for a difference, a confidence sequence for the margin.
 */
export function stopReason(
  counts: PairedCounts,
  plan: { readonly prompts: number; readonly alpha?: Ratio; readonly margin?: Ratio | undefined },
): StopReason {
  const { alpha = 0.05, margin, prompts } = plan;
  if (mcNemarEvidence(counts) >= 1 / alpha) return "difference";
  if (margin !== undefined && lowerEnd(counts, prompts, alpha) > -margin) return "not-worse";
  return counts.n >= capFactor * prompts ? "spent" : null;
}

/** Below this the sequence of normal intervals, which holds for many prompts, is not trusted. */
const leastPrompts = 30;
const leastDisagreements = 5;

/** Of B minus A, valid at every look. */
function lowerEnd({ onlyA, onlyB, n }: PairedCounts, planned: number, alpha: Ratio): number {
  if (n < leastPrompts || onlyA + onlyB < leastDisagreements) return -1;
  const difference = (onlyB - onlyA) / n;
  const sd = Math.sqrt((onlyA + onlyB) / n - difference ** 2);
  // One-sided: the other half of alpha is not used.
  return difference - normalSequence({ sd, n }, { rho: rhoFor(planned), alpha: 2 * alpha }).radius;
}
