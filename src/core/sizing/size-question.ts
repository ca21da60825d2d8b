import type { Source } from "../evidence/source.ts";
import type { Bytes, Ratio, Tokens, Usd, UsdPerMtok } from "../units.ts";
import type { Gpu } from "./gpu.ts";
import type { Precision } from "./precision.ts";
import type { SizedModel } from "./sized-model.ts";
import type { Engine, SizingFacts } from "./sizing-facts.ts";

/** Everything the answer of `size` hangs on. */
export interface SizeQuestion {
  readonly facts: Pick<SizingFacts, "gpus" | "precisions">;
  readonly subject: SizeSubject;
  /** Absent: the one the weights are published in. */
  readonly precision?: Precision;
  readonly kvPrecision: "bf16" | "fp8";
  /** Absent: the smallest that holds what is asked for. */
  readonly gpu?: Gpu;
  /** Absent: one, or as many as the weights take where no GPU is named. */
  readonly gpus?: number;
  readonly engine: Engine;
  readonly contextTokens: Tokens;
  readonly inputTokens: Tokens;
  readonly outputTokens: Tokens;
  /** Absent: as many as fit, 32 at most. */
  readonly concurrency?: number;
  /** Sequences that a machine is looked for. */
  readonly demand: number;
  readonly utilisation: Ratio;
  /** Of one replica with all its GPUs. Absent: the cheapest known. */
  readonly hourlyUsd?: Usd;
  readonly replicas: number;
  readonly operationsUsd: Usd;
  /** Of the asker's own file of weights. */
  readonly weightsBytes?: Bytes;
  readonly monthlyMtok?: number;
  readonly rivals: readonly Rival[];
  readonly trainingTokens: Tokens;
}

export interface SizeSubject {
  readonly model: SizedModel;
  /** The model of the catalog; null: of a configuration. */
  readonly modelId: string | null;
  readonly missing: readonly string[];
  readonly sources: readonly Source[];
}

/** The same tokens bought: a model by its route, at one price for prompts and answers blended. */
export interface Rival {
  readonly model: string;
  readonly route: string | null;
  /** Null: nobody says. */
  readonly usdPerMtok: UsdPerMtok | null;
  readonly because: string;
  readonly isSameModel: boolean;
  readonly sources: readonly Source[];
}
