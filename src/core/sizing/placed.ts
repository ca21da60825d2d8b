import { BYTES_PER_GIB, type Bytes, type Gib, type Tokens } from "../units.ts";
import { cacheOf, sequenceBytes } from "./cache.ts";
import { longestContext, sequencesThatFit, usableBytes } from "./fit.ts";
import type { Gpu } from "./gpu.ts";
import type { Precision } from "./precision.ts";
import type { SizedModel } from "./sized-model.ts";
import type { Engine } from "./sizing-facts.ts";
import { type Weights, weightsOf } from "./weights.ts";

/** Where a model would be placed, and what it should hold there. */
export interface Placing {
  readonly model: SizedModel;
  readonly precision: Precision;
  readonly cacheElementBytes: Bytes;
  readonly gpu: Gpu;
  readonly gpus: number;
  readonly engine: Engine;
  readonly contextTokens: Tokens;
  readonly weightsBytes?: Bytes | undefined;
}

/** What a model takes wherever it is placed. Null is unknown. */
export interface Needed {
  readonly weightsGiB: Gib | null;
  readonly weightsHighGiB: Gib | null;
  readonly kvGiBPerSequence: Gib | null;
}

/** What it holds on some GPUs. */
export interface Placed extends Needed {
  /** Negative where the weights alone are too large. */
  readonly freeGiB: Gib | null;
  readonly sequences: number | null;
  /** The same where tables of embeddings stay in 16 bits. */
  readonly sequencesAtHigh: number | null;
  /** Of one sequence alone. */
  readonly longestContextTokens: Tokens | null;
}

/** Weights, what they leave, and how many sequences of the context find room in it. */
export function placed(placing: Placing): Placed {
  const { model, precision, cacheElementBytes, gpu, gpus, engine, contextTokens } = placing;
  const weights = weightsOf(model, precision, placing.weightsBytes);
  const cache =
    model.attention === undefined ? undefined : cacheOf(model.attention, cacheElementBytes);
  const each = cache === undefined ? undefined : sequenceBytes(cache, contextTokens);
  const usable = usableBytes(gpu, gpus, engine);
  const free = weights === undefined ? undefined : usable - weights.bytes;
  const held = (bytes: Bytes | undefined) =>
    bytes === undefined || each === undefined ? null : sequencesThatFit(bytes, each);
  return {
    ...neededOf(weights, each),
    freeGiB: gibOf(free),
    sequences: held(free),
    sequencesAtHigh: held(weights === undefined ? undefined : usable - weights.highBytes),
    longestContextTokens:
      free === undefined || cache === undefined || model.contextTokens === undefined
        ? null
        : longestContext(free, cache, { sequences: 1, atMost: model.contextTokens }),
  };
}

/** Weights and the cache of a sequence, whatever the GPU. */
export function needed({
  model,
  precision,
  cacheElementBytes,
  contextTokens,
  weightsBytes,
}: Omit<Placing, "gpu" | "gpus" | "engine">): Needed {
  const { attention } = model;
  return neededOf(
    weightsOf(model, precision, weightsBytes),
    attention === undefined
      ? undefined
      : sequenceBytes(cacheOf(attention, cacheElementBytes), contextTokens),
  );
}

function neededOf(weights: Weights | undefined, sequence: Bytes | undefined): Needed {
  return {
    weightsGiB: gibOf(weights?.bytes),
    weightsHighGiB: gibOf(weights?.highBytes),
    kvGiBPerSequence: gibOf(sequence),
  };
}

function gibOf(bytes: Bytes | undefined): Gib | null {
  return bytes === undefined ? null : bytes / BYTES_PER_GIB;
}
