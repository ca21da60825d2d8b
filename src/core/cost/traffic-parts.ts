import { onceFor } from "../once-for.ts";
import { formatTokens } from "../report/format.ts";
import type { Tokens } from "../units.ts";
import type { Meter } from "./rates.ts";
import { meteredTokens, type TokenUsage } from "./request-cost.ts";
import type { ServiceTier, TrafficProfile, TrafficTier } from "./traffic.ts";

/** Tokens of a month that are billed alike: one context tier, one service tier. */
export interface TrafficPart {
  readonly meters: readonly (readonly [Meter, Tokens])[];
  /** The prompt length that stands for all requests of the part. */
  readonly promptTokens: Tokens;
  readonly serviceTier: ServiceTier;
}

/**
 * Cuts a month by context tier and by service tier, once for each month. No token is lost or counted
 * twice.
 */
export const trafficParts = onceFor(cutTraffic);

function cutTraffic(traffic: TrafficProfile): readonly TrafficPart[] {
  const tiers = serviceShares(traffic);
  return contextParts(traffic).flatMap(({ usage, promptTokens }) => {
    const metered = meteredTokens(usage);
    let before = 0;
    const parts = tiers.map(({ serviceTier, share }, index): TrafficPart => {
      const from = before;
      before += share;
      const isLast = index === tiers.length - 1;
      const meters = metered.map(([meter, tokens]): readonly [Meter, Tokens] => {
        const upTo = isLast ? tokens : Math.round(tokens * before);
        return [meter, upTo - Math.round(tokens * from)];
      });
      return { meters, promptTokens, serviceTier };
    });
    const [rest, ...others] = [...parts].reverse();
    const inOrder = rest === undefined ? [] : [rest, ...others.reverse()];
    return inOrder
      .map((part) => ({ ...part, meters: part.meters.filter(([, tokens]) => tokens > 0) }))
      .filter(({ meters }) => meters.length > 0);
  });
}

/** How the prompt length of a month was judged, in a sentence. */
export function describePromptLength(traffic: TrafficProfile): string {
  if (traffic.tiers !== undefined) return "Each part is judged at its own prompt length.";
  const length = meanPromptTokens(traffic);
  if (length === undefined) {
    return "The prices depend on the prompt length, which is unknown without the number of requests: the lowest context tier is assumed.";
  }
  return `Context tiers are judged at the mean prompt length, ${formatTokens(length)} tokens.`;
}

/** Everything sent in, text, sound and pictures, over the requests; undefined without their number. */
export function meanPromptTokens(traffic: TrafficProfile): Tokens | undefined {
  const requests = requestsOf(traffic);
  if (requests === undefined || requests === 0) return undefined;
  return (traffic.inputTokens + mediaTokens(traffic)) / requests;
}

/** Requests of the whole month; undefined when nobody counted them. */
export function requestsOf({ requests, tiers }: TrafficProfile): number | undefined {
  const counts = tiers?.map((tier) => tier.requests) ?? [];
  if (counts.length === 0 || counts.includes(undefined)) return requests;
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function mediaTokens({ audioInputTokens = 0, imageTokens = 0 }: TrafficProfile): Tokens {
  return audioInputTokens + imageTokens;
}

/** What each service tier has of the month; the rest stands last. */
function serviceShares(traffic: TrafficProfile) {
  const { batchShare = 0, flexShare = 0, priorityShare = 0 } = traffic;
  const rest = Math.max(0, 1 - batchShare - flexShare - priorityShare);
  return [
    { serviceTier: "batch", share: batchShare },
    { serviceTier: "flex", share: flexShare },
    { serviceTier: "priority", share: priorityShare },
    { serviceTier: traffic.serviceTier ?? "standard", share: rest },
  ] as const;
}

/** What all requests are sent as, and where they go; standard where they are sent in several ways. */
export function billedAs(traffic: TrafficProfile) {
  const [only, ...others] = serviceShares(traffic).filter(({ share }) => share > 1e-9);
  const { region, fineTuned } = traffic;
  const isMixed = only === undefined || others.length > 0;
  const serviceTier: ServiceTier = isMixed ? "standard" : only.serviceTier;
  return { isMixed, at: { serviceTier, region, fineTuned } };
}

interface ContextPart {
  readonly usage: TokenUsage;
  readonly promptTokens: Tokens;
}

function contextParts(traffic: TrafficProfile): readonly ContextPart[] {
  const { tiers } = traffic;
  if (tiers === undefined || tiers.length === 0) {
    return [{ usage: traffic, promptTokens: meanPromptTokens(traffic) ?? 0 }];
  }
  const byInput = (total: Tokens | undefined) => shared(total, tiers, (tier) => tier.inputTokens);
  const byOutput = (total: Tokens | undefined) => shared(total, tiers, (tier) => tier.outputTokens);
  const reasoning = byOutput(traffic.reasoningTokens);
  const isCacheTiered = tiers.some(
    (tier) => tier.cachedInputTokens !== undefined || tier.cacheWriteTokens !== undefined,
  );
  const inputOf = (tier: TrafficTier) => (isCacheTiered ? 0 : tier.inputTokens);
  const cached = shared(traffic.cachedInputTokens, tiers, inputOf);
  const written = shared(traffic.cacheWriteTokens, tiers, inputOf);
  const sound = byInput(traffic.audioInputTokens);
  const pictures = byInput(traffic.imageTokens);
  const speech = byOutput(traffic.audioOutputTokens);
  return tiers.map((tier, index) => ({
    usage: {
      inputTokens: tier.inputTokens,
      outputTokens: tier.outputTokens,
      cachedInputTokens: tier.cachedInputTokens ?? cached[index],
      cacheWriteTokens: tier.cacheWriteTokens ?? written[index],
      reasoningTokens: reasoning[index],
      audioInputTokens: sound[index],
      imageTokens: pictures[index],
      audioOutputTokens: speech[index],
    },
    promptTokens: promptLengthOf(tier, tiers[index - 1]),
  }));
}

/** The prompt length that stands for a part of the month. */
export function promptLengthOf(tier: TrafficTier, before: TrafficTier | undefined): Tokens {
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
  if (total === undefined || total === 0) return weights.map(() => 0);
  if (all === 0) return weights.map((_, index) => (index === weights.length - 1 ? total : 0));
  const cut = (weight: number) => Math.round((total * weight) / all);
  let before = 0;
  return weights.map((weight) => {
    const from = before;
    before += weight;
    return cut(before) - cut(from);
  });
}
