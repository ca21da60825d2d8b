import {
  calcPrice,
  type MatchLogic,
  type ModelInfo,
  type Provider,
  type Usage,
  waitForUpdate,
} from "@pydantic/genai-prices";
import type { PriceSchedule } from "../src/core/cost/price-row.ts";
import { requestCost, type TokenUsage } from "../src/core/cost/request-cost.ts";
import { scheduleFromClaims } from "../src/core/cost/schedule-from-claims.ts";
import { parseGenaiPrices } from "../src/sources/genai-prices.ts";

/** Each request is priced on each route on each of these days and hours. */
const days = ["2026-03-02", "2026-11-20"] as const;
const hours = ["0215", "1200"] as const;
const requests: readonly TokenUsage[] = [
  { inputTokens: 1_000, outputTokens: 500 },
  { inputTokens: 40_000, outputTokens: 2_000, cachedInputTokens: 30_000 },
  { inputTokens: 199_999, outputTokens: 1 },
  { inputTokens: 200_001, outputTokens: 1_500, cachedInputTokens: 150_000 },
  { inputTokens: 272_001, outputTokens: 4_000 },
  { inputTokens: 900_000, outputTokens: 8_000, cacheWriteTokens: 20_000 },
];
const rounds = 9;

export interface CostBench {
  readonly routes: number;
  readonly tieredRoutes: number;
  readonly datedRoutes: number;
  readonly compared: number;
  readonly equal: number;
  /** Models that no name of theirs leads to. */
  readonly unreachable: number;
  /** How often each reason explains a difference, with one example. */
  readonly differences: readonly Difference[];
  /** Median nanoseconds a request. */
  readonly ownNs: number;
  readonly otherNs: number;
  readonly speedRatio: number;
}

interface Difference {
  readonly because: string;
  readonly count: number;
  readonly example: string;
}

/** Prices the same requests with `@pydantic/genai-prices` and with ours, from its own price data. */
export async function benchCost(): Promise<CostBench> {
  const providers = (await waitForUpdate()) ?? [];
  const priced = providers.flatMap(reachableModels);
  const jobs = priced.flatMap(jobsOf);
  const found = new Map<string, { count: number; example: string }>();
  let equal = 0;
  let compared = 0;
  for (const job of jobs) {
    const own = ownUsd(job);
    const other = otherUsd(job);
    if (own === undefined && other === undefined) continue;
    compared += 1;
    if (isSame(own, other)) equal += 1;
    else {
      const because = reasonOf(job);
      const known = found.get(because);
      const example = `${job.route}, ${job.day} ${job.hour}, ${JSON.stringify(job.usage)}: ${own} against ${other}`;
      found.set(because, { count: (known?.count ?? 0) + 1, example: known?.example ?? example });
    }
  }
  const ownNs = medianNs(jobs, (job) => ownUsd(job));
  const otherNs = medianNs(jobs, (job) => otherUsd(job));
  const routes = new Map(jobs.map((job) => [job.route, job]));
  const count = (test: (job: Job) => boolean) => [...routes.values()].filter(test).length;
  return {
    routes: routes.size,
    tieredRoutes: count(({ schedule }) =>
      schedule.some(({ conditions }) => conditions?.minPromptTokensExclusive !== undefined),
    ),
    datedRoutes: count(({ isDated }) => isDated),
    unreachable: providers.flatMap((each) => each.models).length - priced.length,
    compared,
    equal,
    differences: [...found].map(([because, each]) => ({ because, ...each })),
    ownNs,
    otherNs,
    speedRatio: otherNs / ownNs,
  };
}

interface Job {
  readonly route: string;
  readonly provider: Provider;
  readonly name: string;
  readonly schedule: PriceSchedule;
  readonly isDated: boolean;
  readonly hasHoursHeldBack: boolean;
  readonly usage: TokenUsage;
  readonly foreignUsage: Usage;
  readonly day: string;
  readonly hour: string;
  readonly timestamp: Date;
}

