import { type BillRange, billRange } from "../core/cost/bill-range.ts";
import { crossedCliffs } from "../core/cost/cliff-shares.ts";
import { driversOf } from "../core/cost/drivers.ts";
import { expectedCostUsd } from "../core/cost/flips.ts";
import { costOfPeriods, type KnownCost, monthlyCost } from "../core/cost/monthly-cost.ts";
import { type OwnTraffic, ownTraffic } from "../core/cost/own-traffic.ts";
import type { TrafficProfile } from "../core/cost/traffic.ts";
import { knownValue } from "../core/evidence/fact.ts";
import type { SourceBook } from "../core/evidence/source-book.ts";
import type { AnsweredCost, UnansweredCost } from "../core/report/cost-document.ts";
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
  const range = billRange(cost, {
    tokenizerDiffers: own.isTokenizerOpen,
    reasoningUncounted:
      reasons && traffic.reasoningTokens === undefined && traffic.outputTokens > 0,
  });
  return { offer, known: true, cost, own, range };
}

export function answeredCost(
  bill: Bill,
  terms: TaskTerms,
  book: SourceBook,
): AnsweredCost | UnansweredCost {
  const { route, model } = bill.offer;
  if (!bill.known) return { route, model, monthlyUsd: null, because: bill.because };
  const { cost, own, range, offer } = bill;
  const { items, monthlyUsd, lowUsd, cliffs } = cost;
  const perRequestUsd = cost.perRequestUsd ?? null;
  return {
    route,
    model,
    items,
    monthlyUsd,
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
  const { route, model } = offer;
  const names = [nameOfOffer(offer), route, model].filter((name) => name !== null);
  const lower = new Map(
    Object.entries(successRate).map(([name, rate]) => [name.toLowerCase(), rate]),
  );
  return names.map((name) => lower.get(name.toLowerCase())).find((rate) => rate !== undefined);
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
