import { BYTES_PER_GIB, type Bytes, type Gib, type Tokens } from "../units.ts";
import { cacheOf, sequenceBytes } from "./cache.ts";
import { longestContext, sequencesThatFit, usableBytes } from "./fit.ts";
import type { Gpu } from "./gpu.ts";
import type { Precision } from "./precision.ts";
import type { SizedModel } from "./sized-model.ts";
import type { Engine } from "./sizing-facts.ts";
import { weightsOf } from "./weights.ts";

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

/** What a model holds on some GPUs. Null is unknown. */
export interface Placed {
  readonly weightsGiB: Gib | null;
  readonly weightsHighGiB: Gib | null;
  /** Negative where the weights alone are too large. */
  readonly freeGiB: Gib | null;
  readonly kvGiBPerSequence: Gib | null;
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
    weightsGiB: gibOf(weights?.bytes),
    weightsHighGiB: gibOf(weights?.highBytes),
    freeGiB: gibOf(free),
    kvGiBPerSequence: gibOf(each),
    sequences: held(free),
    sequencesAtHigh: held(weights === undefined ? undefined : usable - weights.highBytes),
    longestContextTokens:
      free === undefined || cache === undefined || model.contextTokens === undefined
        ? null
        : longestContext(free, cache, { sequences: 1, atMost: model.contextTokens }),
  };
}

function gibOf(bytes: Bytes | undefined): Gib | null {
  return bytes === undefined ? null : bytes / BYTES_PER_GIB;
}
