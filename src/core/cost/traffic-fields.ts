import { busyHoursForm, parseBusyHours } from "./busy-hours.ts";
import { parseCount, parseCountOrPercent, parseShare } from "./token-count.ts";
import {
  type ServiceTier,
  serviceTiers,
  type TrafficProfile,
  type TrafficTier,
} from "./traffic.ts";

/** A field that a month of traffic may state beside its tokens in and out. */
interface FieldRule<T> {
  /** What it must be, for a reader who wrote something else. */
  readonly expected: string;
  readonly read: (value: unknown, whole: Whole) => T | undefined;
}

/** What percentages are taken of. */
export interface Whole {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

type Optional = Omit<TrafficProfile, "inputTokens" | "outputTokens" | "tiers" | "isAssumed">;
type FieldRules = { readonly [K in keyof Optional]-?: FieldRule<NonNullable<Optional[K]>> };

export const tokenCount = "a whole number of tokens below 2^53, like 800M, 1.2k or 250000000";
const partOfInput = `${tokenCount}, or a percentage of the input; cached and written tokens together are at most the input`;
const share = "a share from 0 to 1, like 0.3 or 30%";
const tierShare = `${share}; the shares of service tiers together are at most 1`;
const pieces = (what: string) => `a whole number of ${what} a month, like 10k`;

const tokens: FieldRule<number> = { expected: tokenCount, read: parseCount };
const countOf = (what: string): FieldRule<number> => ({ expected: pieces(what), read: parseCount });
const ofInput: FieldRule<number> = {
  expected: partOfInput,
  read: (value, { inputTokens }) => parseCountOrPercent(value, inputTokens),
};
const shareOfRequests: FieldRule<number> = { expected: tierShare, read: parseShare };

export const fieldRules: FieldRules = {
  requests: { expected: "a whole number of requests a month, like 100k", read: parseCount },
  cachedInputTokens: ofInput,
  cacheWriteTokens: ofInput,
  cacheTtl: {
    expected: "5m or 1h",
    read: (value) => (value === "5m" || value === "1h" ? value : undefined),
  },
  reasoningTokens: {
    expected: `${tokenCount}, or a percentage of the output; at most the output`,
    read: (value, { outputTokens }) => parseCountOrPercent(value, outputTokens),
  },
  batchShare: shareOfRequests,
  flexShare: shareOfRequests,
  priorityShare: shareOfRequests,
  serviceTier: { expected: `one of ${serviceTiers.join(", ")}`, read: serviceTierOf },
  region: { expected: "the name of a region, like eu or us", read: textOf },
  fineTuned: { expected: "true or false", read: flagOf },
  hours: { expected: busyHoursForm, read: parseBusyHours },
  audioInputTokens: tokens,
  audioOutputTokens: tokens,
  imageTokens: tokens,
  audioInputHours: { expected: "a number of hours a month, like 1000 or 2.5", read: hoursOf },
  images: countOf("pictures"),
  imageSize: { expected: "width and height in pixels, like 1024x768", read: sizeOf },
  webSearches: countOf("searches"),
  fileSearches: countOf("searches"),
  codeSessions: countOf("sessions"),
  cacheStorageTokenHours: {
    expected: "tokens kept times the hours they are kept, a whole number like 720M",
    read: parseCount,
  },
  trainingTokens: tokens,
  failureShare: { expected: share, read: parseShare },
  maxRetries: {
    expected: "a whole number of retries from 0 to 20",
    read: (value) => {
      const count = parseCount(value);
      return count === undefined || count > 20 ? undefined : count;
    },
  },
  failuresBilled: { expected: "true or false", read: flagOf },
  tokenizer: { expected: "the name of a tokenizer", read: textOf },
  textClass: { expected: "the name of a class of text", read: textOf },
};

/** Short names stand for the long ones in either form. */
export const shortNames: Readonly<Record<string, string>> = {
  in: "inputTokens",
  out: "outputTokens",
  "in-each": "inputTokensPerRequest",
  "out-each": "outputTokensPerRequest",
  hit: "cacheHitShare",
  cached: "cachedInputTokens",
  written: "cacheWriteTokens",
  "cache-write": "cacheWriteTokens",
  "cache-ttl": "cacheTtl",
  reasoning: "reasoningTokens",
  batch: "batchShare",
  flex: "flexShare",
  priority: "priorityShare",
  tier: "serviceTier",
  "fine-tuned": "fineTuned",
  audio: "audioInputTokens",
  "audio-out": "audioOutputTokens",
  "audio-hours": "audioInputHours",
  "image-tokens": "imageTokens",
  "image-size": "imageSize",
  searches: "webSearches",
  "file-searches": "fileSearches",
  "code-sessions": "codeSessions",
  storage: "cacheStorageTokenHours",
  training: "trainingTokens",
  failures: "failureShare",
  retries: "maxRetries",
  billed: "failuresBilled",
  text: "textClass",
};

/** The first field whose parts are more than their whole. */
export function overfull(whole: Whole, read: Partial<Optional>): keyof Optional | undefined {
  const { cachedInputTokens = 0, cacheWriteTokens = 0, reasoningTokens = 0 } = read;
  const { batchShare = 0, flexShare = 0, priorityShare = 0 } = read;
  const most = 1 + 1e-9;
  if (cachedInputTokens > whole.inputTokens) return "cachedInputTokens";
  if (cachedInputTokens + cacheWriteTokens > whole.inputTokens) return "cacheWriteTokens";
  if (reasoningTokens > whole.outputTokens) return "reasoningTokens";
  if (batchShare + flexShare > most) return "flexShare";
  if (batchShare + flexShare + priorityShare > most) return "priorityShare";
  return undefined;
}

export type StatedTier = { readonly [K in keyof TrafficTier]?: unknown };

function serviceTierOf(value: unknown): ServiceTier | undefined {
  return serviceTiers.find((tier) => tier === value);
}

function flagOf(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  return value === "true" || value === "yes"
    ? true
    : value === "false" || value === "no"
      ? false
      : undefined;
}

function hoursOf(value: unknown): number | undefined {
  const hours =
    typeof value === "string" && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (typeof hours !== "number") return parseCount(value);
  return hours >= 0 && hours <= 1e9 ? hours : undefined;
}

function sizeOf(value: unknown): string | undefined {
  const match = typeof value === "string" ? /^(\d{1,5})x(\d{1,5})$/.exec(value.trim()) : null;
  return match !== null && Number(match[1]) > 0 && Number(match[2]) > 0 ? match[0] : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" && value.length <= 200
    ? value.trim()
    : undefined;
}
