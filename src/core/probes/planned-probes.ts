import type { PriceSchedule } from "../cost/price-row.ts";
import { requestCost } from "../cost/request-cost.ts";
import { groupBy } from "../group-by.ts";
import {
  answerTokensWithin,
  type Estimate,
  nothing,
  plus,
  promptTokens,
} from "../runs/estimated-tokens.ts";
import type { Prompt } from "../runs/prompt.ts";
import type { Usd } from "../units.ts";
import type { ProbeId } from "./probe.ts";

/** A request that a session would send. */
export interface PlannedRequest {
  readonly probe: ProbeId;
  readonly trial: number;
  readonly prompt: Prompt;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What a session would take, before anything is sent. */
export interface PlannedProbes {
  readonly probes: readonly PlannedProbe[];
  /** Probes that the wire format has no words for. */
  readonly withoutWords: readonly ProbeId[];
  readonly total: PlannedSpend;
  /** What the dearest request is expected to cost; null: no price is known. */
  readonly dearestUsd: Usd | null;
}

export interface PlannedProbe extends PlannedSpend {
  readonly probe: ProbeId;
  readonly trials: number;
}

export interface PlannedSpend {
  /** Without those that are sent again after a failure. */
  readonly requests: number;
  readonly inputTokens: Estimate;
  readonly outputTokens: Estimate;
  /** Null: no price is known. */
  readonly usd: Estimate | null;
}

export function plannedProbes(
  asked: readonly ProbeId[],
  requests: readonly PlannedRequest[],
  schedule: PriceSchedule | undefined,
): PlannedProbes {
  const priced = requests.map((request) => ({ request, spend: spendOf(request, schedule) }));
  const byProbe = groupBy(priced, ({ request }) => request.probe);
  const dearest = priced.map(({ spend }) => spend.usd?.high ?? 0);
  return {
    probes: asked.flatMap((probe): PlannedProbe[] => {
      const own = byProbe.get(probe);
      if (own === undefined) return [];
      const trials = new Set(own.map(({ request }) => request.trial)).size;
      return [{ probe, trials, ...sumOf(own.map(({ spend }) => spend)) }];
    }),
    withoutWords: asked.filter((probe) => !byProbe.has(probe)),
    total: sumOf(priced.map(({ spend }) => spend)),
    dearestUsd: schedule === undefined ? null : Math.max(0, ...dearest),
  };
}

function spendOf(
  { prompt, parameters }: PlannedRequest,
  schedule: PriceSchedule | undefined,
): PlannedSpend {
  const inputTokens = promptTokens(prompt);
  const outputTokens = answerTokensWithin(parameters);
  const costAt = (end: keyof Estimate) => {
    if (schedule === undefined) return undefined;
    const usage = { inputTokens: inputTokens[end], outputTokens: outputTokens[end] };
    const cost = requestCost(schedule, usage);
    return cost.known ? cost.usd : undefined;
  };
  const [low, usual, high] = [costAt("low"), costAt("usual"), costAt("high")];
  const isPriced = low !== undefined && usual !== undefined && high !== undefined;
  return { requests: 1, inputTokens, outputTokens, usd: isPriced ? { low, usual, high } : null };
}

function sumOf(all: readonly PlannedSpend[]): PlannedSpend {
  return all.reduce<PlannedSpend>(
    (sum, each) => ({
      requests: sum.requests + each.requests,
      inputTokens: plus(sum.inputTokens, each.inputTokens),
      outputTokens: plus(sum.outputTokens, each.outputTokens),
      usd: sum.usd === null || each.usd === null ? null : plus(sum.usd, each.usd),
    }),
    { requests: 0, inputTokens: nothing, outputTokens: nothing, usd: nothing },
  );
}
