import type { Tokens } from "../units.ts";
import type { TrafficProfile, TrafficTier } from "./traffic.ts";
import { promptLengthOf, requestsOf } from "./traffic-parts.ts";

/** The month with every prompt as long as it may be, as far as that is dearer. */
export interface LongestPrompts {
  readonly traffic: TrafficProfile;
  /** The highest jump that is crossed so. */
  readonly promptTokensAbove: Tokens;
}

/**
 * Lifts each part that a jump cuts through, or whose length nobody states, above that jump. Undefined
 * where every part lies on one side; the mean of a month that is not cut stands for all of it.
 */
export function longestPrompts(
  traffic: TrafficProfile,
  cliffs: readonly Tokens[],
): LongestPrompts | undefined {
  const requests = requestsOf(traffic);
  if (traffic.tiers === undefined && requests !== undefined && requests > 0) return undefined;
  const { inputTokens, outputTokens } = traffic;
  const parts = traffic.tiers ?? [{ inputTokens, outputTokens }];
  const crossed: Tokens[] = [];
  const tiers = parts.map((tier, index): TrafficTier => {
    const { requests: _, ...uncounted } = tier;
    const upTo = tier.promptTokensUpTo ?? Number.POSITIVE_INFINITY;
    const cliff = cliffs.findLast((each) => each < upTo);
    const hasTokens = tier.inputTokens + tier.outputTokens > 0;
    if (cliff === undefined || !hasTokens || promptLengthOf(tier, parts[index - 1]) > cliff)
      return tier;
    crossed.push(cliff);
    return { ...uncounted, promptTokensUpTo: tier.promptTokensUpTo ?? cliff + 1 };
  });
  if (crossed.length === 0) return undefined;
  return {
    traffic: { ...traffic, ...(requests === undefined ? {} : { requests }), tiers },
    promptTokensAbove: Math.max(...crossed),
  };
}
