import type { Tokens } from "../units.ts";
import {
  type FineTuningMemory,
  type FineTuningMethod,
  fineTuningHours,
  fineTuningMemory,
  type GpuHours,
} from "./fine-tuning.ts";
import type { Gpu } from "./gpu.ts";
import type { SizeQuestion } from "./size-question.ts";

/** What one way of fine-tuning takes. */
export interface FineTuningRow {
  readonly method: FineTuningMethod;
  readonly memory: FineTuningMemory;
  /** GPUs of the kind asked about that hold it with nine tenths of their memory; null: none was. */
  readonly gpus: number | null;
  readonly tokens: Tokens;
  readonly hours: GpuHours | null;
}

const methods = ["qlora", "lora", "full"] as const satisfies readonly FineTuningMethod[];

/** One sequence at a time of this length, adapters of this rank: what many recipes begin with. */
const usual = { sequenceTokens: 2048, batch: 1, rank: 16 } as const;

/** Empty where parameters are unknown: nothing can be said then. */
export function fineTuningRows(
  { subject, engine, trainingTokens }: SizeQuestion,
  place: { readonly gpu: Gpu } | undefined,
): readonly FineTuningRow[] {
  return methods.flatMap((method) => {
    const memory = fineTuningMemory(subject.model, { ...usual, method });
    if (memory === undefined) return [];
    const gpu = place?.gpu;
    const hours =
      gpu === undefined
        ? undefined
        : fineTuningHours(subject.model, {
            method,
            tokens: trainingTokens,
            bf16Tflops: gpu.compute.bf16Tflops,
          });
    const usable = gpu === undefined ? 0 : gpu.memory.gib * engine.memoryShare;
    return [
      {
        method,
        memory,
        gpus: gpu === undefined ? null : Math.ceil(memory.totalGib / usable),
        tokens: trainingTokens,
        hours: hours ?? null,
      },
    ];
  });
}
