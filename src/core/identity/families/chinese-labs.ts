import { behind, effortSuffixes, fastSuffix, modeSuffixes } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

const hybridKimi = /^kimi-k(?:2\.[5-9]|[3-9](?:\.\d)?)[a-z-]*$/;

/** Kimi K2 dates are new weights and its `-thinking` too; from K2.5 on thinking is a mode. */
export const moonshot: Family = {
  maker: "moonshot",
  starts: /^(?:kimi|moonlight|moonshot-v1)/,
  bare: { starts: /^k\d(?:\.\d)?(?:-|$)/, prefix: "kimi-" },
  spellings: [
    [/^kimi-?k(?=\d)/, "kimi-k"],
    [/^kimi-k([1-9])([1-9])(?=-|$)/, "kimi-k$1.$2"],
    [/^kimi-k([1-9])-([1-9])(?=-|$)/, "kimi-k$1.$2"],
    [/^kimi-k2-instruct(?=-|$)/, "kimi-k2"],
    [/^kimi-k2-(0905|0711)-(?:preview|instruct)(?=-|$)/, "kimi-k2-$1"],
    [/^kimi-(?=[2-9]\.\d)/, "kimi-k"],
  ],
  suffixes: [
    fastSuffix,
    ...behind(hybridKimi, [...modeSuffixes, ...effortSuffixes]),
    { attribute: "snapshot", pattern: /-(0711)$/, after: /^kimi-k2$/ },
    { attribute: "speed", pattern: /-(turbo)$/, after: /^kimi-k2(?:-thinking|-0905|\.\d)$/ },
    { attribute: "option", pattern: /-(256k)$/, after: /^kimi-k\d(?:\.\d)?$/ },
    { attribute: "nothing", pattern: /-instruct$/, after: hybridKimi },
  ],
  names: [],
};

/** `-air`, `-flash`, `-flashx`, `-turbo` and `v` are models of their own. */
export const zhipu: Family = {
  maker: "z-ai",
  starts: /^(?:chat)?glm/,
  spellings: [
    [/^glm(?=\d)/, "glm-"],
    [/^glm-([4-9])([1-9])(v?)(?=-|$)/, "glm-$1.$2$3"],
    [/^glm-([4-9])-([1-9])(v?)(?=-|$)/, "glm-$1.$2$3"],
    [/^glm-([4-9])\.0(?=-|$)/, "glm-$1"],
  ],
  suffixes: [
    fastSuffix,
    ...behind(/^glm-(?:4\.[5-9]|[5-9])[a-z0-9.-]*$/, [...modeSuffixes, ...effortSuffixes]),
  ],
  names: [],
};

export const minimax: Family = {
  maker: "minimax",
  starts: /^(?:minimax|abab)/,
  bare: { starts: /^m\d(?:\.\d)?(?:-|$)/, prefix: "minimax-" },
  spellings: [
    [/^minimax-?m(?=\d)/, "minimax-m"],
    [/^minimax-m([1-9])([1-9])(?=-|$)/, "minimax-m$1.$2"],
    [/^minimax-m([1-9])-([1-9])(?=-|$)/, "minimax-m$1.$2"],
  ],
  suffixes: [
    fastSuffix,
    { attribute: "speed", pattern: /-(lightning)$/, after: /^minimax-m2\.\d$/ },
  ],
  names: [],
};
