import type { Outcome } from "../problems/problem.ts";
import { monthlyFields, perRequestExpectations } from "./per-request-fields.ts";
import { parseCount, parseCountOrPercent } from "./token-count.ts";
import type { TrafficProfile, TrafficTier } from "./traffic.ts";
import {
  fieldRules,
  overfull,
  type StatedTier,
  shortNames,
  tokenCount,
  type Whole,
} from "./traffic-fields.ts";

/**
 * Reads a month of use as a person or a program states it: an object with the field names of
 * `TrafficProfile`, whose counts may be written `800M` and whose parts may be percentages, or the
 * short form `in=800M,out=250M,cached=60%,batch=0.3,requests=100k`.
 */
export function parseTraffic(stated: unknown): Outcome<TrafficProfile> {
  const fields = statedFields(stated);
  if (fields === undefined) return refused("");
  const twice = statedTwice(stated);
  if (twice !== undefined) return twice;
  const strange = Object.keys(fields).find(
    (key) => key === "" || !Object.hasOwn(expectations, key),
  );
  if (strange !== undefined) return refused(strange, `one of ${fieldNames.join(", ")}`);
  const month = monthlyFields(fields);
  if (typeof month === "string") return refused(month);
  const given: StatedProfile = month;
  const tiers = given.tiers === undefined ? [] : tiersOf(given.tiers);
  return typeof tiers === "string" ? refused("tiers", tiers) : profileOf(given, tiers);
}

/** The fields by their long names, whichever form they were stated in; undefined when it is neither. */
export function statedFields(stated: unknown): Readonly<Record<string, unknown>> | undefined {
  const pairs = statedPairs(stated);
  return pairs && Object.fromEntries(pairs);
}

/** The first field that is stated twice, which leaves open which of the two is meant. */
export function statedTwice(stated: unknown): Outcome<never> | undefined {
  const seen = new Set<string>();
  const [twice] =
    (statedPairs(stated) ?? []).find(([name]) => seen.size === seen.add(name).size) ?? [];
  return twice === undefined ? undefined : refused(twice, "it once: it is stated twice");
}

function statedPairs(stated: unknown): readonly (readonly [string, unknown])[] | undefined {
  const isText = typeof stated === "string" && stated !== "";
  if (!isText && !isObject(stated)) return undefined;
  const pairs = isText ? shortForm(stated) : Object.entries(stated);
  return pairs.map(([name, value]) => [shortNames[name] ?? name, value]);
}

/** What may have been stated, read by name; anything may stand there. */
type StatedProfile = { readonly [K in keyof TrafficProfile]?: unknown };

/** Every field, and what it must be. */
const expectations: Readonly<Record<string, string>> = {
  "": "an object with inputTokens and outputTokens, or text like in=800M,out=250M",
  requests: fieldRules.requests.expected,
  inputTokens: tokenCount,
  outputTokens: tokenCount,
  ...perRequestExpectations,
  tiers: "a list of tiers",
  ...Object.fromEntries(Object.entries(fieldRules).map(([name, { expected }]) => [name, expected])),
};

const fieldNames = Object.keys(expectations).filter((name) => name !== "");

/** Words that are no pair become a field of their own name, to be refused by it. */
function shortForm(text: string): readonly (readonly [string, string])[] {
  return text.split(/[,;]/).map((pair) => {
    const [key = "", ...rest] = pair.split("=");
    return [key.trim(), rest.join("=").trim()];
  });
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

  const whole: Whole = { inputTokens, outputTokens };
  const read = readFields(fields, whole);
  if (typeof read === "string") return refused(read);
  const tooMuch = overfull(whole, read);
  if (tooMuch !== undefined) return refused(tooMuch);
  return { ok: true, value: { ...whole, ...read, ...(tiers.length === 0 ? {} : { tiers }) } };
}

/** The optional fields, or the name of the first that is not what it must be. */
function readFields(fields: StatedProfile, whole: Whole): Partial<TrafficProfile> | string {
  const read: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(fieldRules)) {
    const stated: unknown = Reflect.get(fields, name);
    if (stated === undefined) continue;
    const value = rule.read(stated, whole);
    if (value === undefined) return name;
    read[name] = value;
  }
  return read;
}

/** Each is billed by itself on every route. */
export const tiersAtMost = 100;

/** The tiers, or what was expected of them. */
function tiersOf(stated: unknown): readonly TrafficTier[] | string {
  if (!Array.isArray(stated) || stated.length === 0) {
    return "a list of { promptTokensUpTo, inputTokens, outputTokens }";
  }
  if (stated.length > tiersAtMost) return `at most ${tiersAtMost} tiers`;
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
  if (inputTokens === undefined) return `inputTokens must be ${tokenCount}`;
  if (outputTokens === undefined) return `outputTokens must be ${tokenCount}`;
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
  if (wrong !== undefined) return `${wrong[0]} must be ${tokenCount}`;
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

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refused(field: string, expected?: string): Outcome<never> {
  const where = field === "" ? "traffic" : `traffic.${field}`;
  const words = expected ?? expectations[field] ?? "something else";
  return { ok: false, problem: { code: "invalid-input", where, expected: `Expected ${words}` } };
}
