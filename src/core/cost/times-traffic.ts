import type { TrafficProfile, TrafficTier } from "./traffic.ts";

/** What grows with use. Shares and sizes stay; weights are trained once, however much they are used. */
const counts = [
  "requests",
  "inputTokens",
  "outputTokens",
  "cachedInputTokens",
  "cacheWriteTokens",
  "reasoningTokens",
  "audioInputTokens",
  "audioOutputTokens",
  "imageTokens",
  "audioInputHours",
  "images",
  "webSearches",
  "fileSearches",
  "codeSessions",
  "cacheStorageTokenHours",
] as const satisfies readonly (keyof TrafficProfile)[];

const tierCounts = [
  "requests",
  "inputTokens",
  "outputTokens",
  "cachedInputTokens",
  "cacheWriteTokens",
] as const satisfies readonly (keyof TrafficTier)[];

/** A month of so many times the use: as long prompts, as much of them cached. Counts stay whole. */
export function timesTraffic(traffic: TrafficProfile, times: number): TrafficProfile {
  const { tiers } = traffic;
  const grown = { ...traffic, ...grownCounts(traffic, counts, times) };
  if (tiers === undefined) return grown;
  return {
    ...grown,
    tiers: tiers.map((tier) => ({ ...tier, ...grownCounts(tier, tierCounts, times) })),
  };
}

function grownCounts<Field extends string>(
  of: { readonly [K in Field]?: number },
  fields: readonly Field[],
  times: number,
): { [K in Field]?: number } {
  const grown: { [K in Field]?: number } = {};
  for (const field of fields) {
    const count = of[field];
    if (count !== undefined) grown[field] = Math.floor(count * times);
  }
  return grown;
}
