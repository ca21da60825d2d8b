import {
  behind,
  effortSuffixes,
  fastSuffix,
  modeSuffixes,
  revisionBehind,
} from "../suffix-rules.ts";
import type { Family } from "./family.ts";

const hybrid = /^deepseek-v(?:3\.\d|[4-9])[a-z0-9.-]*$/;

/**
 * Four digits behind a DeepSeek name are new weights, as are the distills. Bedrock lists V3.1 as
 * version 1 of its V3.
 */
export const deepseek: Family = {
  maker: "deepseek",
  starts: /^deepseek/,
  bare: { starts: /^(?:r1|v[2-9](?:\.\d)?)(?:-|$)/, prefix: "deepseek-" },
  spellings: [
    [/^deepseek(?=[rv]\d)/, "deepseek-"],
    [/^deepseek-(?:ai|chat)-(?=v\d|r\d)/, "deepseek-"],
    [/^deepseek-(?=\d(?:\.\d)?(?:-|$))/, "deepseek-v"],
    [/^deepseek-v3-v1(?:-0)?$/, "deepseek-v3.1"],
    [/^deepseek-v([2-9])([1-9])(?=-|$)/, "deepseek-v$1.$2"],
    [/^deepseek-v([2-9])-([1-9])(?=-|$)/, "deepseek-v$1.$2"],
  ],
  suffixes: [
    fastSuffix,
    ...behind(hybrid, [...modeSuffixes, ...effortSuffixes]),
    {
      attribute: "mode",
      pattern: /-chat$/,
      value: "non-thinking",
      after: /^deepseek-v3\.\d(?:-exp)?$/,
    },
    {
      attribute: "speed",
      pattern: /-(turbo|basic)$/,
      after: /^deepseek-(?:r1|v3|v3-0324|r1-0528|v3\.1)$/,
    },
    { attribute: "effort", pattern: /-(max)$/, after: /^deepseek-v[4-9]/ },
    revisionBehind(/^deepseek-[rv]\d(?:\.\d)?$/),
    {
      attribute: "nothing",
      pattern: /-6[78][15]b$/,
      after: /^deepseek-(?:r1|v3|v3\.\d|r1-0528|v3-0324)$/,
    },
    { attribute: "snapshot", pattern: /-(preview)$/, after: /^deepseek-v4-(?:pro|flash)$/ },
    { attribute: "snapshot", pattern: /-(2025-01)$/, after: /^deepseek-r1$/ },
  ],
  names: [],
};
