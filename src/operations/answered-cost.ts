import { type BillRange, billRange, type CostDoubts } from "../core/cost/bill-range.ts";
import { crossedCliffs } from "../core/cost/cliff-shares.ts";
import { driversOf } from "../core/cost/drivers.ts";
import { expectedCostUsd } from "../core/cost/flips.ts";
import { longestPrompts } from "../core/cost/longest-prompts.ts";
import { costOfPeriods, type KnownCost, monthlyCost } from "../core/cost/monthly-cost.ts";
import { type OwnTraffic, ownTraffic } from "../core/cost/own-traffic.ts";
import { tariffOf } from "../core/cost/tariff.ts";
import type { TrafficProfile } from "../core/cost/traffic.ts";
import { meanPromptTokens } from "../core/cost/traffic-parts.ts";
import { knownValue } from "../core/evidence/fact.ts";
import type { SourceBook } from "../core/evidence/source-book.ts";
import type { AnsweredCost, UnansweredCost } from "../core/report/cost-document.ts";
import { formatTokens } from "../core/report/format.ts";
import type { Ratio, Usd } from "../core/units.ts";
import { nameOfOffer, type Offer } from "./offer.ts";

/** What a task is worth to the asker. */
export interface TaskTerms {
  readonly successRate?: Ratio | Readonly<Record<string, Ratio>> | undefined;
  readonly failedTaskUsd?: Usd | undefined;
}

/** An offer with its bill, or why there is none. */
export type Bill =
  | {
      readonly offer: Offer;
      readonly known: true;
      readonly cost: KnownCost;
      readonly own: OwnTraffic;
      readonly range: BillRange;
    }
  | { readonly offer: Offer; readonly known: false; readonly because: string };

export function billOfOffer(offer: Offer, traffic: TrafficProfile): Bill {
  const { counting, periods } = offer;
  const own =
    counting === null
      ? { traffic, notes: [], sources: [], isTokenizerOpen: traffic.tokenizer !== undefined }
      : ownTraffic(traffic, counting);
  const cost = costOfPeriods(periods, own.traffic);
  if (!cost.known) return { offer, known: false, because: offer.because ?? cost.because };
  const reasons = counting !== null && knownValue(counting.fact("cap.reasoning")) === true;
  const range = rangeAtLongest(cost, offer, own.traffic, {
    tokenizerDiffers: own.isTokenizerOpen,
    reasoningUncounted:
      reasons && traffic.reasoningTokens === undefined && traffic.outputTokens > 0,
  });
  return { offer, known: true, cost, own, range };
}

/** The range of a bill, up to the prices of the longest prompts that the traffic allows. */
function rangeAtLongest(
  cost: KnownCost,
  { periods }: Offer,
  traffic: TrafficProfile,
  doubts: CostDoubts,
): BillRange {
  const range = billRange(cost, doubts);
  const cliffs = [...new Set(periods.flatMap(({ schedule }) => tariffOf(schedule).cliffs))];
  const longest = longestPrompts(
    traffic,
    cliffs.sort((a, b) => a - b),
  );
  const isMean = longest === undefined && traffic.tiers === undefined;
  const beyond = isMean
    ? cliffs.find((cliff) => cliff >= (meanPromptTokens(traffic) ?? 0))
    : undefined;
  if (beyond !== undefined && range.highUsd > cost.monthlyUsd) {
    const note = `at the mean prompt length: prompts above ${formatTokens(beyond)} tokens have other prices, so state tiers for a firm upper end`;
    return { ...range, notes: [...range.notes, note] };
  }
  if (longest === undefined) return range;
  const above = formatTokens(longest.promptTokensAbove);
  const most = costOfPeriods(periods, longest.traffic);
  if (!most.known) {
    const note = `no upper end holds for prompts above ${above} tokens, as ${most.because}`;
    return { ...range, notes: [...range.notes, note] };
  }
  const { highUsd } = billRange(most, doubts);
  if (highUsd <= range.highUsd) return range;
  const note = `up to the prices for prompts above ${above} tokens, as some may be that long`;
  return { ...range, highUsd, notes: [...range.notes, note] };
}

export function answeredCost(
  bill: Bill,
  terms: TaskTerms,
  book: SourceBook,
): AnsweredCost | UnansweredCost {
  const { route, model } = bill.offer;
  if (!bill.known) return { route, model, monthlyUsd: null, because: bill.because };
  const { cost, own, range, offer } = bill;
  const { items, monthlyUsd, isAtLeast, lowUsd, cliffs } = cost;
  const perRequestUsd = cost.perRequestUsd ?? null;
  return {
    route,
    model,
    items,
    monthlyUsd,
    isAtLeast,
    perRequestUsd,
    lowUsd,
    highUsd: range.highUsd,
    ...taskCosts(perRequestUsd, successRateOf(offer, terms), terms.failedTaskUsd),
    drivers: driversOf(cost, own.traffic, (traffic) => costOfPeriods(offer.periods, traffic)),
    cliffs: crossedCliffs(cliffs, own.traffic),
    priceChanges: offer.changes.map(({ from, schedule }) => {
      const later = monthlyCost(schedule, own.traffic);
      return { from, monthlyUsd: later.known ? later.monthlyUsd : null };
    }),
    notes: [...own.notes, ...cost.notes, ...range.notes],
    sourceIds: book.cite([...cost.sources, ...own.sources, ...range.sources]),
  };
}

export function successRateOf(offer: Offer, { successRate }: TaskTerms): Ratio | undefined {
  if (typeof successRate === "number" || successRate === undefined) return successRate;
  const lower = new Map(
    Object.entries(successRate).map(([name, rate]) => [name.toLowerCase(), rate]),
  );
  return namesOf(offer)
    .map((name) => lower.get(name))
    .find((rate) => rate !== undefined);
}

/** The first name with a rate that is none of those asked about. */
export function strangeRate(
  offers: readonly Offer[],
  { successRate }: TaskTerms,
): string | undefined {
  if (typeof successRate !== "object") return undefined;
  const names = new Set(offers.flatMap(namesOf));
  return Object.keys(successRate).find((name) => !names.has(name.toLowerCase()));
}

function namesOf(offer: Offer): readonly string[] {
  const { route, model } = offer;
  const names = [nameOfOffer(offer), route, model].filter((name) => name !== null);
  return names.map((name) => name.toLowerCase());
}

/** A task that fails is paid for too: E[cost] / s, and c + (1 - s) L. */
function taskCosts(
  perRequestUsd: Usd | null,
  rate: Ratio | undefined,
  failedTaskUsd: Usd | undefined,
): Pick<AnsweredCost, "perSolvedTaskUsd" | "perTaskWithFailuresUsd"> {
  if (perRequestUsd === null || rate === undefined) {
    return { perSolvedTaskUsd: null, perTaskWithFailuresUsd: null };
  }
  const task = { costUsd: perRequestUsd, successShare: rate };
  return {
    perSolvedTaskUsd: perRequestUsd / rate,
    perTaskWithFailuresUsd:
      failedTaskUsd === undefined ? null : expectedCostUsd(task, failedTaskUsd),
  };
}
