import { fastSuffix, modeSuffixes } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

/**
 * `-2507` is a new checkpoint, and there `-thinking` and `-instruct` are two of them; the hybrids of
 * Qwen3 and Qwen3.5 on think or do not in one set of weights.
 */
export const qwen: Family = {
  maker: "qwen",
  starts: /^(?:qwen|qwq|qvq)/,
  spellings: [
    [/^qwen-(?=\d)/, "qwen"],
    [/^qwen([1-9])([1-9])(?=-|$)/, "qwen$1.$2"],
    [/^qwen([1-9])-([1-9])(?=-)/, "qwen$1.$2"],
    [/^(qwen[\d.]+)(?=\d+(?:\.\d+)?b)/, "$1-"],
  ],
  suffixes: [
    fastSuffix,
    {
      attribute: "mode",
      pattern: /(?<=^qwen3-(?:\d+|0\.6|1\.7)b(?:-a\d+b)?)-(?:thinking|reasoning|think)$/,
      value: "thinking",
    },
    {
      attribute: "mode",
      pattern: /(?<=^qwen3-(?:\d+|0\.6|1\.7)b(?:-a\d+b)?)-(?:non?-?thinking|no-?think)$/,
      value: "non-thinking",
    },
    ...modeSuffixes.map((rule) => ({
      ...rule,
      pattern: new RegExp(`(?<=^qwen3\\.[5-9]-[a-z0-9.-]*)${rule.pattern.source}`),
    })),
    { attribute: "speed", pattern: /(?<=^qwen(?:2\.5|3)-[a-z0-9.-]*\db)-(turbo)$/ },
    { attribute: "snapshot", pattern: /(?<=-(?:plus|max|flash|turbo))-(\d{2}-\d{2})$/ },
  ],
  names: [
    [/^(qwen3-(?:235b-a22b|30b-a3b|4b))-2507$/, "$1-instruct-2507"],
    [/^(qwen3-(?:235b-a22b|30b-a3b|4b))-2507-(instruct|thinking)$/, "$1-$2-2507"],
    [/^(qwen3-next-80b-a3b)$/, "$1-instruct"],
    [/^(qwen3-coder-[0-9a-z-]+)-instruct$/, "$1"],
    [/^qwen3-coder-480b$/, "qwen3-coder-480b-a35b"],
    [/^qwen3-coder-30b$/, "qwen3-coder-30b-a3b"],
    [/^qwen3-235b$/, "qwen3-235b-a22b"],
    [/^(qwen(?:1\.5|2|2\.5)-[0-9.]+b)-(?:instruct|chat)$/, "$1"],
    [/^(qwen2\.5-(?:coder|vl|math)-[0-9.]+b)-instruct$/, "$1"],
    [/^(qwen3-[0-9.]+b(?:-a\d+b)?)-(?:instruct|chat)$/, "$1"],
    [/^(qwen3\.[5-9]-[0-9.]+b(?:-a\d+b)?)-(?:instruct|it|chat)$/, "$1"],
  ],
  baseUnless: {
    names: /^qwen(?:1\.5|2|2\.5)-(?:[a-z]+-)?[0-9.]+b$/,
    organisations: /^qwen$/,
    word: /instruct|chat/,
  },
};
