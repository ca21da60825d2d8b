import { assumptions } from "../evidence/assumptions.ts";
import type { Source } from "../evidence/source.ts";
import type { Usd } from "../units.ts";
import { monthOfUseUsd } from "./month-terms.ts";
import type { KnownCost } from "./monthly-cost.ts";

/**
 * How many times the tokens another tokenizer can make of the same text. Measured ratios for common
 * text stay within it; makers of new tokenizers announce up to it.
 */
export const tokenizerFactor = { low: 1, high: 1.35 } as const;

/** How many times the output a reasoning model can write; the widest ratio seen inside one family. */
export const verbosityFactor = { low: 1, high: 2.65 } as const;

/** Which of the two ranges a model's cost is open to. */
export interface CostDoubts {
  /** The compared models cut text differently, or nobody says how. */
  readonly tokenizerDiffers: boolean;
  /** It reasons, and the traffic does not state the reasoning tokens. */
  readonly reasoningUncounted: boolean;
}

/** The upper end of a bill, with what opens it. The lower end is the bill's own. */
export interface BillRange {
  readonly highUsd: Usd;
  readonly notes: readonly string[];
  readonly sources: readonly Source[];
}

/** Widens a bill to the range that doubts about token counts leave open. */
export function billRange(cost: KnownCost, doubts: CostDoubts): BillRange {
  const cut = doubts.tokenizerDiffers ? tokenizerFactor.high : 1;
  const wordy = doubts.reasoningUncounted ? verbosityFactor.high : 1;
  const { usedUsd, month } = cost.dearest;
  const stretchedUsd = usedUsd.input * cut + usedUsd.output * cut * wordy + usedUsd.requests;
  const isStretched = cut > 1 || wordy > 1;
  return {
    highUsd: isStretched ? monthOfUseUsd(stretchedUsd, month) : cost.highUsd,
    notes: doubtNotes(doubts),
    sources: [
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
