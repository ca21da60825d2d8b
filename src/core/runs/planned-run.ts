import { type Money, noMoney, toUsdNumber } from "../cost/money.ts";
import type { PriceSchedule } from "../cost/price-row.ts";
import { requestCost } from "../cost/request-cost.ts";
import { assumedRetest, pairedItemsNeeded, usualCorrelations } from "../stats/items-needed.ts";
import type { Tokens } from "../units.ts";
import type { Endpoint } from "./endpoint.ts";
import {
  answerTokensWithin,
  type Estimate,
  nothing,
  plus,
  promptTokens,
  times,
} from "./estimated-tokens.ts";
import type { Prompt } from "./prompt.ts";
import type { SpendLimits, StatedDecision, Suite } from "./suite.ts";

/** What a run would take, before anything is sent. */
export interface PlannedRun {
  readonly prompts: number;
  /** Groups of prompts that count as independent. */
  readonly clusters: number;
  readonly cells: number;
  readonly endpoints: readonly PlannedEndpoint[];
  /** Of endpoints whose prices are known, and of no judge. */
  readonly usd: Estimate;
  /** Ids of endpoints whose prices are not known. */
  readonly unpriced: readonly string[];
  /** Requests that graders make: of judges and embeddings. */
  readonly graders: readonly { readonly grader: string; readonly requests: number }[];
  /** Null where requests follow each other as fast as answers come. */
  readonly minutes: number | null;
  /** Null where nothing is to be decided. */
  readonly promptsNeeded: PromptsNeeded | null;
  /** Limits that the run may reach before it ends. */
  readonly reached: readonly ReachedLimit[];
}

export interface PlannedEndpoint {
  readonly endpoint: string;
  readonly cells: number;
  /** With those of the warm-up; `high` if every one takes all its attempts. */
  readonly requests: Estimate;
  readonly inputTokens: Estimate;
  readonly outputTokens: Estimate;
  /** Null where the prices are not known. */
  readonly usd: Estimate | null;
  readonly unpricedBecause?: string;
}

/** How many prompts the decision needs; fewer where the endpoints tend to agree. */
export interface PromptsNeeded {
  readonly low: number;
  readonly high: number;
}

export interface ReachedLimit {
  /** Null: of the whole run. */
  readonly endpoint: string | null;
  readonly limit: keyof SpendLimits;
  readonly allowed: number;
  readonly planned: Estimate;
  /** Reached however short the answers are. */
  readonly isCertain: boolean;
}

export interface PlanTerms {
  /** By the id of the endpoint. */
  readonly prices: ReadonlyMap<string, PriceSchedule>;
  /** Tokens of a prompt, where a tokenizer counted them. */
  readonly countedTokens?: (prompt: Prompt) => Tokens | undefined;
  readonly promptsNeeded?: (decision: StatedDecision) => PromptsNeeded;
}

/** The numbers of a dry run. Repetitions are counted, early stops are not. */
export function plannedRun(suite: Suite, terms: PlanTerms): PlannedRun {
  const { prompts, repetitions, load, decision } = suite;
  const lengths = prompts.map((prompt) => promptTokens(prompt, terms.countedTokens?.(prompt)));
  const endpoints = suite.endpoints.map((endpoint) =>
    plannedEndpoint(endpoint, { suite, lengths, schedule: terms.prices.get(endpoint.id) }),
  );
  const cells = prompts.length * repetitions * suite.endpoints.length;
  const usd = endpoints.reduce((sum, each) => plus(sum, each.usd ?? nothing), nothing);
  const requests = endpoints.reduce((sum, each) => plus(sum, each.requests), nothing);
  const minutes = load.kind === "open" ? requests.usual / load.requestsPerSecond / 60 : null;
  const needed = terms.promptsNeeded ?? usualPromptsNeeded;
  return {
    prompts: prompts.length,
    clusters: new Set(
      prompts.map(({ id, cluster }) =>
        cluster === undefined ? `prompt ${id}` : `cluster ${cluster}`,
      ),
    ).size,
    cells,
    endpoints,
    usd,
    unpriced: endpoints.filter((each) => each.usd === null).map(({ endpoint }) => endpoint),
    graders: suite.graders.flatMap((grader) => {
      const each = requestsOf(grader);
      return each === 0 ? [] : [{ grader: grader.id, requests: each * cells }];
    }),
    minutes,
    promptsNeeded: decision === undefined ? null : needed(decision),
    reached: [
      ...reachedOf(null, suite.limits, { usd, requests, minutes }),
      ...endpoints.flatMap(({ endpoint, ...planned }) =>
        reachedOf(endpoint, suite.limits.perEndpoint[endpoint] ?? {}, planned),
      ),
    ],
  };
}

