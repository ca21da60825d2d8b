import { behind, effortSuffixes, modeSuffixes } from "../suffix-rules.ts";
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
    ...behind(/^grok-3(?:-mini)?$/, [{ attribute: "speed", pattern: /-(fast)$/ }]),
    { attribute: "snapshot", pattern: /-(\d{4})$/, after: /^grok-\d[a-z0-9.-]*$/ },
    { attribute: "snapshot", pattern: /-(beta)$/, after: /^grok-3(?:-mini)?(?:-fast)?$/ },
  ],
  names: [],
};
