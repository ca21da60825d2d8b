import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import { type CostAnswer, type KnownCost, monthlyCost } from "../cost/monthly-cost.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import { assumptions } from "../evidence/assumptions.ts";
import { knownValue } from "../evidence/fact.ts";
import type { CandidateCost } from "./candidate.ts";

/**
 * How many times the tokens another tokenizer can make of the same text. Measured ratios for common
 * text stay within it; makers of new tokenizers announce up to it.
 */
export const tokenizerFactor = { low: 1, high: 1.35 } as const;

/** How many times the output a reasoning model can write; the widest ratio seen inside one family. */
const verbosityFactor = { low: 1, high: 2.65 } as const;

/** Which of the two ranges a model's cost is open to. */
export interface CostDoubts {
  /** The compared models cut text differently, or nobody says how. */
  readonly tokenizerDiffers: boolean;
  /** It reasons, and the traffic does not state the reasoning tokens. */
  readonly reasoningUncounted: boolean;
}

export function doubtsOf(
  dossier: ModelDossier,
  all: readonly ModelDossier[],
  traffic: TrafficProfile,
): CostDoubts {
  const own = tokenizerOf(dossier);
  const reference = traffic.tokenizer;
  const tokenizerDiffers =
    reference === undefined
      ? own === undefined || all.some((each) => tokenizerOf(each) !== own)
      : reference !== own;
  const reasons = knownValue(dossier.fact("cap.reasoning")) === true;
  return { tokenizerDiffers, reasoningUncounted: reasons && traffic.reasoningTokens === undefined };
}

const tokenizerOf = (dossier: ModelDossier) => knownValue(dossier.fact("model.tokenizer"));

/** Widens a bill to the range that doubts about token counts leave open. */
export function withRange(cost: KnownCost, doubts: CostDoubts, because: string): CandidateCost {
  const cut = doubts.tokenizerDiffers ? tokenizerFactor.high : 1;
  const wordy = doubts.reasoningUncounted ? verbosityFactor.high : 1;
  const stretch = { input: cut - 1, output: cut * wordy - 1, requests: 0, month: 0 };
  const extraUsd = cost.items.reduce((sum, { side, usd }) => sum + usd * stretch[side], 0);
  return {
    known: true,
    monthlyUsd: cost.monthlyUsd,
    lowUsd: cost.lowUsd,
    highUsd: cost.highUsd + extraUsd,
    items: cost.items,
    because,
    notes: [...cost.notes, ...doubtNotes(doubts)],
    sources: [
      ...cost.sources,
      ...(doubts.tokenizerDiffers ? [assumptions.tokenizer] : []),
      ...(doubts.reasoningUncounted ? [assumptions.verbosity] : []),
    ],
  };
}

function doubtNotes(doubts: CostDoubts): readonly string[] {
  return [
    doubts.tokenizerDiffers &&
      `up to ${tokenizerFactor.high} times the tokens, as the tokenizers differ or are unknown`,
    doubts.reasoningUncounted &&
      `up to ${verbosityFactor.high} times the output, as it reasons and reasoning tokens are not stated`,
  ].filter((note) => note !== false);
}

const bills = new WeakMap<TrafficProfile, WeakMap<RouteDossier, CostAnswer>>();

/** The month's bill on a route; reckoned once for each traffic. */
export function billOf(route: RouteDossier, traffic: TrafficProfile): CostAnswer {
  const known = bills.get(traffic) ?? new WeakMap<RouteDossier, CostAnswer>();
  bills.set(traffic, known);
  const bill = known.get(route) ?? monthlyCost(route.prices, traffic);
  known.set(route, bill);
  return bill;
}
