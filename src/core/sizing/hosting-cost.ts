import type { Ratio, Tokens, Usd, UsdPerMtok } from "../units.ts";

/** A month of paid hours. */
const hoursPerMonth = 730;
const secondsPerHour = 3600;
const tokensPerMtok = 1e6;

/**
 * What a million output tokens cost, their prompts included: rate / (3600 x speed x use) x 1e6.
 *
 * @param utilisation share of the paid hours in which the machine writes at this speed
 */
export function outputUsdPerMtok({
  usdPerHour,
  outputTokensPerSecond,
  utilisation,
}: {
  readonly usdPerHour: Usd;
  readonly outputTokensPerSecond: number;
  readonly utilisation: Ratio;
}): UsdPerMtok {
  return (usdPerHour / (secondsPerHour * outputTokensPerSecond * utilisation)) * tokensPerMtok;
}

/** What a month costs before the first token: the hours of all replicas, and who looks after them. */
export function fixedMonthlyUsd({
  usdPerHour,
  replicas,
  operationsUsd,
}: {
  readonly usdPerHour: Usd;
  readonly replicas: number;
  readonly operationsUsd: Usd;
}): Usd {
  return usdPerHour * hoursPerMonth * replicas + operationsUsd;
}

/** Million tokens, prompts included, that one replica can take in a month at this use. */
export function capacityMtok(tokensPerSecond: number, utilisation: Ratio): number {
  return (tokensPerSecond * secondsPerHour * hoursPerMonth * utilisation) / tokensPerMtok;
}

/** Tokens of prompts and answers a second, where answers are written at this speed. */
export function allTokensPerSecond(
  outputTokensPerSecond: number,
  { inputTokens, outputTokens }: { readonly inputTokens: Tokens; readonly outputTokens: Tokens },
): number {
  return outputTokensPerSecond * (1 + inputTokens / outputTokens);
}

/** What an hour of hardware of one's own costs: its price over its life, and its power. */
export function ownedUsdPerHour({
  priceUsd,
  months,
  watts,
  usdPerKwh,
}: {
  readonly priceUsd: Usd;
  readonly months: number;
  readonly watts: number;
  readonly usdPerKwh: Usd;
}): Usd {
  return priceUsd / (months * hoursPerMonth) + (watts / 1000) * usdPerKwh;
}
