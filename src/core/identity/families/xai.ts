import { effortSuffixes, modeSuffixes } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

/** `grok-4-fast` and `grok-4.1-fast` are models; behind Grok 3 `-fast` is a faster machine. */
export const xai: Family = {
  maker: "xai",
  starts: /^grok/,
  isClosed: true,
  spellings: [
    [/^grok(?=\d)/, "grok-"],
    [/^grok-([1-9])-(\d|20)(?=-|$)/, "grok-$1.$2"],
    [/^grok-([4-9])([1-9])(?=-|$)/, "grok-$1.$2"],
    [/^grok-build-(\d)-(\d)(?=-|$)/, "grok-build-$1.$2"],
    [/^grok-([3-9])\.0(?=-|$)/, "grok-$1"],
  ],
  suffixes: [
    ...modeSuffixes,
    ...effortSuffixes,
    { attribute: "speed", pattern: /(?<=^grok-3(?:-mini)?)-(fast)$/ },
    { attribute: "snapshot", pattern: /(?<=^grok-\d[a-z0-9.-]*)-(\d{4})$/ },
    { attribute: "snapshot", pattern: /(?<=^grok-(?:3|3-mini|4|4\.20)(?:-fast)?)-(beta)$/ },
  ],
  names: [],
};
