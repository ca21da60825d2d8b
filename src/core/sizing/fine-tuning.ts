import { BYTES_PER_GIB, type Bytes, type Gib, type Ratio, type Tokens } from "../units.ts";
import type { SizedModel } from "./sized-model.ts";

export type FineTuningMethod = "lora" | "qlora" | "full";

export interface FineTuningQuestion {
  readonly method: FineTuningMethod;
  /** Tokens of one sequence of the training data, and how many are held at once. */
  readonly sequenceTokens: Tokens;
  readonly batch: number;
  /** Rank of the adapters; no matter for full fine-tuning. */
  readonly rank: number;
}

export interface FineTuningMemory {
  readonly weightsBytes: Bytes;
  /** Gradients and the two moments of Adam, with a copy of the weights in 32 bits. */
  readonly trainedBytes: Bytes;
  /** With what each layer passes on kept, and the rest reckoned again. */
  readonly activationBytes: Bytes;
  readonly trainedParameters: number;
  readonly totalGib: Gib;
  readonly lowGib: Gib;
  readonly highGib: Gib;
}

/**
 * Bytes of a parameter: 2 of weights in 16 bits; of one that is trained 2 of gradient, 4 of a copy in 32 bits
 * and 8 of moments (mixed precision with Adam: Rajbhandari and others, ZeRO, 2020). Frozen weights of QLoRA
 * take 4.127 bits with their scales quantised in turn (Dettmers and others, 2023).
 */
const fineTuningBytes = { weight: 2, trained: 14, frozenFourBit: 4.127 / 8 } as const;

/** Measured memory may be so many times the estimate: engines differ in what they keep. */
const fineTuningBand = { low: 0.8, high: 1.4 } as const;

/** Bytes of a token kept by a layer, and held while one layer is reckoned again (Korthikanti and others, 2022). */
const keptPerHidden = 2;
const heldPerHidden = 34;
/** Logits of a token in 16 and in 32 bits. */
const bytesPerLogit = 6;

/** Memory over all GPUs; undefined where parameters or dimensions are unknown. */
export function fineTuningMemory(
  model: SizedModel,
  question: FineTuningQuestion,
): FineTuningMemory | undefined {
  const { parameters, layers, hidden, vocabulary } = model;
  if (
    parameters === undefined ||
    layers === undefined ||
    hidden === undefined ||
    vocabulary === undefined
  ) {
    return undefined;
  }
  const { method, sequenceTokens, batch, rank } = question;
  const trainedParameters =
    method === "full" ? parameters.total : adapterParameters({ layers, hidden, rank });
  const perWeight = method === "qlora" ? fineTuningBytes.frozenFourBit : fineTuningBytes.weight;
  const adapters = method === "full" ? 0 : trainedParameters * fineTuningBytes.weight;
  const weightsBytes = parameters.total * perWeight + adapters;
  const trainedBytes = trainedParameters * fineTuningBytes.trained;
  const tokens = sequenceTokens * batch;
  const activationBytes =
    tokens * (hidden * (keptPerHidden * layers + heldPerHidden) + vocabulary * bytesPerLogit);
  const totalGib = (weightsBytes + trainedBytes + activationBytes) / BYTES_PER_GIB;
  return {
    weightsBytes,
    trainedBytes,
    activationBytes,
    trainedParameters,
    totalGib,
    lowGib: totalGib * fineTuningBand.low,
    highGib: totalGib * fineTuningBand.high,
  };
}

/** Two thin matrices at each of seven places of a layer, taken as square: an estimate from above. */
function adapterParameters({
  layers,
  hidden,
  rank,
}: {
  readonly layers: number;
  readonly hidden: number;
  readonly rank: number;
}): number {
  const places = 7;
  return layers * places * 2 * hidden * rank;
}

export interface GpuHours {
  readonly hours: number;
  readonly low: number;
  readonly high: number;
}

/**
 * FLOPS a token for each active parameter: 2 forward, 2 back to the inputs, 2 for the gradients of what is
 * trained, and 2 to reckon the forward again. Adapters leave the third out.
 */
const flopsPerParameter: Readonly<Record<FineTuningMethod, number>> = {
  full: 8,
  lora: 6,
  qlora: 6,
};

/** Share of the data sheet's FLOPS that training reaches, and how far it may be off: a factor of two. */
const trainingShare: Ratio = 0.35;
const trainingBand = { low: 0.5, high: 2 } as const;

/** GPU hours for so many tokens, each pass over them counted; undefined where parameters are unknown. */
export function fineTuningHours(
  model: SizedModel,
  {
    method,
    tokens,
    bf16Tflops,
  }: {
    readonly method: FineTuningMethod;
    readonly tokens: Tokens;
    readonly bf16Tflops: number;
  },
): GpuHours | undefined {
  if (model.parameters === undefined) return undefined;
  const flops = flopsPerParameter[method] * model.parameters.active * tokens;
  const hours = flops / (bf16Tflops * 1e12 * trainingShare) / 3600;
  return { hours, low: hours * trainingBand.low, high: hours * trainingBand.high };
}
