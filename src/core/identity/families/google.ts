import { behind, effortSuffixes, fastSuffix, modeSuffixes } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

const tiers = /^gemini-\d(?:\.\d)?-(?:pro|flash|flash-lite|ultra|argon)$/;

/** Previews and experiments are dated releases of the model; `-tts`, `-image`, `-live` … are not it. */
export const gemini: Family = {
  maker: "google",
  starts: /^gemini/,
  isClosed: true,
  spellings: [
    [/^gemini(?=\d)/, "gemini-"],
    [/^gemini-([1-9])([1-9])(?=-|$)/, "gemini-$1.$2"],
    [/^gemini-([1-9])-(\d)(?=-)/, "gemini-$1.$2"],
    [/^gemini-([3-9])\.0(?=-)/, "gemini-$1"],
    [/^gemini-(pro|flash-lite|flash|ultra)-(\d(?:\.\d)?)(?=-|$)/, "gemini-$2-$1"],
    [/^(gemini-[\d.]+)-lite-flash(?=-|$)/, "$1-flash-lite"],
    [/^(gemini-2\.0-flash)-thinking/, "$1_thinking"],
  ],
  suffixes: [
    ...behind(/^gemini-(?:2\.5|[3-9])/, [...effortSuffixes, ...modeSuffixes]),
    {
      attribute: "snapshot",
      pattern: /-((?:preview|exp)-\d\d-\d\d|preview-\d\d-20\d\d)$/,
      after: tiers,
    },
    { attribute: "snapshot", pattern: /-(exp-\d{4}|\d\d-\d\d|00\d|preview|exp)$/, after: tiers },
  ],
  names: [],
};

/** Instruction-tuned is what a bare Gemma name means; `-pt`, or a bare repository, are the base weights. */
export const gemma: Family = {
  maker: "google",
  starts: /^gemma/,
  spellings: [[/^gemma(?=\d)/, "gemma-"]],
  suffixes: [fastSuffix],
  names: [
    [/^(gemma-(?:[1-4](?:\.\d)?n?-)?e?\d+b(?:-a\d+b)?)-(?:it|instruct)$/, "$1"],
    [/^(gemma-\dn?-e?\d+b(?:-a\d+b)?)-pt$/, "$1-base"],
    [/^gemma-4-26b$/, "gemma-4-26b-a4b"],
  ],
  baseUnless: {
    names: /^gemma-\dn?-e?\d+b(?:-a\d+b)?$/,
    word: /-(?:it|instruct)(?:-|$)/,
  },
};
