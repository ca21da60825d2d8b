import type { Family } from "./family.ts";

const plain = (maker: string, starts: RegExp): Family => ({
  maker,
  starts,
  spellings: [[/(?<=^[a-z]+-(?:[a-z]+-)?v?\d)-(\d)(?=-|$)/, ".$1"]],
  suffixes: [],
  names: [],
});

/** Makers whose names need no more than the shared endings and joined decimals. */
export const others: readonly Family[] = [
  plain("xiaomi", /^mimo-/),
  plain("stepfun", /^step-/),
  plain("tencent", /^(?:hy\d|hunyuan)/),
  plain("baidu", /^ernie-/),
  plain("bytedance", /^(?:seed-|doubao-)/),
  plain("ibm", /^granite-/),
  plain("liquid", /^lfm/),
  plain("meituan", /^longcat-/),
  plain("inclusionai", /^(?:ling-|ring-)/),
  plain("inception", /^mercury/),
  plain("upstage", /^solar-/),
  plain("perplexity", /^(?:sonar|pplx-|r1-1776)/),
  plain("writer", /^palmyra-/),
  plain("allenai", /^(?:olmo|molmo|tulu)/),
  plain("ai21", /^(?:jamba|j2-)/),
  plain("nousresearch", /^(?:hermes-|nous-hermes)/),
  plain("thinkingmachines", /^inkling/),
  plain("poolside", /^laguna-/),
  plain("arcee-ai", /^(?:trinity-|afm-)/),
  plain("meta", /^muse-/),
];
