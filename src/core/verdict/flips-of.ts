import type { Candidate } from "../compare/candidate.ts";
import { idOf, nameOf } from "../compare/wording.ts";
import { breakEvenVerbosity, equalisingInputShare } from "../cost/flips.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import { sourcesOf } from "../evidence/fact.ts";
import { retirementHorizonDays } from "../evidence/lifecycle.ts";
import type { Source } from "../evidence/source.ts";
import { formatNumber, formatTokens, formatUsd } from "../report/format.ts";
import { type Ratio, TOKENS_PER_MTOK, type Usd, type UsdPerMtok } from "../units.ts";
import { contextOf } from "./conditions-of.ts";
import { weighed } from "./own-skills.ts";
import type { PairDecision, Stakes } from "./pair-decision.ts";
import type { Flip } from "./verdict.ts";

/** A flip before its sources are numbered. */
export type DraftFlip = Omit<Flip, "sources"> & { readonly sources: readonly Source[] };

/** What is always searched; an empty answer says so. */
export const flipsSearched = [
  "loss of a failed task",
  "output price",
  "output tokens written",
  "share of input in the traffic",
  "prompt length",
  "retirement",
] as const;

/** The values of one variable each at which the answer about a pair changes, nearest first. */
export function flipsOf(
  decision: PairDecision,
  traffic: TrafficProfile,
  stakes: Stakes,
): readonly DraftFlip[] {
  const found = [
    lossFlip(decision, stakes),
    outputPriceFlip(decision),
    verbosityFlip(decision),
    mixFlip(decision, traffic),
    contextFlip(decision),
    retirementFlip(decision),
  ];
  return found.filter((flip) => flip !== undefined);
}

function rivalOf({ choice, cost }: PairDecision): Candidate {
  return choice === cost.cheaper ? cost.dearer : cost.cheaper;
}

function lossFlip(decision: PairDecision, stakes: Stakes): DraftFlip | undefined {
  const { breakEven, choice, cost, deciding } = decision;
  if (breakEven === null || breakEven.usd <= 0) return undefined;
  const chosenIsDearer = choice === cost.dearer;
  const then = chosenIsDearer ? cost.cheaper : cost.dearer;
  const side = chosenIsDearer ? "less" : "more";
  const gap = deciding?.gap;
  return {
    variable: "loss of a failed task",
    unit: "USD",
    current: stakes.failedTaskUsd ?? null,
    value: breakEven.usd,
    distancePercent: distance(stakes.failedTaskUsd, breakEven.usd),
    changesTo: idOf(then),
    text: `${whereLossDecides(decision)}a failed task costs you ${side} than ${formatUsd(breakEven.usd)}`,
    sources: [
      ...billSources(cost.cheaper),
      ...billSources(cost.dearer),
      ...(gap === undefined ? [] : [gap.fromScore.source, gap.toScore.source]),
    ],
  };
}

/** `for many languages alone, `: where other skills speak too, no loss on one turns the whole answer. */
export function whereLossDecides({ choice, cost, deciding, relations }: PairDecision): string {
  const isOneOfMany = weighed(relations).length > 1;
  return choice === cost.cheaper && deciding !== null && isOneOfMany
    ? `for ${deciding.skill.label} alone, `
    : "";
}

/** A bill cut into output, with its tokens, and the rest. */
interface Split {
  readonly output: Usd;
  readonly rest: Usd;
  readonly tokens: number;
}

function split({ cost }: Candidate): Split {
  let [output, rest, tokens] = [0, 0, 0];
  for (const item of cost.known ? cost.items : []) {
    if (item.side === "output") {
      output += item.usd;
      tokens += item.tokens;
    } else rest += item.usd;
  }
  return { output, rest, tokens };
}

/** What the cheaper may charge for output before it is not the cheaper: its price times V*. */
function outputPriceFlip(decision: PairDecision): DraftFlip | undefined {
  const { cheaper, dearer } = decision.cost;
  const { output, tokens } = split(cheaper);
  const times = verbosityBreakEven(decision);
  if (times === undefined || decision.cost.gapUsd === 0) return undefined;
  const current = meanRate(output, tokens);
  const value = current * times;
  return {
    variable: `output price of ${nameOf(cheaper)}`,
    unit: "USD/Mtok",
    current,
    value,
    distancePercent: distance(current, value),
    changesTo: idOf(dearer),
    text: `${nameOf(cheaper)} asks ${formatUsd(value)} per million output tokens (now ${formatUsd(current)}): the bills are equal`,
    sources: [...billSources(cheaper), ...billSources(dearer)],
  };
}

