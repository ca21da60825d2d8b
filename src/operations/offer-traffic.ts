import { lengthsOf } from "../core/cost/counted-prompts.ts";
import { parseTraffic } from "../core/cost/parse-traffic.ts";
import { tariffOf } from "../core/cost/tariff.ts";
import {
  type ExactTokenizer,
  exactTokenizers,
  measuredTokenizer,
} from "../core/cost/tokenizer-names.ts";
import { defaultTraffic, type TrafficProfile } from "../core/cost/traffic.ts";
import type { Fact } from "../core/evidence/fact.ts";
import type { Outcome } from "../core/problems/problem.ts";
import type { CountedText } from "../core/report/cost-document.ts";
import type { Offer } from "./offer.ts";
import type { Deps } from "./operation.ts";
import { promptTraffic } from "./prompt-traffic.ts";

/** What was asked of the traffic: stated, or counted from prompts, or both. */
export interface TrafficAsk {
  readonly stated: unknown;
  readonly text: string | undefined;
  /** The file of the team's work; its traffic stands in where none is stated. */
  readonly workload: string | undefined;
}

/** The month of each offer, in the tokens it was counted in. */
export interface OfferTraffic {
  /** The month as it is printed, and by which routes of models are chosen. */
  readonly base: TrafficProfile;
  readonly counted: CountedText | null;
  readonly of: (offer: Offer) => Promise<Outcome<TrafficProfile>>;
}

const usual: ExactTokenizer = "o200k_base";

export async function readTraffic(
  { stated, text, workload }: TrafficAsk,
  deps: Pick<Deps, "countPrompts" | "workload">,
): Promise<Outcome<OfferTraffic>> {
  if (text === undefined) {
    const read = stated === undefined ? await usualTraffic(workload, deps) : parseTraffic(stated);
    if (!read.ok) return read;
    return { ok: true, value: { base: read.value, counted: null, of: async () => read } };
  }
  const prompts = await deps.countPrompts(text, usual);
  if (!prompts.ok) return prompts;
  const base = promptTraffic({ prompts: prompts.value, tokenizer: usual, stated }, []);
  if (!base.ok) return base;
  const counted = {
    file: text,
    prompts: prompts.value.length,
    promptsWithOtherParts: prompts.value.filter(({ hasOtherParts }) => hasOtherParts).length,
    tokenizer: usual,
    ...lengthsOf(prompts.value),
  };
  const of = async (offer: Offer): Promise<Outcome<TrafficProfile>> => {
    const tokenizer = exactTokenizerOf(offer);
    const own = await (tokenizer === undefined || tokenizer === usual
      ? prompts
      : deps.countPrompts(text, tokenizer));
    if (!own.ok) return own;
    const cliffs = [
      ...new Set(offer.periods.flatMap(({ schedule }) => tariffOf(schedule).cliffs)),
    ].sort((a, b) => a - b);
    const use = { prompts: own.value, tokenizer: tokenizer ?? usual, stated };
    const traffic = promptTraffic(use, cliffs);
    if (!traffic.ok || tokenizer !== undefined) return traffic;
    return { ok: true, value: { ...traffic.value, tokenizer: usual } };
  };
  return { ok: true, value: { base: base.value, counted, of } };
}

async function usualTraffic(
  file: string | undefined,
  deps: Pick<Deps, "workload">,
): Promise<Outcome<TrafficProfile>> {
  const workload = await deps.workload(file);
  return workload.ok ? { ok: true, value: workload.value?.traffic ?? defaultTraffic } : workload;
}

/** The tokenizer of the offer's model, when it can be run here. */
function exactTokenizerOf({ counting }: Offer): ExactTokenizer | undefined {
  if (counting === null) return undefined;
  const measured = measuredTokenizer(namesOf(counting.fact("model.tokenizer")), counting.model);
  return exactTokenizers.find((each) => each === measured);
}

function namesOf(fact: Fact<unknown>): readonly string[] {
  switch (fact.state) {
    case "known":
      return [String(fact.value)];
    case "disputed":
      return fact.values.map(({ value }) => String(value));
    case "unknown":
      return [];
  }
}
