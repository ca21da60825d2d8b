import {
  formatNumber,
  formatPercent,
  formatPriceUsdPerMtok,
  formatTokens,
  formatUsd,
} from "../report/format.ts";
import type { Ratio, Usd } from "../units.ts";
import type { Flip } from "../verdict/verdict.ts";
import {
  breakEvenLossUsd,
  breakEvenVerbosity,
  cacheHitRateToPay,
  equalisingHitRate,
} from "./flips.ts";
import { type KnownCost, monthlyCost } from "./monthly-cost.ts";
import type { PriceSchedule } from "./price-row.ts";
import { ratesFor } from "./rates.ts";
import type { TrafficProfile } from "./traffic.ts";
import { billedAs, requestsOf } from "./traffic-parts.ts";

/** One way to buy, with what the traffic costs there. */
export interface PricedOption {
  readonly name: string;
  readonly schedule: PriceSchedule;
  readonly cost: KnownCost;
}

/** Where the bill of one option changes its nature: at context tiers, and where caching pays. */
export function flipsOf(
  { name, schedule, cost }: PricedOption,
  traffic: TrafficProfile,
): readonly Flip[] {
  const requests = requestsOf(traffic);
  const length = requests ? traffic.inputTokens / requests : null;
  const pricing = billedAs(traffic).isMixed ? ", at standard prices" : "";
  const cliffs = cost.cliffs.map(({ promptTokensAbove, inputUsdPerMtok, outputUsdPerMtok }) =>
    flip({
      variable: "prompt length",
      unit: "tokens",
      current: length,
      value: promptTokensAbove,
      changesTo: name,
      text: `A prompt above ${formatTokens(promptTokensAbove)} tokens is billed whole at ${priceText(inputUsdPerMtok)} in and ${priceText(outputUsdPerMtok)} out${pricing}.`,
    }),
  );
  return [...cliffs, ...cachingFlip(name, schedule, traffic)];
}

/** What must change until the cheaper option costs what the dearer one does. */
export function flipsBetween(
  cheaper: PricedOption,
  dearer: PricedOption,
  traffic: TrafficProfile,
): readonly Flip[] {
  if (cheaper.cost.monthlyUsd >= dearer.cost.monthlyUsd) return [];
  return [
    ...outputFlips(cheaper, dearer),
    ...inputPriceFlip(cheaper, dearer),
    ...hitRateFlip(cheaper, dearer, traffic),
  ];
}

/** What an option costs for a task, and how often it solves it. */
export interface TaskOption {
  readonly name: string;
  readonly costUsd: Usd | undefined;
  readonly successShare: Ratio | undefined;
  /** What a failed task costs, as stated. */
  readonly currentUsd: Usd | null;
}

/** The loss of a failed task above which the dearer option, which fails less, costs less. */
export function lossFlip(cheaper: TaskOption, dearer: TaskOption): readonly Flip[] {
  const [a, b] = [cheaper, dearer].map(({ costUsd, successShare }) =>
    costUsd === undefined || successShare === undefined ? undefined : { costUsd, successShare },
  );
  if (a === undefined || b === undefined || b.successShare <= a.successShare) return [];
  const value = breakEvenLossUsd(b, a);
  if (value === undefined || value < 0) return [];
  return [
    flip({
      variable: "loss of a failed task",
      unit: "USD",
      current: cheaper.currentUsd,
      value,
      changesTo: dearer.name,
      text: `A failed task that costs you more than ${formatUsd(value)} makes ${dearer.name} the cheaper one, as it fails less.`,
    }),
  ];
}

function outputFlips(cheaper: PricedOption, dearer: PricedOption): readonly Flip[] {
  const output = sideOf(cheaper.cost, "output");
  const rest = cheaper.cost.monthlyUsd - output.usd;
  const times = breakEvenVerbosity(rest, output.usd, dearer.cost.monthlyUsd);
  if (times === undefined) return [];
  const price = output.meanUsdPerMtok;
  return [
    flip({
      variable: "output tokens",
      unit: "times",
      current: 1,
      value: times,
      changesTo: dearer.name,
      text: `${cheaper.name} writes ${formatNumber(times, 2)} times the output: then both cost the same.`,
    }),
    flip({
      variable: "output price",
      unit: "USD/Mtok",
      current: price,
      value: price * times,
      changesTo: dearer.name,
      text: `The output of ${cheaper.name} costs ${digits(price * times)} instead of ${digits(price)} a million tokens: then both cost the same.`,
    }),
  ];
}