interface ReachableModel {
  readonly provider: Provider;
  readonly model: ModelInfo;
  /** A name by which `calcPrice` finds it. */
  readonly name: string;
}

function reachableModels(provider: Provider): readonly ReachableModel[] {
  return provider.models.flatMap((model) => {
    const name = [model.id, ...textsOf(model.match)].find(
      (text) => calcPrice({ input_tokens: 1 }, text, { provider })?.model.id === model.id,
    );
    return name === undefined ? [] : [{ provider, model, name }];
  });
}

function textsOf(match: MatchLogic): readonly string[] {
  return Object.values(match).flatMap((each: unknown) => {
    if (typeof each === "string") return [each];
    return Array.isArray(each) ? each.flatMap(textsOf) : [];
  });
}

function jobsOf({ provider, model, name }: ReachableModel): readonly Job[] {
  const { routes } = parseGenaiPrices([{ ...provider, models: [model] }], {
    version: "0.1.8",
    publishedOn: "2026-09-23",
    providerIdOf: (id) => id,
  });
  return routes.flatMap(({ id, claims, heldBack }) => {
    const hasHoursHeldBack = heldBack.some(({ rule }) => rule === "peak-without-days");
    const prices = claims.filter(({ property }) => property.startsWith("price."));
    const isDated = prices.some(({ effectiveFrom }) => effectiveFrom !== undefined);
    return days.flatMap((day) => {
      const schedule = scheduleFromClaims(prices, day);
      return hours.flatMap((hour) =>
        requests.map((usage) => ({
          route: id,
          provider,
          name,
          schedule,
          isDated,
          hasHoursHeldBack,
          usage,
          foreignUsage: {
            input_tokens: usage.inputTokens,
            output_tokens: usage.outputTokens,
            cache_read_tokens: usage.cachedInputTokens,
            cache_write_tokens: usage.cacheWriteTokens,
          },
          day,
          hour,
          timestamp: new Date(`${day}T${hour.slice(0, 2)}:${hour.slice(2)}:00Z`),
        })),
      );
    });
  });
}

function ownUsd({ schedule, usage, hour }: Job): number | undefined {
  const cost = requestCost(schedule, usage, { utcTime: hour });
  return cost.known ? cost.usd : undefined;
}

function otherUsd({ provider, name, foreignUsage, timestamp }: Job): number | undefined {
  return calcPrice(foreignUsage, name, { provider, timestamp })?.total_price;
}

/** Doubles against exact sums: a millionth of a millionth of the amount is no difference. */
function isSame(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Math.abs(a - b) <= 1e-12 * Math.max(1, a, b);
}

/** What our rules do otherwise on purpose. */
function reasonOf({ schedule, usage, hasHoursHeldBack }: Job): string {
  const states = (meter: string) => schedule.some((row) => row.meter === meter);
  if (!states("price.output")) return "no output price: unknown with us, nothing with them";
  if (!states("price.input")) return "no input price: unknown with us, nothing with them";
  if (hasHoursHeldBack)
    return "peak hours that their data cannot limit to days: kept by hand with us";
  if (usage.cachedInputTokens && !states("price.cache_read")) return "no cache-read price";
  if (usage.cacheWriteTokens && !states("price.cache_write")) return "no cache-write price";
  if (states("price.request")) return "a fee for each request";
  return "unexplained";
}

function medianNs(jobs: readonly Job[], price: (job: Job) => number | undefined): number {
  const times: number[] = [];
  let sum = 0;
  for (let round = 0; round <= rounds; round++) {
    const start = process.hrtime.bigint();
    for (const job of jobs) sum += price(job) ?? 0;
    const ns = Number(process.hrtime.bigint() - start) / jobs.length;
    if (round > 0) times.push(ns);
  }
  if (Number.isNaN(sum)) throw new Error("a price is not a number");
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}
