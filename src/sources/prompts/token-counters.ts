import type { ExactTokenizer } from "../../core/cost/tokenizer-names.ts";

/** A vocabulary is loaded when it is used. */
const loaders = {
  o200k_base: async () => import("gpt-tokenizer/encoding/o200k_base"),
  cl100k_base: async () => import("gpt-tokenizer/encoding/cl100k_base"),
  p50k_base: async () => import("gpt-tokenizer/encoding/p50k_base"),
} as const satisfies Record<ExactTokenizer, () => Promise<unknown>>;

/** Words that look like a mark of the vocabulary are text like any other. */
const plainText = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() };

/**
 * How many tokens a tokenizer makes of a text. Exact, but for unbroken runs of a thousand letters,
 * signs or blanks: merging such a run takes time with the square of its length, so it is counted in
 * pieces, which adds at most a token a piece.
 */
export async function tokenCounter(name: ExactTokenizer): Promise<(text: string) => number> {
  const { countTokens } = await loaders[name]();
  const count = (text: string) => (text === "" ? 0 : countTokens(text, plainText));
  return (text) => {
    let tokens = 0;
    let end = 0;
    for (const run of text.matchAll(longRun)) {
      tokens += count(text.slice(end, run.index));
      for (const piece of run[0].match(pieceOfRun) ?? []) tokens += count(piece);
      end = run.index + run[0].length;
    }
    return tokens + count(text.slice(end));
  };
}

const longRun = /[\p{L}\p{M}]{1000,}|[^\s\p{L}\p{M}\p{N}]{1000,}|\s{1000,}/gu;
const pieceOfRun = /[\s\S]{1,500}/gu;
