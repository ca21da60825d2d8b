import type { Ratio, Usd } from "../units.ts";
import type { CostAnswer, KnownCost } from "./monthly-cost.ts";
import type { TrafficProfile, TrafficTier } from "./traffic.ts";

/** What a bill hangs on: its share, and what a tenth more or less of it does. */
export interface Driver {
  readonly what: string;
  /** Of the bill; null where it is no part of it but moves it. */
  readonly share: Ratio | null;
  readonly plusTenPercentUsd: Usd | null;
  readonly minusTenPercentUsd: Usd | null;
}

interface Lever {
  readonly what: string;
  /** What of the month it is; nothing there, no driver. */
  readonly amount: (traffic: TrafficProfile) => number;
  readonly times: (traffic: TrafficProfile, factor: number) => TrafficProfile;
  readonly part: (item: KnownCost["items"][number]) => boolean;
}

const scale = (value: number | undefined, factor: number) =>
  value === undefined ? undefined : Math.round(value * factor);

function scaleFields<T extends object>(of: T, names: readonly (keyof T)[], factor: number): T {
  const changed = names.flatMap((name) => {
    const value = of[name];
    return typeof value === "number" ? [[name, scale(value, factor)] as const] : [];
  });
  return { ...of, ...Object.fromEntries(changed) };
}

const promptFields = ["inputTokens", "cachedInputTokens", "cacheWriteTokens"] as const;

function inTiers(
  traffic: TrafficProfile,
  change: (tier: TrafficTier) => TrafficTier,
): TrafficProfile {
  return traffic.tiers === undefined ? traffic : { ...traffic, tiers: traffic.tiers.map(change) };
}

function piece(field: keyof TrafficProfile, what: string, label: string): Lever {
  return {
    what,
    amount: (traffic) => Number(traffic[field] ?? 0),
    times: (traffic, factor) => scaleFields(traffic, [field], factor),
    part: (item) => item.what.startsWith(label),
  };
}

const levers: readonly Lever[] = [
  {
    what: "tokens in",
    amount: ({ inputTokens }) => inputTokens,
    times: (traffic, factor) =>
      inTiers(scaleFields(traffic, promptFields, factor), (tier) =>
        scaleFields(tier, promptFields, factor),
      ),
    part: ({ side, what }) => side === "input" && !/^(audio|images)/.test(what),
  },
  {
    what: "tokens out",
    amount: ({ outputTokens }) => outputTokens,
    times: (traffic, factor) =>
      inTiers(scaleFields(traffic, ["outputTokens", "reasoningTokens"], factor), (tier) =>
        scaleFields(tier, ["outputTokens"], factor),
      ),
    part: ({ side, what }) => side === "output" && !what.startsWith("audio"),
  },
  piece("audioInputTokens", "sound in", "audio input"),
  piece("audioOutputTokens", "sound out", "audio output"),
  piece("imageTokens", "pictures", "images"),
  piece("webSearches", "web searches", "web searches"),
  piece("fileSearches", "file searches", "file searches"),
  piece("codeSessions", "code sessions", "code sessions"),
  piece("cacheStorageTokenHours", "cache storage", "cache storage"),
  piece("trainingTokens", "training tokens", "training tokens"),
];

const cacheLever: Lever = {
  what: "tokens read from a cache",
  amount: ({ cachedInputTokens = 0 }) => cachedInputTokens,
  times: (traffic, factor) => ({
    ...traffic,
    cachedInputTokens: Math.min(
      Math.round((traffic.cachedInputTokens ?? 0) * factor),
      traffic.inputTokens - (traffic.cacheWriteTokens ?? 0),
    ),
  }),
  part: () => false,
};

/**
 * What drives a bill, the strongest first. Each is moved by a tenth with all else as it is, and the
 * bill is reckoned again, so that a jump at a context tier shows.
 */
export function driversOf(
  cost: KnownCost,
  traffic: TrafficProfile,
  billFor: (traffic: TrafficProfile) => CostAnswer,
): readonly Driver[] {
  const all = traffic.tiers === undefined ? [...levers, cacheLever] : levers;
  const found = all.flatMap((lever): Driver[] => {
    if (lever.amount(traffic) === 0) return [];
    const change = (factor: number) => {
      const bill = billFor(lever.times(traffic, factor));
      return bill.known ? bill.monthlyUsd - cost.monthlyUsd : null;
    };
    const part = cost.items.filter(lever.part).reduce((sum, { usd }) => sum + usd, 0);
    const isPart = lever !== cacheLever && cost.monthlyUsd > 0;
    return [
      {
        what: lever.what,
        share: isPart ? part / cost.monthlyUsd : null,
        plusTenPercentUsd: change(1.1),
        minusTenPercentUsd: change(0.9),
      },
    ];
  });
  const size = ({ plusTenPercentUsd }: Driver) => Math.abs(plusTenPercentUsd ?? 0);
  return found.sort((a, b) => size(b) - size(a));
}
