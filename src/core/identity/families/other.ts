import { fastSuffix, revisionBehind } from "../suffix-rules.ts";
import type { Family, Rewrite } from "./family.ts";

const joinedDecimal: Rewrite = [/^([a-z]+-(?:[a-z]+-)?v?\d)-(\d)(?=-|$)/, "$1.$2"];

const plain = (maker: string, starts: RegExp, spellings: readonly Rewrite[] = []): Family => ({
  maker,
  starts,
  spellings: [...spellings, joinedDecimal],
  suffixes: [fastSuffix],
  names: [],
});

/** Makers whose names need little more than the shared endings and joined decimals. */
export const others: readonly Family[] = [
  plain("xiaomi", /^mimo-/),
  plain("stepfun", /^step-/),
  plain("tencent", /^(?:hy\d|hunyuan)/),
  plain("baidu", /^ernie-/),
  plain("bytedance", /^(?:seed-|doubao-)/),
  plain("ibm", /^granite-/),
  plain("liquid", /^lfm/, [[/^lfm-(?=\d(?:\.\d)?-\d)/, "lfm"]]),
  plain("meituan", /^longcat-/),
  plain("inclusionai", /^(?:ling-|ring-)/),
  plain("inception", /^mercury/),
  plain("upstage", /^solar-/),
  plain("perplexity", /^(?:sonar|pplx-|r1-1776)/),
  { ...plain("writer", /^palmyra-/), suffixes: [revisionBehind(/-x\d$/)] },
  plain("allenai", /^(?:olmo|molmo|tulu)/),
  plain("ai21", /^(?:jamba|j2-)/),
  plain("nousresearch", /^(?:hermes-|nous-hermes)/),
  plain("thinkingmachines", /^inkling/),
  plain("poolside", /^laguna-/),
  plain("arcee-ai", /^(?:trinity-|afm-)/),
  plain("meta", /^muse-/),
];
