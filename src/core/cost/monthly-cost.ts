import type { Source } from "../evidence/source.ts";
import type { Tokens, Usd, UsdPerMtok } from "../units.ts";
import { amountOf, type BillLine, linesOf, type Period, toItem } from "./bill-lines.ts";
import { type Cliff, cliffsOf } from "./cliffs.ts";
import { noMoney, toUsdNumber } from "./money.ts";
import { type MonthlyUsd, monthTerms } from "./month-terms.ts";
import type { PriceSchedule } from "./price-row.ts";
import { wholeShare } from "./share.ts";
import { tariffOf } from "./tariff.ts";
import type { TrafficProfile } from "./traffic.ts";
import { describePromptLength, requestsOf } from "./traffic-parts.ts";

/** One line of a bill. The lines add up to the total. */
export interface CostItem {
  /** `input`, `cached input, batch`, `output, prompts above 272,000 tokens`. */
  readonly what: string;
  /** `requests`: by the piece; `month`: whatever is used. */
  readonly side: "input" | "output" | "requests" | "month";
  /** Retries and parts of a month may make it a fraction. */
  readonly tokens: Tokens;
  readonly rateUsdPerMtok: UsdPerMtok;
  /** Of what is bought by the piece: how many, and what one costs. */
  readonly count?: number;
  readonly rateUsd?: Usd;
  readonly usd: Usd;
}

/** What a month costs, item by item, or why nobody can say. Money is not rounded. */
export type CostAnswer = KnownCost | UnknownCost;

/** A bill, with its lower and upper end and what it rests on. */
export interface KnownCost {
  readonly known: true;
  readonly items: readonly CostItem[];
  readonly monthlyUsd: Usd;
  /** True where something is left out that costs more than nothing: it is at least so much. */
  readonly isAtLeast: boolean;
  /** The mean; absent when the number of requests is unknown. */
  readonly perRequestUsd?: Usd;
  /** With the cheapest of disputed prices. */
  readonly lowUsd: Usd;
  /** With the dearest of disputed prices, which `monthlyUsd` is reckoned with. */
  readonly highUsd: Usd;
  /** What `highUsd` is made of. */
  readonly dearest: {
    readonly usedUsd: Readonly<Record<Exclude<CostItem["side"], "month">, Usd>>;
    readonly month: MonthlyUsd;
  };
  /** What stood in for unknown prices and what was assumed. */
  readonly notes: readonly string[];
  readonly sources: readonly Source[];
  readonly cliffs: readonly Cliff[];
}

/** No bill, and why: a price that nobody states. */
export interface UnknownCost {
  readonly known: false;
  readonly because: string;
}

/**
 * What a month of traffic costs at the prices of one route. Each part of the traffic is billed at the
 * context tier of its prompt length, the batch share at batch prices. A missing price makes the cost
 * unknown, never zero.
 */
export function monthlyCost(schedule: PriceSchedule, traffic: TrafficProfile): CostAnswer {
  return costOfPeriods([{ schedule, share: wholeShare, label: "" }], traffic);
}

/** The same for a month in which prices change: each stretch is billed at its own. */
export function costOfPeriods(periods: readonly Period[], traffic: TrafficProfile): CostAnswer {
  if (periods.length === 0) return { known: false, because: "no price is known" };
  const uncounted = uncountedMedia(traffic);
  if (uncounted !== undefined) return { known: false, because: uncounted };
  const lines: BillLine[] = [];
  const notes: string[] = [];
  let isAtLeast = false;
  for (const period of periods) {
    const billed = linesOf(period, traffic);
    if (!billed.known) return billed;
    lines.push(...billed.lines);
    notes.push(...billed.notes);
    isAtLeast ||= billed.isOpen;
  }
  return { ...totalOf(periods, traffic, { lines, notes }), isAtLeast };
}

/** Sound and pictures that nobody turned into tokens cannot be priced. */
function uncountedMedia({ audioInputHours = 0, images = 0 }: TrafficProfile): string | undefined {
  if (audioInputHours > 0) return "how many tokens a second of sound takes is not known";
  if (images > 0) return "how many tokens a picture takes is not known";
  return undefined;
}

function totalOf(
  periods: readonly Period[],
  traffic: TrafficProfile,
  { lines, notes }: { readonly lines: readonly BillLine[]; readonly notes: readonly string[] },
): Omit<KnownCost, "isAtLeast"> {
  const month = monthTerms(periods);
  const amounts = lines.map((line) => amountOf(line, line.rate.rate));
  const used = amounts.reduce((total, amount) => total + amount, noMoney);
  const { total, items } = month.adjust(used);
  const monthlyUsd = toUsdNumber(total);
  const end = (side: "lowRate" | "highRate") => {
    if (lines.every(({ rate }) => rate[side] === rate.rate)) return monthlyUsd;
    const sum = lines.reduce((all, line) => all + amountOf(line, line.rate[side]), noMoney);
    return toUsdNumber(month.adjust(sum).total);
  };
  const usedUsd = { input: 0, output: 0, requests: 0 };
  for (const line of lines) usedUsd[line.side] += toUsdNumber(amountOf(line, line.rate.highRate));
  const requests = requestsOf(traffic);
  const isTiered = periods.some(({ schedule }) => tariffOf(schedule).cliffs.length > 0);
  const allNotes = isTiered ? [describePromptLength(traffic)] : [];
  for (const line of lines) allNotes.push(...line.notes);
  allNotes.push(...notes);
  const [first] = periods;
  return {
    known: true,
    items: [...lines.map((line, index) => toItem(line, amounts[index] ?? noMoney)), ...items],
    monthlyUsd,
    ...(requests ? { perRequestUsd: toUsdNumber(total / BigInt(requests)) } : {}),
    lowUsd: end("lowRate"),
    highUsd: end("highRate"),
    dearest: { usedUsd, month: month.usd },
    notes: [...new Set(allNotes)],
    sources: [...new Set([...lines.flatMap((line) => line.sources), ...month.sources])],
    cliffs: first === undefined ? [] : cliffsOf(first.schedule, traffic),
  };
}
