import { effortSuffixes, fastSuffix, modeSuffixes, revisionSuffixes } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

/** gpt-oss: open weights, so others' derivatives carry the name too. */
export const gptOss: Family = {
  maker: "openai",
  starts: /^gpt-?oss(?:-|$)/,
  spellings: [[/^gptoss/, "gpt-oss"]],
  suffixes: [...effortSuffixes, ...revisionSuffixes, fastSuffix],
  names: [[/^(gpt-oss-(?:20|120)b)-(?:instruct|it)$/, "$1"]],
};

/**
 * `gpt-4-turbo` and `-codex`, `-pro`, `-audio` … are models of their own; dates are snapshots. In
 * `gpt-4-1106-preview` the digits are a date.
 */
export const openai: Family = {
  maker: "openai",
  starts:
    /^(?:gpt|chatgpt|o[1-9](?:-|$)|codex-|text-embedding-|text-davinci|davinci|babbage|dall-e|whisper-|tts-|omni-moderation)/,
  isClosed: true,
  spellings: [
    [/^gpt(?=\d)/, "gpt-"],
    [/^gpt-([345])([1-9])(?=-|$)/, "gpt-$1.$2"],
    [/^gpt-([3-9])-([1-9])(?=-|$)/, "gpt-$1.$2"],
    [/^gpt-([3-9])\.0(?=-|$)/, "gpt-$1"],
    [/^gpt-4-o(?=-|$)/, "gpt-4o"],
    [/^gpt-4omni(?=-|$)/, "gpt-4o"],
    [/^gpt-4-0125-preview$/, "gpt-4-turbo-preview-0125"],
    [/^gpt-4-1106-preview$/, "gpt-4-turbo-preview-1106"],
    [/^(gpt-[\d.]+)-(high|low|medium|minimal|xhigh)-(?=(?:mini|nano|pro)$)/, "$1-$2-"],
  ],
  suffixes: [
    ...effortSuffixes,
    fastSuffix,
    {
      attribute: "snapshot",
      pattern: /-(0301|0314|0513|0613|0806|1106|0125|0718|1120|0414|0416|0807)$/,
    },
  ],
  names: [],
};

/** Only the newer models have a mode: "GPT-5.2 Thinking" is the product name of gpt-5.2. */
export const gpt5: Family = {
  ...openai,
  starts: /^gpt-?(?:5|6)/,
  suffixes: [...openai.suffixes, ...modeSuffixes, { attribute: "effort", pattern: /-(max|none)$/ }],
  spellings: [...openai.spellings, [/^(gpt-[\d.]+-codex)-max$/, "$1_max"]],
  names: [[/_/g, "-"]],
};
