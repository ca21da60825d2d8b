import type { Outcome } from "../problems/problem.ts";
import { parseCount, parseCountOrPercent, parseShare } from "./token-count.ts";
import type { TrafficProfile, TrafficTier } from "./traffic.ts";

/**
 * Reads a month of use as a person or a program states it: an object with the field names of
 * `TrafficProfile`, whose counts may be written `800M` and whose parts may be percentages, or the
 * short form `in=800M,out=250M,cached=60%,batch=0.3,requests=100k`.
 */
export function parseTraffic(stated: unknown): Outcome<TrafficProfile> {
  const pairs = typeof stated === "string" && stated !== "" ? shortForm(stated) : stated;
  if (!isObject(pairs)) return refused("");
  const fields = Object.fromEntries(
    Object.entries(pairs).map(([name, value]) => [shortNames[name] ?? name, value]),
  );
  const strange = Object.keys(fields).find(
    (key) => key === "" || !Object.hasOwn(expectations, key),
  );
  if (strange !== undefined) return refused(strange, `one of ${fieldNames.join(", ")}`);
  const given: StatedProfile = fields;
  const tiers = given.tiers === undefined ? [] : tiersOf(given.tiers);
  return typeof tiers === "string" ? refused("tiers", tiers) : profileOf(given, tiers);
}

/** What may have been stated, read by name; anything may stand there. */
type Stated<K extends string> = { readonly [Name in K]?: unknown };
type StatedProfile = Stated<Exclude<Field, "">>;
type StatedTier = Stated<keyof TrafficTier>;

const count = "a whole number of tokens below 2^53, like 800M, 1.2k or 250000000";
const partOfInput = `${count}, or a percentage of the input; cached and written tokens together are at most the input`;

/** Every field, and what it must be. */
const expectations = {
  "": "an object with inputTokens and outputTokens, or text like in=800M,out=250M",
  requests: "a whole number of requests a month, like 100k",
  inputTokens: count,
  outputTokens: count,
  cachedInputTokens: partOfInput,
  cacheWriteTokens: partOfInput,
  cacheTtl: "5m or 1h",
  reasoningTokens: `${count}, or a percentage of the output; at most the output`,
  batchShare: "a share from 0 to 1, like 0.3 or 30%",
  tiers: "a list of tiers",
  tokenizer: "the name of a tokenizer",
  textClass: "the name of a class of text",
} as const;

type Field = keyof typeof expectations;

const fieldNames = Object.keys(expectations).filter((name) => name !== "");

/** Short names stand for the long ones in either form. */
const shortNames: Readonly<Record<string, string>> = {
  in: "inputTokens",
  out: "outputTokens",
  cached: "cachedInputTokens",
  written: "cacheWriteTokens",
  "cache-write": "cacheWriteTokens",
  "cache-ttl": "cacheTtl",
  reasoning: "reasoningTokens",
  batch: "batchShare",
  requests: "requests",
  tokenizer: "tokenizer",
  text: "textClass",
};

/** Words that are no pair become a field of their own name, to be refused by it. */
function shortForm(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(/[,;]/).map((pair) => {
    const [key = "", ...rest] = pair.split("=");
    return [key.trim(), rest.join("=").trim()] as const;
  });
  return Object.fromEntries(pairs);
}

