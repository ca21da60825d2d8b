import { fastSuffix } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

/** The instruct weights are what a bare name means; sellers add speed words of their own. */
export const meta: Family = {
  maker: "meta",
  starts: /^(?:meta-)?llama|^codellama/,
  spellings: [
    [/^meta-(?=llama)/, ""],
    [/^llama-?v?(?=\d)/, "llama-"],
    [/^llama-(\d)-([1-3])(?=-|$)/, "llama-$1.$2"],
    [/^llama-3([1-3])(?=-)/, "llama-3.$1"],
    [/-17b-(?:16|128)e(?=-|$)/, ""],
    [/^(llama-4-(?:scout|maverick))-17b/, "$1"],
  ],
  suffixes: [
    fastSuffix,
    { attribute: "speed", pattern: /-(turbo|lite|instant|basic)$/ },
    { attribute: "option", pattern: /(?<=-\d+b)-(8192|4096|32768|128k)$/ },
    { attribute: "revision", pattern: /-(v1-0)$/ },
    { attribute: "nothing", pattern: /-hf$/ },
  ],
  names: [
    [/^(llama-[234](?:\.\d)?-(?:\d+b|scout|maverick)(?:-vision)?)-(?:instruct|chat|it)$/, "$1"],
    [/^(llama-[23](?:\.\d)?-\d+b)-text$/, "$1-base"],
  ],
  baseUnless: {
    names: /^llama-(?:[23](?:\.\d)?-\d+b(?:-vision)?)$/,
    organisations: /^meta-llama$/,
    word: /instruct|chat/,
  },
};
