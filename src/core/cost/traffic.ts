import type { Conditions } from "../catalog/conditions.ts";
import type { Ratio, Tokens } from "../units.ts";

export type ServiceTier = NonNullable<Conditions["serviceTier"]>;

export const serviceTiers = [
  "standard",
  "batch",
  "flex",
  "priority",
  "fast",
] as const satisfies readonly ServiceTier[];

/** One month of use. Token counts are what the bill counts: the provider's own tokenizer. */
export interface TrafficProfile extends MediaUse, ToolUse, RetryUse {
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
  /** Share of the requests sent as flex, which may be slow or refused. */
  readonly flexShare?: Ratio;
  /** Share of the requests that pay to go first. */
  readonly priorityShare?: Ratio;
  /** What the rest of the requests is sent as. Absent: standard. */
  readonly serviceTier?: ServiceTier;
  /** Where the requests must be answered; some sellers ask more for it. */
  readonly region?: string;
  /** The requests go to weights of your own, trained from the model. */
  readonly fineTuned?: boolean;
  /** When in the week the requests come, in UTC. What no window holds is spread evenly. */
  readonly hours?: readonly BusyHours[];
  /** The month cut by prompt length. Sums replace the totals above. */
  readonly tiers?: readonly TrafficTier[];
  /** The tokenizer the counts were made with; absent: each route's own. */
  readonly tokenizer?: string;
  readonly textClass?: string;
  /** True when nobody stated it and the default stands in. */
  readonly isAssumed?: boolean;
}

/** What is sent and heard beside text: beside `inputTokens` and `outputTokens`, not part of them. */
export interface MediaUse {
  readonly audioInputTokens?: Tokens;
  readonly audioOutputTokens?: Tokens;
  readonly imageTokens?: Tokens;
  /** Hours of sound sent in; each model has its own count of tokens for a second. */
  readonly audioInputHours?: number;
  /** Pictures sent in; each model has its own count of tokens for a size. */
  readonly images?: number;
  /** Pixels of a picture: `1024x768`. */
  readonly imageSize?: string;
}

/** What is billed by the piece. */
export interface ToolUse {
  readonly webSearches?: number;
  readonly fileSearches?: number;
  readonly codeSessions?: number;
  /** Tokens kept in a cache that is billed by the hour, times the hours they are kept. */
  readonly cacheStorageTokenHours?: number;
  /** Tokens of training, counted for each pass over them. */
  readonly trainingTokens?: Tokens;
}

export interface RetryUse {
  /** Share of the requests that fail and are tried again. */
  readonly failureShare?: Ratio;
  readonly maxRetries?: number;
  /** False where a failed request costs nothing. Absent: it is billed. */
  readonly failuresBilled?: boolean;
}

export interface BusyHours {
  /** `mon` to `sun`; absent: every day. */
  readonly days?: readonly string[];
  /** `HHMM`, from the one up to the other; may wrap midnight. */
  readonly from: string;
  readonly to: string;
  /** Share of the month's requests that come in this window. */
  readonly share: Ratio;
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
export const assumedTasks = 100_000;

/** Tasks a month that the traffic stands for: one a request. */
export function tasksOf({ requests }: TrafficProfile): number {
  return requests ?? assumedTasks;
}