function profileOf(fields: StatedProfile, tiers: readonly TrafficTier[]): Outcome<TrafficProfile> {
  const sum = (field: "inputTokens" | "outputTokens") =>
    tiers.length > 0
      ? tiers.reduce((total, tier) => total + tier[field], 0)
      : parseCount(fields[field]);
  const inputTokens = sum("inputTokens");
  if (inputTokens === undefined) return refused("inputTokens");
  const outputTokens = sum("outputTokens");
  if (outputTokens === undefined) return refused("outputTokens");

  const part = (field: keyof StatedProfile, whole: number) =>
    parseCountOrPercent(fields[field], whole);
  const read = {
    requests: parseCount(fields.requests),
    cachedInputTokens: part("cachedInputTokens", inputTokens),
    cacheWriteTokens: part("cacheWriteTokens", inputTokens),
    cacheTtl: fields.cacheTtl === "5m" || fields.cacheTtl === "1h" ? fields.cacheTtl : undefined,
    reasoningTokens: part("reasoningTokens", outputTokens),
    batchShare: parseShare(fields.batchShare),
    tokenizer: textOf(fields.tokenizer),
    textClass: textOf(fields.textClass),
  } as const;
  for (const field of optionalFields) {
    if (fields[field] !== undefined && read[field] === undefined) return refused(field);
  }
  const { cachedInputTokens = 0, cacheWriteTokens = 0, reasoningTokens = 0 } = read;
  if (cachedInputTokens > inputTokens) return refused("cachedInputTokens");
  if (cachedInputTokens + cacheWriteTokens > inputTokens) return refused("cacheWriteTokens");
  if (reasoningTokens > outputTokens) return refused("reasoningTokens");
  return {
    ok: true,
    value: {
      inputTokens,
      outputTokens,
      ...withoutGaps(read),
      ...(tiers.length === 0 ? {} : { tiers }),
    },
  };
}

const optionalFields = [
  "requests",
  "cachedInputTokens",
  "cacheWriteTokens",
  "cacheTtl",
  "reasoningTokens",
  "batchShare",
  "tokenizer",
  "textClass",
] as const satisfies readonly Field[];

/** The tiers, or what was expected of them. */
function tiersOf(stated: unknown): readonly TrafficTier[] | string {
  if (!Array.isArray(stated) || stated.length === 0) {
    return "a list of { promptTokensUpTo, inputTokens, outputTokens }";
  }
  const tiers: TrafficTier[] = [];
  let below = 0;
  for (const [index, each] of stated.entries()) {
    const tier = tierOf(each);
    if (typeof tier === "string") return `tier ${index + 1}: ${tier}`;
    const { promptTokensUpTo, requests, inputTokens } = tier;
    const isLast = index === stated.length - 1;
    if (promptTokensUpTo === undefined ? !isLast : promptTokensUpTo <= below) {
      return "ascending promptTokensUpTo, which only the last tier may leave out";
    }
    if (requests && promptTokensUpTo && inputTokens > requests * promptTokensUpTo) {
      return `tier ${index + 1}: at most ${promptTokensUpTo} input tokens a request`;
    }
    below = promptTokensUpTo ?? below;
    tiers.push(tier);
  }
  return tiers;
}

function tierOf(stated: unknown): TrafficTier | string {
  if (!isObject(stated)) return "an object with inputTokens and outputTokens";
  const given: StatedTier = stated;
  const inputTokens = parseCount(given.inputTokens);
  const outputTokens = parseCount(given.outputTokens);
  if (inputTokens === undefined) return `inputTokens must be ${count}`;
  if (outputTokens === undefined) return `outputTokens must be ${count}`;
  const read = {
    promptTokensUpTo: parseCount(given.promptTokensUpTo),
    requests: parseCount(given.requests),
    cachedInputTokens: parseCountOrPercent(given.cachedInputTokens, inputTokens),
    cacheWriteTokens: parseCountOrPercent(given.cacheWriteTokens, inputTokens),
  };
  const named: Readonly<Record<string, number | undefined>> = {
    ...read,
    inputTokens,
    outputTokens,
  };
  const wrong = Object.entries(stated).find(
    ([field, value]) => value !== undefined && named[field] === undefined,
  );
  if (wrong !== undefined) return `${wrong[0]} must be ${count}`;
  const { cachedInputTokens = 0, cacheWriteTokens = 0 } = read;
  if (cachedInputTokens + cacheWriteTokens > inputTokens) return "cached tokens within the input";
  return { inputTokens, outputTokens, ...withoutGaps(read) };
}

/** The object without its undefined fields. */
function withoutGaps<T extends object>(
  read: T,
): { readonly [K in keyof T]?: Exclude<T[K], undefined> };
function withoutGaps(read: object): object {
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refused(field: string, expected?: string): Outcome<never> {
  const where = field === "" ? "traffic" : `traffic.${field}`;
  const known = Object.entries(expectations).find(([name]) => name === field)?.[1];
  const words = expected ?? known ?? "something else";
  return { ok: false, problem: { code: "invalid-input", where, expected: `Expected ${words}` } };
}
