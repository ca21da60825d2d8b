import type { Source } from "../evidence/source.ts";
import { formatTokens } from "../report/format.ts";
import type { Tokens } from "../units.ts";
import { type Fee, feesOf } from "./fees.ts";
import type { MeterRate } from "./meter-rate.ts";
import { costOfTokens, type Money, toUsdNumber } from "./money.ts";
import type { CostItem } from "./monthly-cost.ts";
import type { PriceSchedule } from "./price-row.ts";
import { type Meter, ratesFor } from "./rates.ts";
import { missingPrice } from "./request-cost.ts";
import { countOf, productOf, retriesShare, type Share, shareOf, wholeShare } from "./share.ts";
import { tariffOf } from "./tariff.ts";
import type { TrafficProfile } from "./traffic.ts";
import { type TrafficPart, trafficParts } from "./traffic-parts.ts";

/** A stretch of the month with one price schedule. */
export interface Period {
  readonly schedule: PriceSchedule;
  /** What of the month's traffic comes in it. */
  readonly share: Share;
  /** `until 2026-12-31`; empty where the month has one price. */
  readonly label: string;
}

/** One line of a bill before it is a number. */
export interface BillLine {
  readonly what: string;
  readonly side: Exclude<CostItem["side"], "month">;
  readonly tokens: Tokens;
  readonly count?: number;
  readonly rate: Pick<MeterRate, "rate" | "lowRate" | "highRate" | "usdPerMtok">;
  readonly times: Share;
  readonly sources: readonly Source[];
  readonly notes: readonly string[];
}

export type BillLines =
  | {
      readonly known: true;
      readonly lines: readonly BillLine[];
      readonly notes: readonly string[];
      readonly isOpen: boolean;
    }
  | { readonly known: false; readonly because: string };

const meters = {
  input: { label: "input", side: "input" },
  cacheRead: { label: "cached input", side: "input" },
  cacheWrite: { label: "cache writes", side: "input" },
  audioInput: { label: "audio input", side: "input" },
  imageInput: { label: "images", side: "input" },
  output: { label: "output", side: "output" },
  reasoning: { label: "reasoning", side: "output" },
  audioOutput: { label: "audio output", side: "output" },
} as const satisfies Record<Meter, { label: string; side: CostItem["side"] }>;

/** What a stretch of the month is billed for, retries beside the first attempts. */
export function linesOf({ schedule, share, label }: Period, traffic: TrafficProfile): BillLines {
  const metered: BillLine[] = [];
  const { cacheTtl, region, fineTuned, hours } = traffic;
  for (const part of trafficParts(traffic)) {
    const { promptTokens, serviceTier } = part;
    const at = { promptTokens, serviceTier, cacheTtl, region, fineTuned, hours };
    const rates = ratesFor(schedule, at);
    for (const [meter, tokens] of part.meters) {
      const rate = rates[meter];
      if (rate === undefined) return { known: false, because: missingPrice(meter, at) };
      metered.push(lineOf(meter, part, tokens, rate));
    }
  }
  const bought = feesOf(tariffOf(schedule), traffic);
  if (!bought.known) return bought;
  const retried = retriedShare(traffic);
  const tokens = merged(metered);
  const first = bought.fees.length === 0 ? tokens : [...tokens, ...bought.fees.map(feeLine)];
  const lines =
    retried === undefined
      ? first
      : [
          ...first,
          ...tokens.map(retry(retried)),
          ...bought.fees.flatMap((fee) => retriedFee(fee, retried)),
        ];
  const { notes, isOpen } = bought;
  if (label === "" && share === wholeShare) return { known: true, lines, notes, isOpen };
  const cut = lines.map((line) => ({
    ...line,
    what: label === "" ? line.what : `${line.what}, ${label}`,
    times: productOf(line.times, share),
  }));
  return { known: true, lines: cut, notes, isOpen };
}

export function amountOf({ tokens, count, times }: BillLine, rate: Money): Money {
  return shareOf(costOfTokens(count ?? tokens, rate), times);
}

export function toItem(line: BillLine, amount: Money): CostItem {
  const { what, side, tokens, count, rate, times } = line;
  const usd = toUsdNumber(amount);
  const own = times === wholeShare ? tokens : countOf(tokens, times);
  if (count === undefined) {
    return { what, side, tokens: own, rateUsdPerMtok: rate.usdPerMtok, usd };
  }
  const piece = { count: countOf(count, times), rateUsd: toUsdNumber(rate.rate) };
  return { what, side, tokens: 0, rateUsdPerMtok: 0, ...piece, usd };
}

function lineOf(meter: Meter, part: TrafficPart, tokens: Tokens, rate: MeterRate): BillLine {
  const tier = rate.promptTokensAbove;
  const { label, side } = meters[meter];
  const { sources, notes } = rate;
  const line = { side, tokens, rate, times: wholeShare, sources, notes };
  if (tier === 0 && part.serviceTier === "standard") return { what: label, ...line };
  const what = [
    label,
    part.serviceTier !== "standard" && part.serviceTier,
    tier > 0 && `prompts above ${formatTokens(tier)} tokens`,
  ].filter((word) => word !== false);
  return { what: what.join(", "), ...line };
}

/** Lines that say the same at the same rate become one. */
function merged(lines: readonly BillLine[]): readonly BillLine[] {
  if (lines.length < 2) return lines;
  const byName = new Map<string, BillLine>();
  for (const line of lines) {
    const key = `${line.what} ${line.rate.rate}`;
    const tokens = (byName.get(key)?.tokens ?? 0) + line.tokens;
    byName.set(key, { ...line, tokens });
  }
  return [...byName.values()];
}

function feeLine({ what, count, rate, lowRate, row }: Fee): BillLine {
  const rates = { rate, lowRate, highRate: rate, usdPerMtok: 0 };
  const rest = { side: "requests", tokens: 0, notes: [] } as const;
  return { what, count, rate: rates, times: wholeShare, sources: row.sources, ...rest };
}

/** What the first attempts left of the free pieces is taken off the retries. */
function retriedFee(fee: Fee, { parts, of }: Share): readonly BillLine[] {
  if (!fee.isRetried) return [];
  const left = BigInt(Math.max(0, fee.free - fee.all));
  const billed = BigInt(fee.all) * parts - left * of;
  if (billed <= 0n) return [];
  return [retry({ parts: billed, of })(feeLine({ ...fee, count: 1 }))];
}

function retriedShare({
  failureShare = 0,
  maxRetries = 0,
  failuresBilled = true,
}: TrafficProfile): Share | undefined {
  if (!failuresBilled || failureShare === 0 || maxRetries === 0) return undefined;
  return retriesShare(failureShare, maxRetries);
}

function retry(share: Share) {
  return (line: BillLine): BillLine => ({
    ...line,
    what: `${line.what}, tried again`,
    times: productOf(line.times, share),
  });
}