interface EndpointPlan {
  readonly suite: Suite;
  readonly lengths: readonly Estimate[];
  readonly schedule: PriceSchedule | undefined;
}

function plannedEndpoint(
  { id, parameters, limits }: Endpoint,
  { suite: { repetitions, warmUpRequests }, lengths, schedule }: EndpointPlan,
): PlannedEndpoint {
  const cells = lengths.length * repetitions;
  const sent = cells + warmUpRequests;
  /** The warm-up asks what the run asks. */
  const share = lengths.length === 0 ? 0 : sent / lengths.length;
  const answer = answerTokensWithin(parameters);
  const cost = schedule === undefined ? undefined : costOf(schedule, lengths, answer);
  const known = cost === undefined || "because" in cost ? undefined : cost;
  const because =
    cost === undefined
      ? "no price of its route is known"
      : "because" in cost
        ? cost.because
        : undefined;
  return {
    endpoint: id,
    cells,
    requests: { low: sent, usual: sent, high: sent * limits.attempts },
    inputTokens: rounded(times(lengths.reduce(plus, nothing), share)),
    outputTokens: times(answer, sent),
    usd: known === undefined ? null : times(known, share),
    ...(because === undefined ? {} : { unpricedBecause: because }),
  };
}

/** What one pass over the prompts costs; each request is in the price tier of its own length. */
function costOf(
  schedule: PriceSchedule,
  lengths: readonly Estimate[],
  answer: Estimate,
): Estimate | { readonly because: string } {
  const sums: Record<keyof Estimate, Money> = { low: noMoney, usual: noMoney, high: noMoney };
  for (const length of lengths) {
    for (const end of ends) {
      const usage = { inputTokens: length[end], outputTokens: answer[end] };
      const cost = requestCost(schedule, usage);
      if (!cost.known) return { because: cost.because };
      sums[end] += cost.amount;
    }
  }
  const { low, usual, high } = sums;
  return { low: toUsdNumber(low), usual: toUsdNumber(usual), high: toUsdNumber(high) };
}

const ends = ["low", "usual", "high"] as const satisfies readonly (keyof Estimate)[];

/**
 * Prompts for which a candidate as good as the baseline is found not worse by the margin, with the
 * power asked, as a paired test counts them. How many pass, and how far the endpoints agree, is
 * assumed until a run tells; several candidates share the level.
 */
export function usualPromptsNeeded(decision: StatedDecision): PromptsNeeded {
  const { marginPoints, alpha, power, candidates } = decision;
  const scoreA = assumedRetest.passPercent;
  const needed = (correlation: number) =>
    pairedItemsNeeded({
      scoreA,
      scoreB: scoreA - marginPoints,
      alpha: (2 * alpha) / candidates.length,
      power,
      correlation,
    });
  return { low: needed(usualCorrelations.high), high: needed(usualCorrelations.low) };
}

function requestsOf(grader: Suite["graders"][number]): number {
  if (grader.kind === "similarity") return 1;
  if (grader.kind !== "judge") return 0;
  return grader.mode === "pairwise" ? 2 : 1;
}

interface PlannedSpend {
  readonly usd: Estimate | null;
  readonly requests: Estimate;
  readonly minutes?: number | null;
}

function reachedOf(
  endpoint: string | null,
  limits: SpendLimits,
  { usd, requests, minutes = null }: PlannedSpend,
): readonly ReachedLimit[] {
  const planned: Readonly<Record<keyof SpendLimits, Estimate | null>> = {
    usd,
    requests,
    minutes: minutes === null ? null : { low: minutes, usual: minutes, high: minutes },
  };
  return limitNames.flatMap((limit): ReachedLimit[] => {
    const allowed = limits[limit];
    const estimate = planned[limit];
    if (allowed === undefined || estimate === null || estimate.high <= allowed) return [];
    return [{ endpoint, limit, allowed, planned: estimate, isCertain: estimate.low > allowed }];
  });
}

const limitNames = ["usd", "requests", "minutes"] as const satisfies readonly (keyof SpendLimits)[];

function rounded({ low, usual, high }: Estimate): Estimate {
  return { low: Math.round(low), usual: Math.round(usual), high: Math.round(high) };
}
