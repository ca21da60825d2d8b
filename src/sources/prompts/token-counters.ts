import type { ExactTokenizer } from "../../core/cost/tokenizer-names.ts";

/** A vocabulary is loaded when it is used. */
const loaders = {
  o200k_base: async () => import("gpt-tokenizer/encoding/o200k_base"),
  cl100k_base: async () => import("gpt-tokenizer/encoding/cl100k_base"),
  p50k_base: async () => import("gpt-tokenizer/encoding/p50k_base"),
} as const satisfies Record<ExactTokenizer, () => Promise<unknown>>;

/** Words that look like a mark of the vocabulary are text like any other. */
const plainText = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() };

/** How many tokens a tokenizer makes of a text. */
export async function tokenCounter(name: ExactTokenizer): Promise<(text: string) => number> {
  const { countTokens } = await loaders[name]();
  return (text) => countTokens(text, plainText);
}
