import type { Gib, Ratio, Tokens } from "../units.ts";
import type { Architecture, Sourced } from "./architecture.ts";
import type { Gpu } from "./gpu.ts";
import type { Precision } from "./precision.ts";

/** All that is known for weights of one's own. */
export interface SizingFacts {
  readonly architectures: readonly Architecture[];
  readonly gpus: readonly Gpu[];
  readonly precisions: readonly Precision[];
  readonly engines: readonly Engine[];
  readonly measured: readonly MeasuredSpeed[];
  readonly measuredAlone: readonly MeasuredAlone[];
}

/** The program that serves a model, by what it takes of a GPU. */
export type Engine = Sourced<{
  readonly id: string;
  readonly name: string;
  /** Share of the memory that it may fill. */
  readonly memoryShare: Ratio;
  /** For itself, a GPU: graphs, activations, buffers of the network between GPUs. */
  readonly overheadGib: Gib;
}>;

/** What a server was seen to write under load. */
export type MeasuredSpeed = Sourced<{
  readonly architecture: string;
  readonly gpu: string;
  readonly gpus: number;
  readonly engine: string;
  readonly precision: string;
  readonly cachePrecision: string;
  readonly concurrency: number;
  readonly inputTokens: Tokens;
  readonly outputTokens: Tokens;
  readonly outputTokensPerSecondPerGpu: number;
  /** One of those the estimate was fitted to. */
  readonly isFitted: boolean;
}>;

/** What one reader alone was seen to get. */
export type MeasuredAlone = Sourced<{
  readonly what: string;
  readonly gpu: string;
  readonly gpus: number;
  readonly precision: string;
  readonly readGb: number;
  readonly tokensPerSecond: number;
}>;
