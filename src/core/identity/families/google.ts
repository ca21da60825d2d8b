import { effortSuffixes, modeSuffixes } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

/** Previews and experiments are dated releases of the model; `-tts`, `-image`, `-live` … are not it. */
export const gemini: Family = {
  maker: "google",
  starts: /^gemini/,
  isClosed: true,
  spellings: [
    [/^gemini(?=\d)/, "gemini-"],
    [/^gemini-([1-9])([1-9])(?=-|$)/, "gemini-$1.$2"],
    [/^gemini-([1-9])-([1-9])(?=-)/, "gemini-$1.$2"],
    [/^gemini-([3-9])\.0(?=-)/, "gemini-$1"],
    [/^gemini-(pro|flash|flash-lite|ultra)-(\d(?:\.\d)?)(?=-|$)/, "gemini-$2-$1"],
    [/^(gemini-[\d.]+)-lite-flash(?=-|$)/, "$1-flash-lite"],
  ],
  suffixes: [
    ...effortSuffixes,
    ...modeSuffixes,
    { attribute: "snapshot", pattern: /-((?:preview|exp)-\d{2}-\d{2})$/ },
    { attribute: "snapshot", pattern: /-(preview-\d{2}-20\d{2})$/ },
    { attribute: "snapshot", pattern: /-(exp-\d{4})$/ },
    { attribute: "snapshot", pattern: /(?<=-(?:pro|flash|lite))-(\d{2}-\d{2}|00\d|preview|exp)$/ },
  ],
  names: [],
};

/** Instruction-tuned is what a bare Gemma name means; `-pt` are the base weights. */
export const gemma: Family = {
  maker: "google",
  starts: /^gemma/,
  spellings: [
    [/^gemma(?=\d)/, "gemma-"],
    [/^gemma-(\d)-(\d)-(?=\d)/, "gemma-$1.$2-"],
  ],
  suffixes: [],
  names: [
    [/^(gemma-\d(?:\.\d)?n?-[a-z0-9-]*\d+b)-(?:it|instruct)$/, "$1"],
    [/^(gemma-\d(?:\.\d)?n?-(?:e\db|\d+b(?:-a\db)?))-pt$/, "$1-base"],
  ],
};
