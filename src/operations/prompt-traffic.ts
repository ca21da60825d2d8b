import { type CountedPrompt, useOf } from "../core/cost/counted-prompts.ts";
import { parseTraffic, statedFields, statedTwice } from "../core/cost/parse-traffic.ts";
import { parseCount } from "../core/cost/token-count.ts";
import type { ExactTokenizer } from "../core/cost/tokenizer-names.ts";
import type { TrafficProfile } from "../core/cost/traffic.ts";
import type { Outcome } from "../core/problems/problem.ts";
import type { Tokens } from "../core/units.ts";

/** Prompts of a file, counted by one tokenizer, with what was stated beside them. */
export interface PromptUse {
  readonly prompts: readonly CountedPrompt[];
  readonly tokenizer: ExactTokenizer;
  readonly stated: unknown;
}

/** The month that counted prompts and stated fields make together, cut at the given lengths. */
export function promptTraffic(
  { prompts, stated }: PromptUse,
  cliffs: readonly Tokens[],
): Outcome<TrafficProfile> {
  const fields = stated === undefined ? {} : statedFields(stated);
  if (fields === undefined) return refused("traffic", "fields such as requests=100k,out=20M");
  const twice = statedTwice(stated);
  if (twice !== undefined) return twice;
  const counted = ["inputTokens", "tiers", "tokenizer"].find((name) => fields[name] !== undefined);
  if (counted !== undefined) {
    return refused(`traffic.${counted}`, "nothing here: it is counted from the prompts");
  }
  const { requests: statedRequests, outputTokens: statedOutput } = fields;
  const requests = parseCount(statedRequests);
  const outputTokens = parseCount(statedOutput);
  if (statedRequests !== undefined && (requests === undefined || requests === 0)) {
    return refused("traffic.requests", "a whole number of requests a month, like 100k");
  }
  const use = useOf({ prompts, requests, outputTokens }, cliffs);
  if (use.outputTokens === undefined) {
    return refused(
      "traffic.outputTokens",
      "tokens out a month, like out=20M: the prompts do not hold what came back",
    );
  }
  const { tiers, ...totals } = use;
  const traffic = parseTraffic({ ...fields, ...totals });
  if (!traffic.ok || tiers === undefined) return traffic;
  return { ok: true, value: { ...traffic.value, tiers } };
}

function refused(where: string, expected: string): Outcome<never> {
  return { ok: false, problem: { code: "invalid-input", where, expected: `Expected ${expected}` } };
}