function inputPriceFlip(cheaper: PricedOption, dearer: PricedOption): readonly Flip[] {
  const input = sideOf(cheaper.cost, "input");
  const rest = cheaper.cost.monthlyUsd - input.usd;
  const times = breakEvenVerbosity(rest, input.usd, dearer.cost.monthlyUsd);
  if (times === undefined) return [];
  const price = input.meanUsdPerMtok;
  return [
    flip({
      variable: "input price",
      unit: "USD/Mtok",
      current: price,
      value: price * times,
      changesTo: dearer.name,
      text: `The input of ${cheaper.name} costs ${digits(price * times)} on average instead of ${digits(price)} a million tokens: then both cost the same.`,
    }),
  ];
}

/** The share of the input read from a cache, on both sides alike, at which the order turns. */
function hitRateFlip(
  cheaper: PricedOption,
  dearer: PricedOption,
  traffic: TrafficProfile,
): readonly Flip[] {
  const a = cachedPrice(cheaper, traffic);
  const b = cachedPrice(dearer, traffic);
  if (a === undefined || b === undefined) return [];
  const value = equalisingHitRate(a, b);
  if (value === undefined || value === 0) return [];
  const current = (traffic.cachedInputTokens ?? 0) / traffic.inputTokens;
  const text = `${formatPercent(value)} of the input read from a cache: both cost the same.`;
  return [
    flip({ variable: "cached share", unit: "share", current, value, changesTo: dearer.name, text }),
  ];
}

function cachedPrice({ schedule }: PricedOption, traffic: TrafficProfile) {
  if (traffic.tiers !== undefined || traffic.inputTokens === 0) return undefined;
  const at = (cachedInputTokens: number) =>
    monthlyCost(schedule, { ...traffic, cachedInputTokens, cacheWriteTokens: 0 });
  const none = at(0);
  const all = at(traffic.inputTokens);
  if (!none.known || !all.known) return undefined;
  return { uncachedUsd: none.monthlyUsd, savingUsd: none.monthlyUsd - all.monthlyUsd };
}

function cachingFlip(
  name: string,
  schedule: PriceSchedule,
  traffic: TrafficProfile,
): readonly Flip[] {
  const { cacheTtl, cachedInputTokens = 0, inputTokens } = traffic;
  const { at, isMixed } = billedAs(traffic);
  const rates = ratesFor(schedule, { ...at, promptTokens: 0, cacheTtl });
  const { input, cacheRead, cacheWrite } = rates;
  if (!input || !cacheRead || !cacheWrite || input.usdPerMtok === 0) return [];
  const write = cacheWrite.usdPerMtok / input.usdPerMtok;
  const value = cacheHitRateToPay(write, cacheRead.usdPerMtok / input.usdPerMtok);
  if (value === undefined || value === 0) return [];
  const current = inputTokens === 0 ? null : cachedInputTokens / inputTokens;
  const text = `Caching pays once ${formatPercent(value)} of the cached prefix is read, not written${isMixed ? ", at standard prices" : ""}.`;
  return [
    flip({ variable: "cache hit rate", unit: "share", current, value, changesTo: name, text }),
  ];
}

function sideOf({ items }: KnownCost, side: "input" | "output") {
  const own = items.filter((item) => item.side === side);
  const usd: Usd = own.reduce((sum, item) => sum + item.usd, 0);
  const tokens = own.reduce((sum, item) => sum + item.tokens, 0);
  return { usd, meanUsdPerMtok: (usd * 1e6) / tokens };
}

function flip(of: Omit<Flip, "distancePercent" | "sources">): Flip {
  const { current, value } = of;
  const distancePercent = current ? (100 * (value - current)) / current : null;
  return { ...of, distancePercent, sources: [] };
}

function priceText(price: number | null): string {
  return price === null ? "an unknown price" : formatPriceUsdPerMtok(price);
}

/** A computed rate: four significant digits are enough to act on. */
function digits(rate: number): string {
  return formatPriceUsdPerMtok(Number(rate.toPrecision(4)));
}
