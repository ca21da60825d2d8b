import { cacheOf, readBytes } from "./cache.ts";
import type { Gpu } from "./gpu.ts";
import type { Precision } from "./precision.ts";
import {
  type Machine,
  meanContext,
  type Requests,
  rooflineSpeed,
  type Speed,
  type StepLoad,
} from "./roofline.ts";
import type { SizedModel } from "./sized-model.ts";
import { type Weights, weightBytes } from "./weights.ts";

/** What speed hangs on beside the requests. */
export interface SpeedQuestion {
  readonly model: SizedModel;
  readonly weights: Weights;
  readonly precision: Precision;
  /** Bytes of an element of the cache: 2 or 1. */
  readonly cacheElementBytes: number;
  readonly gpu: Gpu;
  readonly gpus: number;
}

/** The estimate for a model on some GPUs; undefined where parameters or attention are unknown. */
export function modelSpeed(question: SpeedQuestion, requests: Requests): Speed | undefined {
  const load = stepLoad(question, requests);
  return load === undefined ? undefined : rooflineSpeed(load, machineOf(question), requests);
}

function stepLoad(
  { model, weights, cacheElementBytes }: SpeedQuestion,
  requests: Requests,
): StepLoad | undefined {
  const { parameters, attention, layers } = model;
  if (parameters === undefined || attention === undefined || layers === undefined) return undefined;
  const cache = cacheOf(attention, cacheElementBytes);
  const { active, resident, expertBlocks } = parameters;
  return {
    residentBytes: weightBytes(resident, weights.residentBits),
    expertBlocks: expertBlocks.map(({ each, ...block }) => ({
      ...block,
      bytesEach: weightBytes(each, weights.expertBits),
    })),
    activeParameters: active,
    layers,
    hasExperts: expertBlocks.length > 0,
    cacheBytes: readBytes(cache, meanContext(requests)),
    stateBytes: cache.stateBytes,
  };
}

/** Precisions that tensor cores reckon in eight bits or fewer, where a GPU has them. */
const shortPrecisions: readonly string[] = ["fp8", "nvfp4", "mxfp4"];

function machineOf({ gpu, gpus, precision }: SpeedQuestion): Machine {
  const { bf16Tflops, fp8Tflops } = gpu.compute;
  const isShort =
    shortPrecisions.includes(precision.id) && gpu.native.precisions.includes(precision.id);
  const tflops = isShort ? (fp8Tflops ?? bf16Tflops) : bf16Tflops;
  return { gpus, bytesPerSecond: gpu.bandwidth.gbPerSecond * 1e9, flopsPerSecond: tflops * 1e12 };
}
