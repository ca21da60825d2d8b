import type { Source } from "../evidence/source.ts";
import { formatTokens } from "../report/format.ts";
import type { Tokens, Usd, UsdPerMtok } from "../units.ts";
import { type Cliff, cliffsOf } from "./cliffs.ts";
import { costOfTokens, type Money, noMoney, toUsdNumber } from "./money.ts";
import type { PriceSchedule } from "./price-row.ts";
import { type Meter, type MeterRate, ratesFor } from "./rates.ts";
import { meteredTokens, missingPrice, requestFee } from "./request-cost.ts";
import { tariffOf } from "./tariff.ts";
import type { TrafficProfile } from "./traffic.ts";
import {
  describePromptLength,
  requestsOf,
  type TrafficPart,
  trafficParts,
} from "./traffic-parts.ts";

export interface CostItem {
  /** `input`, `cached input, batch`, `output, prompts above 272,000 tokens`. */
  readonly what: string;
  readonly side: "input" | "output" | "requests";
  readonly tokens: Tokens;
  readonly rateUsdPerMtok: UsdPerMtok;
  readonly usd: Usd;
}

/** What a month costs, item by item, or why nobody can say. Money is not rounded. */
export type CostAnswer = KnownCost | UnknownCost;

export interface KnownCost {
  readonly known: true;
  readonly items: readonly CostItem[];
  readonly monthlyUsd: Usd;
  /** The mean; absent when the number of requests is unknown. */
  readonly perRequestUsd?: Usd;
  /** With the cheapest of disputed prices. */
  readonly lowUsd: Usd;
  /** With the dearest of disputed prices, which `monthlyUsd` is reckoned with. */
  readonly highUsd: Usd;
  /** What stood in for unknown prices and what was assumed. */
  readonly notes: readonly string[];
  readonly sources: readonly Source[];
  readonly cliffs: readonly Cliff[];
}

export interface UnknownCost {
  readonly known: false;
  readonly because: string;
}

const meters = {
  input: { label: "input", side: "input" },
  cacheRead: { label: "cached input", side: "input" },
  cacheWrite: { label: "cache writes", side: "input" },
  output: { label: "output", side: "output" },
  reasoning: { label: "reasoning", side: "output" },
} as const satisfies Record<Meter, { label: string; side: CostItem["side"] }>;

/**
 * What a month of traffic costs at the prices of one route. Each part of the traffic is billed at the
 * context tier of its prompt length, the batch share at batch prices. A missing price makes the cost
 * unknown, never zero.
 */
export function monthlyCost(schedule: PriceSchedule, traffic: TrafficProfile): CostAnswer {
  const lines: Line[] = [];
  for (const part of trafficParts(traffic)) {
    const { promptTokens, serviceTier } = part;
    const { cacheTtl } = traffic;
    const rates = ratesFor(schedule, { promptTokens, serviceTier, cacheTtl });
    for (const [meter, tokens] of meteredTokens(part.usage)) {
      if (tokens === 0) continue;
      const rate = rates[meter];
      if (rate === undefined) return { known: false, because: missingPrice(meter, promptTokens) };
      lines.push(lineOf(meter, part, tokens, rate));
    }
  }
  return totalOf(schedule, traffic, merged(lines));
}

interface Line {
  readonly what: string;
  readonly side: CostItem["side"];
  readonly tokens: Tokens;
  readonly rate: MeterRate;
}

function lineOf(meter: Meter, part: TrafficPart, tokens: Tokens, rate: MeterRate): Line {
  const tier = rate.promptTokensAbove;
  const { label, side } = meters[meter];
  const what = [
    label,
    part.serviceTier === "batch" && "batch",
    tier > 0 && `prompts above ${formatTokens(tier)} tokens`,
  ].filter((word) => word !== false);
  return { what: what.join(", "), side, tokens, rate };
}

/** Lines that say the same at the same rate become one. */
function merged(lines: readonly Line[]): readonly Line[] {
  const byName = new Map<string, Line>();
  for (const line of lines) {
    const key = `${line.what} ${line.rate.rate}`;
    const tokens = (byName.get(key)?.tokens ?? 0) + line.tokens;
    byName.set(key, { ...line, tokens });
  }
  return [...byName.values()];
}

function totalOf(
  schedule: PriceSchedule,
  traffic: TrafficProfile,
  lines: readonly Line[],
): KnownCost {
  const requests = requestsOf(traffic);
  const fee = requestFee(schedule);
  const fees = costOfTokens(requests ?? 0, fee);
  const sum = (rateOf: (rate: MeterRate) => Money) =>
    lines.reduce((total, { tokens, rate }) => total + costOfTokens(tokens, rateOf(rate)), fees);
  const total = sum(({ rate }) => rate);
  const monthlyUsd = toUsdNumber(total);
  const tariff = tariffOf(schedule);
  const notes = [
    tariff.cliffs.length > 0 && describePromptLength(traffic),
    ...lines.flatMap(({ rate }) => rate.notes),
    fee > noMoney &&
      requests === undefined &&
      "A fee for each request is left out: the number of requests is unknown.",
  ].filter((note) => typeof note === "string");
  return {
    known: true,
    items: [...lines.map(toItem), ...feeItem(fees)],
    monthlyUsd,
    ...(requests ? { perRequestUsd: toUsdNumber(total / BigInt(requests)) } : {}),
    lowUsd: toUsdNumber(sum(({ lowRate }) => lowRate)),
    highUsd: monthlyUsd,
    notes: [...new Set(notes)],
    sources: [...new Set(lines.flatMap(({ rate }) => rate.sources))],
    cliffs: cliffsOf(schedule),
  };
}

function toItem({ what, side, tokens, rate }: Line): CostItem {
  const usd = toUsdNumber(costOfTokens(tokens, rate.rate));
  return { what, side, tokens, rateUsdPerMtok: rate.usdPerMtok, usd };
}

function feeItem(fees: Money): readonly CostItem[] {
  if (fees === noMoney) return [];
  const usd = toUsdNumber(fees);
  return [{ what: "request fees", side: "requests", tokens: 0, rateUsdPerMtok: 0, usd }];
}
