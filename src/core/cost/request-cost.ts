import type { Tokens, Usd } from "../units.ts";
import { costOfTokens, type Money, noMoney, parseUsd, toUsdNumber } from "./money.ts";
import type { PriceSchedule } from "./price-row.ts";
import { type Meter, ratesFor } from "./rates.ts";
import type { RateConditions } from "./tariff.ts";

/** The tokens of one request, or of many that are billed alike. */
export interface TokenUsage {
  /** All prompt tokens, the cached ones included. */
  readonly inputTokens: Tokens;
  readonly outputTokens: Tokens;
  readonly cachedInputTokens?: Tokens | undefined;
  /** Part of `inputTokens`. */
  readonly cacheWriteTokens?: Tokens | undefined;
  /** Part of `outputTokens`. */
  readonly reasoningTokens?: Tokens | undefined;
  /** Sound and pictures stand beside the tokens of text. */
  readonly audioInputTokens?: Tokens | undefined;
  readonly imageTokens?: Tokens | undefined;
  readonly audioOutputTokens?: Tokens | undefined;
}

export type RequestConditions = Partial<Omit<RateConditions, "promptTokens">>;

export type RequestCost =
  | { readonly known: true; readonly usd: Usd; readonly amount: Money }
  | { readonly known: false; readonly because: string };

/**
 * What one request costs, exactly. Its prompt length decides the context tier of the whole request.
 * Unknown when a price it needs is unknown; with no time given, an even week is assumed.
 */
export function requestCost(
  schedule: PriceSchedule,
  usage: TokenUsage,
  conditions: RequestConditions = {},
): RequestCost {
  const { serviceTier = "standard" } = conditions;
  const { inputTokens, audioInputTokens = 0, imageTokens = 0 } = usage;
  const promptTokens = inputTokens + audioInputTokens + imageTokens;
  const rates = ratesFor(schedule, { ...conditions, serviceTier, promptTokens });
  let amount: Money = noMoney;
  for (const [meter, tokens] of meteredTokens(usage)) {
    if (tokens === 0) continue;
    const rate = rates[meter];
    if (rate === undefined)
      return { known: false, because: missingPrice(meter, { promptTokens, serviceTier }) };
    amount += costOfTokens(tokens, rate.rate);
  }
  amount += requestFee(schedule);
  return { known: true, usd: toUsdNumber(amount), amount };
}

/** The usage as the meters count it: every token on one meter only. */
export function meteredTokens(usage: TokenUsage): readonly (readonly [Meter, Tokens])[] {
  const { cachedInputTokens = 0, cacheWriteTokens = 0, reasoningTokens = 0 } = usage;
  const { audioInputTokens = 0, imageTokens = 0, audioOutputTokens = 0 } = usage;
  return [
    ["input", usage.inputTokens - cachedInputTokens - cacheWriteTokens],
    ["cacheRead", cachedInputTokens],
    ["cacheWrite", cacheWriteTokens],
    ["audioInput", audioInputTokens],
    ["imageInput", imageTokens],
    ["output", usage.outputTokens - reasoningTokens],
    ["reasoning", reasoningTokens],
    ["audioOutput", audioOutputTokens],
  ];
}

export function missingPrice(
  meter: Meter,
  at: Pick<RateConditions, "promptTokens" | "serviceTier" | "fineTuned">,
): string {
  const { promptTokens, serviceTier, fineTuned = false } = at;
  const tier = serviceTier === "standard" ? "" : `${serviceTier} `;
  const own = fineTuned ? " of fine-tuned weights" : "";
  const where = promptTokens > 0 ? ` for prompts of ${Math.round(promptTokens)} tokens` : "";
  return `no ${tier}${meterSides[meter]} price${own}${where} is known`;
}

const meterSides = {
  input: "input",
  cacheRead: "input",
  cacheWrite: "input",
  audioInput: "audio input",
  imageInput: "input",
  output: "output",
  reasoning: "output",
  audioOutput: "audio output",
} as const satisfies Record<Meter, string>;

/** What each request costs besides its tokens. */
function requestFee(schedule: PriceSchedule): Money {
  const row = schedule.find(({ meter }) => meter === "price.request");
  return (row && parseUsd(row.amount)) ?? noMoney;
}
