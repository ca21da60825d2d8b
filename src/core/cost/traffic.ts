import type { Ratio, Tokens } from "../units.ts";

/** One month of use. Token counts are what the bill counts: the provider's own tokenizer. */
export interface TrafficProfile {
  readonly requests?: number;
  /** All prompt tokens, the cached ones included. */
  readonly inputTokens: Tokens;
  /** Everything billed as output. */
  readonly outputTokens: Tokens;
  readonly cachedInputTokens?: Tokens;
  /** Prompt tokens written into a cache, part of `inputTokens`. */
  readonly cacheWriteTokens?: Tokens;
  readonly cacheTtl?: "5m" | "1h";
  /** Hidden reasoning, part of `outputTokens`. */
  readonly reasoningTokens?: Tokens;
  /** Share of the requests that may wait and run as a batch. */
  readonly batchShare?: Ratio;
  /** The month cut by prompt length. Sums replace the totals above. */
  readonly tiers?: readonly TrafficTier[];
  /** The tokenizer the counts were made with; absent: each route's own. */
  readonly tokenizer?: string;
  readonly textClass?: string;
  /** True when nobody stated it and the default stands in. */
  readonly isAssumed?: boolean;
}

/** The requests whose prompts have at most this many tokens (and more than the tier before). */
export interface TrafficTier {
  /** Absent on the last tier: no upper end. */
  readonly promptTokensUpTo?: Tokens;
  readonly requests?: number;
  readonly inputTokens: Tokens;
  readonly outputTokens: Tokens;
  readonly cachedInputTokens?: Tokens;
  readonly cacheWriteTokens?: Tokens;
}

/** What stands in when nobody says: 800 M tokens in, 250 M out. Always printed. */
export const defaultTraffic: TrafficProfile = {
  inputTokens: 800_000_000,
  outputTokens: 250_000_000,
  isAssumed: true,
};

/** Tasks a month when the traffic does not state its requests. */
const assumedTasks = 100_000;

/** Tasks a month that the traffic stands for: one a request. */
export function tasksOf({ requests }: TrafficProfile): number {
  return requests ?? assumedTasks;
}
