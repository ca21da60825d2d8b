import type { Source } from "../evidence/source.ts";

/** Texts for which tokenizers were compared. */
export const textClasses = [
  "english",
  "markdown",
  "english-readme",
  "python",
  "typescript",
  "json",
  "spanish",
  "french",
  "portuguese",
  "polish",
  "russian",
  "ukrainian",
  "chinese-simplified",
  "chinese-traditional",
  "japanese",
  "korean",
  "hindi",
] as const;

export type TextClass = (typeof textClasses)[number];

export function isTextClass(name: string): name is TextClass {
  return textClasses.some((each) => each === name);
}

/** Tokenizers that were measured. */
export const measuredTokenizers = [
  "o200k_base",
  "cl100k_base",
  "llama-3",
  "qwen3",
  "gemma-3",
  "p50k_base",
] as const;

export type MeasuredTokenizer = (typeof measuredTokenizers)[number];

export function isMeasuredTokenizer(name: string): name is MeasuredTokenizer {
  return measuredTokenizers.some((each) => each === name);
}

/** Tokens for each token of o200k_base on the same text, in the order of `measuredTokenizers`. */
const factors: Readonly<Record<TextClass, readonly number[]>> = {
  english: [1, 1.01, 1.01, 1.04, 1.08, 1.09],
  markdown: [1, 1.0, 1.0, 1.04, 1.11, 1.15],
  "english-readme": [1, 1.05, 1.02, 1.03, 1.05, 1.33],
  python: [1, 0.99, 0.99, 1.0, 1.2, 1.28],
  typescript: [1, 1.0, 1.0, 1.0, 1.1, 1.17],
  json: [1, 1.0, 1.0, 1.08, 1.27, 1.24],
  spanish: [1, 1.13, 1.1, 1.11, 1.03, 1.61],
  french: [1, 1.13, 1.11, 1.11, 1.05, 1.54],
  portuguese: [1, 1.13, 1.1, 1.11, 1.03, 1.58],
  polish: [1, 1.14, 1.1, 1.07, 0.98, 1.68],
  russian: [1, 1.44, 1.11, 1.16, 1.02, 3.3],
  ukrainian: [1, 1.54, 0.99, 1.32, 0.99, 2.84],
  "chinese-simplified": [1, 1.24, 1.04, 1.0, 0.98, 2.17],
  "chinese-traditional": [1, 1.29, 0.99, 0.94, 0.9, 1.99],
  japanese: [1, 1.3, 0.99, 0.97, 0.85, 1.78],
  korean: [1, 1.41, 1.04, 1.15, 1.0, 2.96],
  hindi: [1, 2.29, 1.36, 2.18, 0.97, 3.55],
};

/** How many times the tokens one tokenizer makes of a text that another made; undefined when not measured. */
export function factorBetween(from: string, to: string, textClass: TextClass): number | undefined {
  const row = factors[textClass];
  const [before, after] = [from, to].map((name) =>
    isMeasuredTokenizer(name) ? row[measuredTokenizers.indexOf(name)] : undefined,
  );
  return before === undefined || after === undefined ? undefined : after / before;
}

export const factorSource: Source = {
  name: "Steelyard, own measurement of tokenizers",
  ref: "docs/tokenizers.md",
  kind: "independent",
  observedOn: "2026-11-20",
  confidence: "medium",
  lineage: "Steelyard",
};
