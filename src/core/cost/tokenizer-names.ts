import { isMeasuredTokenizer, type MeasuredTokenizer } from "./tokenizer-factors.ts";

/** Tokenizers that can be run here: public, and no part of somebody's weights. */
export const exactTokenizers = [
  "o200k_base",
  "cl100k_base",
  "p50k_base",
] as const satisfies readonly MeasuredTokenizer[];

export type ExactTokenizer = (typeof exactTokenizers)[number];

interface NameRule {
  readonly measured: MeasuredTokenizer;
  /** Names that sources and people use for it. */
  readonly names: readonly string[];
  /** Models that use it though sources call it by a name that others share. */
  readonly models?: RegExp;
}

const rules: readonly NameRule[] = [
  { measured: "o200k_base", names: ["o200k", "o200k_harmony"] },
  { measured: "cl100k_base", names: ["cl100k"] },
  {
    measured: "llama-3",
    names: ["llama3", "llama 3", "llama 3 (tiktoken format)"],
    models: /^meta\/llama-3/,
  },
  { measured: "qwen3", names: [], models: /^qwen\/qwen3-/ },
  { measured: "gemma-3", names: [], models: /^google\/gemma-3-/ },
  { measured: "p50k_base", names: ["p50k"] },
];

/** Of a model, these may mean a newer vocabulary too. */
const sharedNames: ReadonlySet<string> = new Set(["qwen3", "gemma-3"]);

/** The measured tokenizer that a name means, for a model where the name is shared. */
export function measuredTokenizer(
  names: readonly string[],
  model: string | null,
): MeasuredTokenizer | undefined {
  for (const name of names) {
    const plain = name.trim().toLowerCase();
    const isShared = model !== null && sharedNames.has(plain);
    if (isShared) continue;
    if (isMeasuredTokenizer(plain)) return plain;
    const rule = rules.find((each) => each.names.includes(plain));
    if (rule !== undefined) return rule.measured;
  }
  return model === null ? undefined : rules.find(({ models }) => models?.test(model))?.measured;
}