const meanRate = (usd: Usd, tokens: number): UsdPerMtok => (usd * TOKENS_PER_MTOK) / tokens;

/** How many times the output the cheaper may write before the bills are equal. */
export function verbosityBreakEven({ cost }: PairDecision): Ratio | undefined {
  const { output, rest } = split(cost.cheaper);
  return output === 0 ? undefined : breakEvenVerbosity(rest, output, totalOf(cost.dearer));
}

function verbosityFlip(decision: PairDecision): DraftFlip | undefined {
  const value = verbosityBreakEven(decision);
  if (value === undefined || decision.cost.gapUsd === 0) return undefined;
  const { cheaper, dearer } = decision.cost;
  return {
    variable: `output written by ${nameOf(cheaper)}`,
    unit: "times",
    current: 1,
    value,
    distancePercent: distance(1, value),
    changesTo: idOf(dearer),
    text: `${nameOf(cheaper)} writes ${formatNumber(value, value < 10 ? 2 : 0)} times the output (1 assumed): the bills are equal`,
    sources: [...billSources(cheaper), ...billSources(dearer)],
  };
}

/** The share of input in the tokens at which the order of the bills turns, where one is cheaper in and the other out. */
function mixFlip({ cost }: PairDecision, traffic: TrafficProfile): DraftFlip | undefined {
  const { cheaper, dearer } = cost;
  const [a, b] = [split(cheaper), split(dearer)];
  const { inputTokens, outputTokens } = traffic;
  if (inputTokens === 0 || outputTokens === 0 || a.tokens === 0 || b.tokens === 0) return undefined;
  const rates = (bill: Split) => ({
    inputUsdPerMtok: meanRate(bill.rest, inputTokens),
    outputUsdPerMtok: meanRate(bill.output, bill.tokens),
  });
  const value = equalisingInputShare(rates(a), rates(b));
  if (value === undefined || value === 0 || value === 1) return undefined;
  const current = inputTokens / (inputTokens + outputTokens);
  const side = value > current ? "more" : "less";
  return {
    variable: "share of input in all tokens",
    unit: "share",
    current,
    value,
    distancePercent: distance(current, value),
    changesTo: idOf(dearer),
    text: `input is ${side} than ${formatNumber(100 * value, 1)} % of all tokens (now ${formatNumber(100 * current, 1)} %): ${nameOf(dearer)} is the cheaper`,
    sources: [...billSources(cheaper), ...billSources(dearer)],
  };
}

function contextFlip(decision: PairDecision): DraftFlip | undefined {
  const choice = decision.choice ?? decision.cost.cheaper;
  const rival = choice === decision.cost.cheaper ? decision.cost.dearer : decision.cost.cheaper;
  const [own, larger] = [contextOf(choice), contextOf(rival)];
  if (own === undefined || larger === undefined || larger <= own) return undefined;
  return {
    variable: "prompt length",
    unit: "tokens",
    current: null,
    value: own,
    distancePercent: null,
    changesTo: idOf(rival),
    text: `prompts above ${formatTokens(own)} tokens`,
    sources: sourcesOf((choice.route ?? choice.dossier).fact("limit.context")),
  };
}

function retirementFlip(decision: PairDecision): DraftFlip | undefined {
  const { choice } = decision;
  if (choice === null) return undefined;
  const { retiresOn, daysLeft, sources } = (choice.route ?? choice.dossier).lifecycle;
  if (retiresOn === undefined || daysLeft === undefined || daysLeft > retirementHorizonDays) {
    return undefined;
  }
  return {
    variable: "days until the choice retires",
    unit: "days",
    current: null,
    value: daysLeft,
    distancePercent: null,
    changesTo: idOf(rivalOf(decision)),
    text: `you need it beyond ${retiresOn}, when ${nameOf(choice)} retires (${daysLeft} days)`,
    sources,
  };
}

const totalOf = ({ cost }: Candidate): Usd => (cost.known ? cost.monthlyUsd : Number.NaN);

export const billSources = ({ cost }: Candidate): readonly Source[] =>
  cost.known ? cost.sources.filter(({ kind }) => kind !== "assumption") : [];

function distance(current: number | undefined, value: number): number | null {
  return current === undefined || current === 0 ? null : (value / current - 1) * 100;
}
