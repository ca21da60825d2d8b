import { parseCount, parseCountOrPercent, parseShare } from "./token-count.ts";

/** What may be stated of one request, and the field of the month it stands for. */
const monthlyField = {
  inputTokensPerRequest: "inputTokens",
  outputTokensPerRequest: "outputTokens",
} as const;

type PerRequestField = keyof typeof monthlyField | "cacheHitShare";

/** What these fields must be, for a reader who wrote something else. */
export const perRequestExpectations: Readonly<Record<PerRequestField, string>> = {
  inputTokensPerRequest:
    "a whole number of tokens like 8k, with requests stated, in place of inputTokens",
  outputTokensPerRequest:
    "a whole number of tokens like 500, with requests stated, in place of outputTokens",
  cacheHitShare:
    "a share from 0 to 1, like 0.9 or 90%, of stated cachedInputTokens, in place of cacheWriteTokens",
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * What is stated of one request, said of the month: tokens times requests, and a repeated prompt as
 * the part read from the cache and the part that is written anew because it had gone.
 *
 * @returns the fields of a month, or the name of the field that is not what it must be
 */
export function monthlyFields(stated: Fields): Fields | PerRequestField {
  const whole = wholeMonth(stated);
  return typeof whole === "string" ? whole : withHits(whole);
}

function wholeMonth(stated: Fields): Fields | PerRequestField {
  const { inputTokensPerRequest, outputTokensPerRequest, ...month } = stated;
  const requests = parseCount(stated["requests"]);
  const totals: Record<string, number> = {};
  const each = { inputTokensPerRequest, outputTokensPerRequest };
  for (const name of ["inputTokensPerRequest", "outputTokensPerRequest"] as const) {
    if (each[name] === undefined) continue;
    const tokens = parseCount(each[name]);
    if (tokens === undefined || requests === undefined) return name;
    const total = tokens * requests;
    if (month[monthlyField[name]] !== undefined || !Number.isSafeInteger(total)) return name;
    totals[monthlyField[name]] = total;
  }
  return { ...month, ...totals };
}

function withHits(month: Fields): Fields | PerRequestField {
  const { cacheHitShare, ...rest } = month;
  if (cacheHitShare === undefined) return month;
  const share = parseShare(cacheHitShare);
  const inputTokens = parseCount(rest["inputTokens"]);
  const isWriteStated = rest["cacheWriteTokens"] !== undefined;
  if (share === undefined || inputTokens === undefined || isWriteStated) return "cacheHitShare";
  const repeated = parseCountOrPercent(rest["cachedInputTokens"], inputTokens);
  if (repeated === undefined) return "cacheHitShare";
  const cachedInputTokens = Math.round(repeated * share);
  return { ...rest, cachedInputTokens, cacheWriteTokens: repeated - cachedInputTokens };
}
