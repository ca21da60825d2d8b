import { fastSuffix, revisionBehind } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

const tuned = /^llama-[234](?:\.\d)?-(?:\d+b|scout|maverick)(?:-vision)?(?:-instruct|-chat)?$/;

/**
 * The instruct weights are what a bare name means, except where it counts experts: so Meta calls the
 * base weights of Llama 4. Sellers add speed words of their own.
 */
export const meta: Family = {
  maker: "meta",
  starts: /^(?:meta-)?llama|^codellama/,
  spellings: [
    [/^meta-(?=llama)/, ""],
    [/^llama-?v?(?=\d)/, "llama-"],
    [/^llama-(\d)-([1-3])(?=-|$)/, "llama-$1.$2"],
    [/^llama-3([1-3])(?=-)/, "llama-3.$1"],
    [/^(llama-4-(?:scout|maverick))-17b(?:-(?:16|128)e)?(?=-instruct)/, "$1"],
  ],
  suffixes: [
    fastSuffix,
    { attribute: "speed", pattern: /-(turbo|lite|instant|basic|reference)$/, after: tuned },
    {
      attribute: "option",
      pattern: /-(8192|4096|32768|128k)$/,
      after: /(?:\db|versatile|instant)$/,
    },
    revisionBehind(/-instruct$/),
    { attribute: "nothing", pattern: /-hf$/ },
    { attribute: "nothing", pattern: /-preview$/, after: /^llama-3\.2-\d+b(?:-vision)?$/ },
  ],
  names: [
    [/^(llama-[234](?:\.\d)?-(?:\d+b|scout|maverick)(?:-vision)?)-(?:instruct|chat|it)$/, "$1"],
    [/^llama-3\.2-(11|90)b$/, "llama-3.2-$1b-vision"],
    [/^(llama-[23](?:\.\d)?-\d+b)-text$/, "$1-base"],
  ],
  baseUnless: {
    names: /^llama-(?:[23](?:\.\d)?-\d+b(?:-vision)?)$/,
    organisations: /^meta-llama$/,
    word: /instruct|chat/,
    starts: /^meta-llama/,
  },
};
