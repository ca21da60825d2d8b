import type { Bytes, Tokens } from "../units.ts";
import { calibration } from "./calibration.ts";

/** What a step reads and reckons of a model. */
export interface StepLoad {
  /** Weights that every step reads: all but experts and the table that tokens are looked up in. */
  readonly residentBytes: Bytes;
  readonly expertBlocks: readonly {
    readonly layers: number;
    readonly experts: number;
    readonly used: number;
    readonly bytesEach: Bytes;
  }[];
  readonly activeParameters: number;
  readonly layers: number;
  readonly hasExperts: boolean;
  /** Cache that a token reads, at the mean length of the context. */
  readonly cacheBytes: Bytes;
  /** State that is read and written again. */
  readonly stateBytes: Bytes;
}

/** GPUs that a model is split over. */
export interface Machine {
  readonly gpus: number;
  readonly bytesPerSecond: number;
  readonly flopsPerSecond: number;
}

/** Requests that run at once, all alike. */
export interface Requests {
  readonly concurrency: number;
  readonly inputTokens: Tokens;
  readonly outputTokens: Tokens;
}

export interface Speed {
  /** Of all requests together. */
  readonly outputTokensPerSecond: number;
  readonly stepSeconds: number;
  /** Of one prompt; a first token cannot come before. */
  readonly prefillSeconds: number;
}

/** The mean context of a request: its prompt and half of its answer. */
export function meanContext({ inputTokens, outputTokens }: Requests): Tokens {
  return inputTokens + outputTokens / 2;
}

/**
 * A roofline with shares of the data sheet that real engines reach: a step takes the time to read
 * weights and caches, the time to reckon, and what each layer costs; prompts come between steps.
 * Out come C x out / (C x prefill + out x step) tokens a second. No speculative decoding, no caching of
 * prompts, no machines apart for prompts and answers.
 */
export function rooflineSpeed(load: StepLoad, machine: Machine, requests: Requests): Speed {
  const { concurrency, inputTokens, outputTokens } = requests;
  const { gpus, bytesPerSecond, flopsPerSecond } = machine;
  const { layers, activeParameters, hasExperts } = load;
  const perSequence = load.cacheBytes + 2 * load.stateBytes;
  const bytes = load.residentBytes + expertBytes(load, concurrency) + concurrency * perSequence;
  const reading = bytes / (gpus * bytesPerSecond * calibration.bandwidthShare);
  const flops = gpus * flopsPerSecond;
  const reckoning = (2 * activeParameters * concurrency) / (flops * calibration.decodeShare);
  const ofLayers =
    layers *
    ((gpus > 1 ? calibration.splitLayerSeconds : 0) +
      (hasExperts ? calibration.expertLayerSeconds : 0));
  const stepSeconds = reading + reckoning + calibration.stepSeconds + ofLayers;
  const prefillSeconds = (2 * activeParameters * inputTokens) / (flops * calibration.prefillShare);
  return {
    outputTokensPerSecond:
      (concurrency * outputTokens) / (concurrency * prefillSeconds + outputTokens * stepSeconds),
    stepSeconds,
    prefillSeconds,
  };
}

/** Each token picks its experts as if by lot, so many tokens read nearly all: E x (1 - (1 - k/E)^C). */
function expertBytes({ expertBlocks }: StepLoad, concurrency: number): Bytes {
  return expertBlocks.reduce((sum, { layers, experts, used, bytesEach }) => {
    const hit = experts * (1 - (1 - used / experts) ** concurrency);
    return sum + layers * hit * bytesEach;
  }, 0);
}
