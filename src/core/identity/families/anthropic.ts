import {
  effortSuffixes,
  fastSuffix,
  longWindowSuffix,
  modeSuffixes,
  revisionBehind,
} from "../suffix-rules.ts";
import type { Family } from "./family.ts";

const kinds = "opus|sonnet|haiku|fable";

/** Up to 3.x the number stands before the kind, from 4 on behind it; the world writes both either way. */
export const anthropic: Family = {
  maker: "anthropic",
  starts: new RegExp(`^(?:claude(?:-|\\d|$)|(?:${kinds})-\\d)`),
  isClosed: true,
  spellings: [
    [new RegExp(`^(?=(?:${kinds})-)`), "claude-"],
    [/^claude(?=\d)/, "claude-"],
    [/^claude-v(?=\d)/, "claude-"],
    [/-([1-9])([1-9])(?=-|$)/, "-$1.$2"],
    [/-([1-9])-(\d)(?=-|$)/, "-$1.$2"],
    [/-(\d)\.0(?=-|$)/, "-$1"],
    [new RegExp(`^claude-([4-9](?:\\.\\d)?)-(${kinds})(?=-|$)`), "claude-$2-$1"],
    [new RegExp(`^claude-(${kinds})-(3(?:\\.\\d)?)(?=-|$)`), "claude-$2-$1"],
  ],
  suffixes: [
    ...effortSuffixes,
    ...modeSuffixes,
    revisionBehind(/^claude-(?:[a-z]+-\d|\d)/),
    fastSuffix,
    longWindowSuffix,
    { attribute: "effort", pattern: /-(max|\d+k)$/, after: /^claude-(?:[a-z]+-\d|3)/ },
    { attribute: "option", pattern: /-(beta)$/ },
  ],
  names: [],
};
