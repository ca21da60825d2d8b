import { fastSuffix, revisionBehind } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

/** Sellers swap or drop words of the long Nemotron names. */
export const nvidia: Family = {
  maker: "nvidia",
  starts: /^(?:nvidia-)?(?:nemotron|(?:meta-)?llama-?[0-9.v-]*nemotron|mistral-nemotron)/,
  spellings: [
    [/^(?:nvidia|meta)-/, ""],
    [/^llama-(\d)-(\d)-/, "llama-$1.$2-"],
    [/-v(\d)-(\d)$/, "-v$1.$2"],
    [/^nemotron-(nano|super|ultra)-(\d(?:\.\d)?)(?=-\d+b|$)/, "nemotron-$2-$1"],
  ],
  suffixes: [fastSuffix, { attribute: "nothing", pattern: /-hf$/ }],
  names: [
    [/^nemotron-3-nano(?:-30b)?$/, "nemotron-3-nano-30b-a3b"],
    [/^nemotron-3-super(?:-120b)?$|^nemotron-3-120b-a12b$/, "nemotron-3-super-120b-a12b"],
    [/^nemotron-3-ultra(?:-550b)?$/, "nemotron-3-ultra-550b-a55b"],
    [/^(nemotron-3\.5-lightning)-30b-a3b$/, "$1"],
    [/^(nemotron-3\.5-super-vl)-120b-a12b$/, "$1"],
    [/^(llama-3\.1-nemotron-70b)-instruct$/, "$1"],
  ],
};

export const amazon: Family = {
  maker: "amazon",
  starts: /^(?:nova-|titan-)/,
  isClosed: true,
  spellings: [[/^(nova-(?:micro|lite|pro|premier))-1\.0$/, "$1"]],
  suffixes: [revisionBehind(/^nova-/)],
  names: [[/^nova-(lite|pro|premier)-2$/, "nova-2-$1"]],
};

export const microsoft: Family = {
  maker: "microsoft",
  starts: /^(?:phi|mai-)/,
  spellings: [[/^phi(?=\d)/, "phi-"]],
  suffixes: [{ attribute: "nothing", pattern: /-14b$/, after: /^phi-4$/ }],
  names: [[/^(phi-4(?:-mini|-multimodal)?)-instruct$/, "$1"]],
};

export const cohere: Family = {
  maker: "cohere",
  starts: /^(?:c4ai-)?(?:command|aya|embed-v|embed-english|embed-multilingual|rerank)/,
  spellings: [
    [/^c4ai-/, ""],
    [/^(command-[ar])\+/, "$1-plus"],
  ],
  suffixes: [{ attribute: "snapshot", pattern: /-(03-2025)$/, after: /^command-a$/ }],
  names: [],
};
