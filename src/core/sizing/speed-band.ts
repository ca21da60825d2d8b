import { bands, validated } from "./calibration.ts";
import type { Gpu } from "./gpu.ts";
import type { SizedModel } from "./sized-model.ts";

/** Between how many times the estimate a measured speed is to be expected. */
export interface SpeedBand {
  readonly low: number;
  readonly high: number;
  /** Within the range that the estimate was held against. */
  readonly isValidated: boolean;
  /** What lies outside of it, for the reader. */
  readonly because: readonly string[];
}

/** The band of an estimate: that of the fit within its range, a factor of two outside. */
export function speedBand({
  gpu,
  gpus,
  concurrency,
  model,
}: {
  readonly gpu: Pick<Gpu, "id" | "name">;
  readonly gpus: number;
  readonly concurrency: number;
  readonly model: Pick<SizedModel, "parameters">;
}): SpeedBand {
  const total = model.parameters?.total ?? 0;
  const because = [
    !validated.gpus.some((id) => id === gpu.id) &&
      `the ${gpu.name} was not among the GPUs measured`,
    gpus > validated.gpusAtMost && `more than ${validated.gpusAtMost} GPUs were not measured`,
    concurrency > validated.concurrencyAtMost &&
      `more than ${validated.concurrencyAtMost} requests at once were measured with larger errors`,
    total < validated.parametersAtLeast && "models this small were hardly measured",
  ].filter((reason) => reason !== false);
  const isValidated = because.length === 0;
  return { ...(isValidated ? bands.validated : bands.beyond), isValidated, because };
}
