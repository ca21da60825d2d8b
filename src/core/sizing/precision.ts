import type { Sourced } from "./architecture.ts";

/** A way to write weights down, with what it takes in files that were weighed. */
export type Precision = Sourced<{
  /** `bf16`, `fp8`, `int4`, `q4_k_m`. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Over all weights of a file, scales included. */
  readonly bitsPerWeight: number;
  /** How much worse it predicts text than 16 bits do, where that was measured. No task is meant. */
  readonly perplexityPercent?: number;
  /** Files of it often keep the tables of embeddings in 16 bits. */
  readonly keepsEmbeddings?: boolean;
  readonly format: "plain" | "gguf";
}>;
