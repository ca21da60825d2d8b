import { fastSuffix, modeSuffixes } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

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
    [/^kimi-k2-(0905|0711)-preview(?=-|$)/, "kimi-k2-$1"],
    [/^kimi-(?=[2-9]\.\d)/, "kimi-k"],
  ],
  suffixes: [
    fastSuffix,
    ...modeSuffixes.map((rule) => ({
      ...rule,
      pattern: new RegExp(
        `(?<=^kimi-k(?:2\\.[5-9]|[3-9](?:\\.\\d)?)[a-z-]*)${rule.pattern.source}`,
      ),
    })),
    { attribute: "snapshot", pattern: /(?<=^kimi-k2)-(0711)$/ },
    { attribute: "speed", pattern: /(?<=^kimi-k2(?:-thinking|-0905|\.\d))-(turbo)$/ },
    { attribute: "nothing", pattern: /(?<=^kimi-k(?:2\.[5-9]|[3-9](?:\.\d)?))-instruct$/ },
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
  suffixes: [fastSuffix, ...modeSuffixes],
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
  suffixes: [fastSuffix, { attribute: "speed", pattern: /(?<=^minimax-m2\.\d)-(lightning)$/ }],
  names: [],
};
