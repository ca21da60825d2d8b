import { formatPercent, formatTokens } from "../report/format.ts";
import type { Ratio } from "../units.ts";
import type { Cliff } from "./cliffs.ts";
import type { TrafficProfile } from "./traffic.ts";
import { meanPromptTokens } from "./traffic-parts.ts";

/** A cliff, with what of the requests lies beyond it. */
export interface CrossedCliff extends Cliff {
  /** The least and the most that can be; null where nothing tells. */
  readonly requestsAbove: { readonly low: Ratio; readonly high: Ratio } | null;
  /** What is known of the lengths: each part of the month, their mean, or nothing. */
  readonly basis: "tiers" | "mean" | "none";
  readonly text: string;
}

/** How many of the requests cross each cliff, as far as the traffic tells. */
export function crossedCliffs(
  cliffs: readonly Cliff[],
  traffic: TrafficProfile,
): readonly CrossedCliff[] {
  return cliffs.map((cliff) => {
    const limit = cliff.promptTokensAbove;
    const counted = shareByTiers(limit, traffic);
    const where = `above ${formatTokens(limit)} tokens`;
    if (counted !== undefined) {
      const { low, high } = counted;
      const share =
        low === high ? formatPercent(low) : `${formatPercent(low)} to ${formatPercent(high)}`;
      const text = `${share} of your requests are ${where} and billed whole at the higher prices.`;
      return { ...cliff, requestsAbove: counted, basis: "tiers", text };
    }
    const mean = meanPromptTokens(traffic);
    if (mean === undefined) {
      const text = `How many of your requests are ${where} is unknown: state requests and tiers.`;
      return { ...cliff, requestsAbove: null, basis: "none", text };
    }
    const most = Math.min(1, mean / limit);
    const text =
      mean > limit
        ? `Your mean prompt of ${formatTokens(mean)} tokens is ${where}: all are billed at the higher prices; state tiers for the true share.`
        : `Your mean prompt of ${formatTokens(mean)} tokens is ${mean < limit ? "below" : "at"} ${formatTokens(limit)}: at most ${formatPercent(most)} of your requests can be above it; state tiers for the true share.`;
    return { ...cliff, requestsAbove: { low: 0, high: most }, basis: "mean", text };
  });
}

/** A part of the month that a cliff cuts through may lie on either side of it. */
function shareByTiers(limit: number, { tiers = [] }: TrafficProfile) {
  const all = tiers.reduce((sum, { requests = 0 }) => sum + requests, 0);
  const isCounted = tiers.length > 0 && tiers.every(({ requests }) => requests !== undefined);
  if (!isCounted || all === 0) return undefined;
  let low = 0;
  let high = 0;
  for (const [
    index,
    { requests = 0, promptTokensUpTo = Number.POSITIVE_INFINITY },
  ] of tiers.entries()) {
    const from = tiers[index - 1]?.promptTokensUpTo ?? 0;
    if (from >= limit) low += requests;
    if (promptTokensUpTo > limit) high += requests;
  }
  return { low: low / all, high: high / all };
}
