import type { Points, Ratio, Tokens, Usd, UsdPerMtok } from "../units.ts";
import { TOKENS_PER_MTOK } from "../units.ts";

/*
 * The values of one variable at which two options cost the same, in closed form. Undefined: no value
 * in the variable's range does it.
 */

export interface TaskValue {
  /** What a task costs. */
  readonly costUsd: Usd;
  /** Share of the tasks that succeed. */
  readonly successShare: Ratio;
}

/** What a task costs on average when a failed one loses `lossUsd`. */
export function expectedCostUsd({ costUsd, successShare }: TaskValue, lossUsd: Usd): Usd {
  return costUsd + (1 - successShare) * lossUsd;
}

/**
 * The loss of a failed task above which the option that succeeds more often is the better one:
 * L* = (cost A - cost B) / (success A - success B). Undefined when both succeed alike.
 */
export function breakEvenLossUsd(a: TaskValue, b: TaskValue): Usd | undefined {
  const gain = a.successShare - b.successShare;
  return gain === 0 ? undefined : (a.costUsd - b.costUsd) / gain;
}

/**
 * The range of L* that the interval of the difference of scores leaves. The upper end is infinite
 * when the interval reaches zero: the quality then decides nothing. Undefined when the better option
 * is not the dearer one, or may be no better at all.
 */
export function breakEvenLossRangeUsd(
  extraCostUsd: Usd,
  gainPoints: readonly [low: Points, high: Points],
): readonly [low: Usd, high: Usd] | undefined {
  const [low, high] = gainPoints;
  if (extraCostUsd <= 0 || high <= 0) return undefined;
  return [
    (100 * extraCostUsd) / high,
    low > 0 ? (100 * extraCostUsd) / low : Number.POSITIVE_INFINITY,
  ];
}

export interface PlainTraffic {
  readonly inputTokens: Tokens;
  readonly outputTokens: Tokens;
}

export interface PlainPrice {
  readonly inputUsdPerMtok: UsdPerMtok;
  readonly outputUsdPerMtok: UsdPerMtok;
}

/** The output price at which the option costs what the other does: (C - I × input price) / O. */
export function equalisingOutputPrice(
  { inputTokens, outputTokens }: PlainTraffic,
  inputUsdPerMtok: UsdPerMtok,
  otherUsd: Usd,
): UsdPerMtok | undefined {
  return notNegative((otherUsd * TOKENS_PER_MTOK - inputTokens * inputUsdPerMtok) / outputTokens);
}

/** The input price at which the option costs what the other does. */
export function equalisingInputPrice(
  { inputTokens, outputTokens }: PlainTraffic,
  outputUsdPerMtok: UsdPerMtok,
  otherUsd: Usd,
): UsdPerMtok | undefined {
  return notNegative((otherUsd * TOKENS_PER_MTOK - outputTokens * outputUsdPerMtok) / inputTokens);
}

/** How many times the output tokens an option may write before it costs what the other does. */
export function breakEvenVerbosity(
  costOfInputUsd: Usd,
  costOfOutputUsd: Usd,
  otherUsd: Usd,
): number | undefined {
  return notNegative((otherUsd - costOfInputUsd) / costOfOutputUsd);
}

/**
 * The share of a prefix read from the cache above which caching pays: (w - 1) / (w - r), with the
 * prices of a write and a read as multiples of the input price. Zero where writes cost no more than
 * input; undefined where caching never pays.
 */
export function cacheHitRateToPay(writeMultiple: number, readMultiple: number): Ratio | undefined {
  if (writeMultiple <= 1) return 0;
  return share((writeMultiple - 1) / (writeMultiple - readMultiple));
}

/** The price of prefix tokens at a hit rate: input × (h r + (1 - h) w). */
export interface CachedPrice {
  /** What the month costs with no token read from the cache. */
  readonly uncachedUsd: Usd;
  /** What it saves when every input token is. */
  readonly savingUsd: Usd;
}

/** The hit rate, the same on both, at which two routes cost the same. */
export function equalisingHitRate(a: CachedPrice, b: CachedPrice): Ratio | undefined {
  return share((a.uncachedUsd - b.uncachedUsd) / (a.savingUsd - b.savingUsd));
}

/** The share of all tokens that are input at which two price lists cost the same. */
export function equalisingInputShare(a: PlainPrice, b: PlainPrice): Ratio | undefined {
  const output = a.outputUsdPerMtok - b.outputUsdPerMtok;
  const input = a.inputUsdPerMtok - b.inputUsdPerMtok;
  return share(output / (output - input));
}

/** Requests come at random, `perSecond` on one prefix; a hit renews the entry for `ttlSeconds`. */
export function cacheHitRate(perSecond: number, ttlSeconds: number): Ratio {
  return 1 - Math.exp(-perSecond * ttlSeconds);
}

/** How many requests a second on one prefix reach a hit rate. */
export function requestsPerSecondForHitRate(hitRate: Ratio, ttlSeconds: number): number {
  return -Math.log(1 - hitRate) / ttlSeconds;
}

/** Attempts billed for each request: (1 - f^(k+1)) / (1 - f). One, where failures are not billed. */
export function billedAttempts(failureShare: Ratio, maxRetries: number): number {
  if (failureShare === 1) return maxRetries + 1;
  return (1 - failureShare ** (maxRetries + 1)) / (1 - failureShare);
}

export interface Escalation {
  readonly cheap: TaskValue;
  readonly strong: TaskValue;
  /** What it costs to find out whether the cheap answer will do. */
  readonly checkUsd: Usd;
}

/** Cheap first, check, then the strong one: c1 + k + (1 - s1) c2. */
export function escalationCostUsd({ cheap, strong, checkUsd }: Escalation): Usd {
  return cheap.costUsd + checkUsd + (1 - cheap.successShare) * strong.costUsd;
}

/** The share of tasks the cheap option must solve for escalation to cost less: (c1 + k) / c2. */
export function escalationPaysAbove({ cheap, strong, checkUsd }: Escalation): Ratio | undefined {
  return share((cheap.costUsd + checkUsd) / strong.costUsd);
}

/**
 * The weight of quality above which the better and dearer option wins, for differences of normalised
 * values: |cost| / (quality + |cost|).
 */
export function weightThreshold(qualityGain: number, costLoss: number): Ratio | undefined {
  return share(Math.abs(costLoss) / (qualityGain + Math.abs(costLoss)));
}

/** Tokens a month above which a fixed monthly cost is cheaper than paying by the token. */
export function breakEvenTokens(
  fixedUsd: Usd,
  blendedUsdPerMtok: UsdPerMtok,
  capacityTokens = Number.POSITIVE_INFINITY,
): Tokens | undefined {
  const tokens = (fixedUsd / blendedUsdPerMtok) * TOKENS_PER_MTOK;
  return tokens <= capacityTokens ? notNegative(tokens) : undefined;
}

function notNegative(value: number): number | undefined {
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

function share(value: number): Ratio | undefined {
  return value >= 0 && value <= 1 ? value : undefined;
}
