import { formatTokens } from "../report/format.ts";
import type { Ratio, Tokens } from "../units.ts";
import type { TokenUsage } from "./request-cost.ts";
import type { TrafficProfile, TrafficTier } from "./traffic.ts";

/** Tokens of a month that are billed alike: one context tier, one service tier. */
export interface TrafficPart {
  readonly usage: TokenUsage;
  /** The prompt length that stands for all requests of the part. */
  readonly promptTokens: Tokens;
  readonly serviceTier: "standard" | "batch";
}

/** Cuts a month by context tier and by service tier. No token is lost or counted twice. */
export function trafficParts(traffic: TrafficProfile): readonly TrafficPart[] {
  return contextParts(traffic).flatMap(({ usage, promptTokens }) => {
    const [batch, standard] = splitUsage(usage, traffic.batchShare ?? 0);
    const parts: readonly TrafficPart[] = [
      { usage: standard, promptTokens, serviceTier: "standard" },
      { usage: batch, promptTokens, serviceTier: "batch" },
    ];
    return parts.filter((part) => part.usage.inputTokens + part.usage.outputTokens > 0);
  });
}

/** How the prompt length of a month was judged, in a sentence. */
export function describePromptLength(traffic: TrafficProfile): string {
  if (traffic.tiers !== undefined) return "Each part is judged at its own prompt length.";
  const { requests, inputTokens } = traffic;
  if (requests === undefined || requests === 0) {
    return "The prices depend on the prompt length, which is unknown without the number of requests: the lowest context tier is assumed.";
  }
  const length = formatTokens(inputTokens / requests);
  return `Context tiers are judged at the mean prompt length, ${length} tokens.`;
}

/** Requests of the whole month; undefined when nobody counted them. */
export function requestsOf({ requests, tiers }: TrafficProfile): number | undefined {
  const counts = tiers?.map((tier) => tier.requests) ?? [];
  if (counts.length === 0 || counts.includes(undefined)) return requests;
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

interface ContextPart {
  readonly usage: TokenUsage;
  readonly promptTokens: Tokens;
}

function contextParts(traffic: TrafficProfile): readonly ContextPart[] {
  const { tiers, requests, inputTokens } = traffic;
  if (tiers === undefined || tiers.length === 0) {
    return [{ usage: traffic, promptTokens: requests ? inputTokens / requests : 0 }];
  }
  const reasoning = shared(traffic.reasoningTokens, tiers, (tier) => tier.outputTokens);
  const isCacheTiered = tiers.some(
    (tier) => tier.cachedInputTokens !== undefined || tier.cacheWriteTokens !== undefined,
  );
  const inputOf = (tier: TrafficTier) => (isCacheTiered ? 0 : tier.inputTokens);
  const cached = shared(traffic.cachedInputTokens, tiers, inputOf);
  const written = shared(traffic.cacheWriteTokens, tiers, inputOf);
  return tiers.map((tier, index) => ({
    usage: {
      inputTokens: tier.inputTokens,
      outputTokens: tier.outputTokens,
      cachedInputTokens: tier.cachedInputTokens ?? cached[index],
      cacheWriteTokens: tier.cacheWriteTokens ?? written[index],
      reasoningTokens: reasoning[index],
    },
    promptTokens: promptLengthOf(tier, tiers[index - 1]),
  }));
}

function promptLengthOf(tier: TrafficTier, before: TrafficTier | undefined): Tokens {
  if (tier.requests) return tier.inputTokens / tier.requests;
  return tier.promptTokensUpTo ?? (before?.promptTokensUpTo ?? -1) + 1;
}

/** A total that no tier states, spread over the tiers by weight; the rounding rest goes to the last. */
function shared(
  total: Tokens | undefined,
  tiers: readonly TrafficTier[],
  weightOf: (tier: TrafficTier) => number,
): readonly Tokens[] {
  const weights = tiers.map(weightOf);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === undefined || all === 0) return weights.map(() => 0);
  const cut = (weight: number) => Math.round((total * weight) / all);
  let before = 0;
  return weights.map((weight) => {
    const from = before;
    before += weight;
    return cut(before) - cut(from);
  });
}

/** The share first, the rest second; what is part of another count stays within it. */
function splitUsage(usage: TokenUsage, share: Ratio): readonly [TokenUsage, TokenUsage] {
  if (share === 0) return [{ inputTokens: 0, outputTokens: 0 }, usage];
  const cut = (tokens: Tokens | undefined = 0) => Math.round(tokens * share);
  const cached = cut(usage.cachedInputTokens);
  const written = cut(usage.cacheWriteTokens);
  const reasoning = cut(usage.reasoningTokens);
  const { cachedInputTokens = 0, cacheWriteTokens = 0, reasoningTokens = 0 } = usage;
  const fresh = cut(usage.inputTokens - cachedInputTokens - cacheWriteTokens);
  const visible = cut(usage.outputTokens - reasoningTokens);
  const inputTokens = fresh + cached + written;
  const outputTokens = visible + reasoning;
  return [
    {
      inputTokens,
      outputTokens,
      cachedInputTokens: cached,
      cacheWriteTokens: written,
      reasoningTokens: reasoning,
    },
    {
      inputTokens: usage.inputTokens - inputTokens,
      outputTokens: usage.outputTokens - outputTokens,
      cachedInputTokens: cachedInputTokens - cached,
      cacheWriteTokens: cacheWriteTokens - written,
      reasoningTokens: reasoningTokens - reasoning,
    },
  ];
}
