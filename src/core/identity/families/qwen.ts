import { behind, fastSuffix, modeSuffixes, revisionBehind } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

const hybrid = /^qwen3(?:-[\d.]+b(?:-a\d+b)?|\.[5-9]-[a-z0-9.-]+)$/;

/**
 * `-2507` is a new checkpoint, and there `-thinking` and `-instruct` are two of them; other models of
 * Qwen3 and all from Qwen3.5 on think or do not in one set of weights. Up to Qwen2.5 the bare name
 * of a repository is the base weights, so the tuned ones keep their word.
 */
export const qwen: Family = {
  maker: "qwen",
  starts: /^(?:qwen|qwq|qvq)/,
  spellings: [
    [/^qwen-(?=\d)/, "qwen"],
    [/^qwen([1-9])([1-9])(?=-|$)/, "qwen$1.$2"],
    [/^qwen([1-9])-([1-9])(?=-)/, "qwen$1.$2"],
    [/^qwen(2|2\.5)-?vl/, "qwen$1-vl"],
    [/^(qwen[123](?:\.\d)?)(?=\d+(?:\.\d+)?b)/, "$1-"],
    [/^(qwen3-[\d.]+b(?:-a\d+b)?)-2507-(instruct|thinking)/, "$1-$2-2507"],
    [/^(qwen3-[\d.]+b(?:-a\d+b)?)-2507-reasoning/, "$1-thinking-2507"],
  ],
  tags: [
    [/^(qwen3-(?:4b|30b|235b)(?:-a\d+b)?)-(?=thinking|instruct)/, "$1_"],
    [/^qwen3-(?=(?:30|235)b(?!-a))/, "qwen3_"],
  ],
  suffixes: [
    fastSuffix,
    ...behind(hybrid, modeSuffixes),
    revisionBehind(/(?:b|-2507)$/),
    {
      attribute: "speed",
      pattern: /-(turbo)$/,
      after: /^qwen(?:2\.5|3)-[a-z0-9.-]*\db(?:-instruct)?$/,
    },
    {
      attribute: "snapshot",
      pattern: /-(\d\d-\d\d)$/,
      after: /-(?:plus|max|flash|turbo)$|^qwen3-coder-/,
    },
  ],
  names: [
    [/^(qwen3-(?:235b-a22b|30b-a3b|4b))-2507$/, "$1-instruct-2507"],
    [/^qwen3-30b-(instruct|thinking)-2507$/, "qwen3-30b-a3b-$1-2507"],
    [/^qwen3-235b-(instruct|thinking)-2507$/, "qwen3-235b-a22b-$1-2507"],
    [/^qwen3-next-80b(?:-a3b)?$/, "qwen3-next-80b-a3b-instruct"],
    [/^(qwen3-coder-[0-9a-z-]+)-instruct$/, "$1"],
    [/^qwen3-coder-480b$/, "qwen3-coder-480b-a35b"],
    [/^qwen3-coder-30b$/, "qwen3-coder-30b-a3b"],
    [/^qwen3-235b$/, "qwen3-235b-a22b"],
    [/^qwen3-30b$/, "qwen3-30b-a3b"],
    [/^(qwen3\.[56]-35b)$/, "$1-a3b"],
    [/^qwen3\.5-122b$/, "qwen3.5-122b-a10b"],
    [/^qwen3\.5-397b$/, "qwen3.5-397b-a17b"],
    [/^(qwen(?:2|2\.5)-(?:[a-z]+-)?[0-9.]+b)(?:-chat)?$/, "$1-instruct"],
    [/^(qwen1\.5-[0-9.]+b)$/, "$1-chat"],
    [/^(qwen3-(?:0\.6|1\.7|8|14|32)b)-(?:instruct|chat)$/, "$1"],
    [/^(qwen3\.[5-9]-[0-9.]+b(?:-a\d+b)?)-(?:instruct|it|chat)$/, "$1"],
  ],
  baseUnless: {
    names: /^qwen(?:1\.5|2|2\.5)-(?:[a-z]+-)?[0-9.]+b-(?:instruct|chat)$/,
    organisations: /^qwen$/,
    word: /instruct|chat/,
  },
};
