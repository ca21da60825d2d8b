import { effortSuffixes, fastSuffix, modeSuffixes } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

/** Open weights, so others' derivatives carry the name too. */
export const gptOss: Family = {
  maker: "openai",
  starts: /^gpt-?oss(?:-|\d|$)/,
  spellings: [[/^gpt-?oss-?(?=\d)/, "gpt-oss-"]],
  suffixes: [
    ...effortSuffixes,
    fastSuffix,
    { attribute: "speed", pattern: /-(turbo)$/, after: /\db$/ },
    { attribute: "revision", pattern: /-(1)(?:-0)?$/, after: /b$/ },
  ],
  names: [[/^(gpt-oss-(?:20|120)b)-(?:instruct|it)$/, "$1"]],
};

/**
 * `-turbo` of GPT-4, `-codex`, `-pro`, `-audio` … are models of their own; dates are snapshots. In
 * `gpt-4-1106-preview` the digits are a date.
 */
export const openai: Family = {
  maker: "openai",
  starts:
    /^(?:gpt-?\d|gpt-(?:audio|image|realtime|chat|transcribe|luna|sol|terra|astra|mini|daybreak|latest)|gpt$|chatgpt|o[1-9](?:-|$)|codex-|text-embedding-|text-davinci|davinci-00|babbage-00|dall-e|whisper-|tts-|omni-moderation)/,
  isClosed: true,
  spellings: [
    [/^gpt(?=\d)/, "gpt-"],
    [/^gpt-([3-6])([1-9])(?=-|$)/, "gpt-$1.$2"],
    [/^gpt-([3-9])-([1-9])(?=-|$)/, "gpt-$1.$2"],
    [/^gpt-([3-9])\.0(?=-|$)/, "gpt-$1"],
    [/^gpt-4-?o(?:mni)?(?=-|$)/, "gpt-4o"],
    [/^gpt-4-(?:turbo-)?(0125|1106)-preview$/, "gpt-4-turbo-preview-$1"],
    [/^(gpt-[\d.]+o?)-(\d{4}-\d\d-\d\d)-(mini|nano|pro)$/, "$1-$3-$2"],
  ],
  suffixes: [
    ...effortSuffixes,
    fastSuffix,
    {
      attribute: "snapshot",
      pattern: /-(0301|0314|0513|0613|0806|0914|1106|0125|0718|1120|0414|0416|0807)$/,
    },
  ],
  names: [],
};

/** Only the newer models have a mode: "GPT-5.2 Thinking" is the product's name of gpt-5.2. */
export const gpt5: Family = {
  ...openai,
  starts: /^gpt-?[56]/,
  spellings: [...openai.spellings, [/^(gpt-[\d.]+-codex)-max(?=-|$)/, "$1_max"]],
  suffixes: [...openai.suffixes, ...modeSuffixes, { attribute: "effort", pattern: /-(max|none)$/ }],
};
