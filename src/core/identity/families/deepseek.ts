import { effortSuffixes, fastSuffix, modeSuffixes } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

/** Four digits behind a DeepSeek name are new weights, as are the distills. */
export const deepseek: Family = {
  maker: "deepseek",
  starts: /^deepseek/,
  bare: { starts: /^(?:r1|v[2-9](?:\.\d)?)(?:-|$)/, prefix: "deepseek-" },
  spellings: [
    [/^deepseek(?=[rv]\d)/, "deepseek-"],
    [/^deepseek-(?:ai|chat)-(?=v\d|r\d)/, "deepseek-"],
    [/^deepseek-(?=\d(?:\.\d)?(?:-|$))/, "deepseek-v"],
    [/^deepseek-v([2-9])([1-9])(?=-|$)/, "deepseek-v$1.$2"],
    [/^deepseek-v([2-9])-([1-9])(?=-|$)/, "deepseek-v$1.$2"],
    [/^deepseek-(v\d(?:\.\d)?)-(0528|0324)-(chat|instruct)$/, "deepseek-$1-$2"],
  ],
  suffixes: [
    fastSuffix,
    ...[...modeSuffixes, ...effortSuffixes].map((rule) => ({
      ...rule,
      pattern: new RegExp(`(?<=^deepseek-v(?:3\\.\\d|[4-9])[a-z0-9.-]*)${rule.pattern.source}`),
    })),
    { attribute: "mode", pattern: /(?<=^deepseek-v3\.\d(?:-exp)?)-chat$/, value: "non-thinking" },
    {
      attribute: "speed",
      pattern: /(?<=^deepseek-(?:r1|v3|v3-0324|r1-0528|v3\.1))-(turbo|basic)$/,
    },
    { attribute: "revision", pattern: /-(v1-0)$/ },
    {
      attribute: "nothing",
      pattern: /(?<=^deepseek-(?:r1|v3|v3\.1|r1-0528|v3-0324))-(?:671b|685b)$/,
    },
    { attribute: "nothing", pattern: /(?<=^deepseek-v4-(?:pro|flash))-preview$/ },
  ],
  names: [],
};
