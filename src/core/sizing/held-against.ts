import type { Architecture } from "./architecture.ts";
import { modelSpeed } from "./model-speed.ts";
import { sizedModelOf } from "./sized-model.ts";
import type { MeasuredSpeed, SizingFacts } from "./sizing-facts.ts";
import { weightsOf } from "./weights.ts";

/** A measured point with what the estimate says of it. */
export interface HeldPoint {
  readonly point: MeasuredSpeed;
  readonly estimatedPerGpu: number;
  /** Estimated over measured. */
  readonly ratio: number;
}

/** How an estimate comes out over many points. */
export interface ErrorDistribution {
  readonly points: number;
  readonly medianRatio: number;
  readonly p5Ratio: number;
  readonly p95Ratio: number;
  readonly medianAbsoluteError: number;
  /** Shares of the points. */
  readonly within15: number;
  readonly within2: number;
}

/** Every measured point whose model, GPU and precision are known, with the estimate for it. */
export function heldAgainst({
  measured,
  architectures,
  gpus,
  precisions,
}: SizingFacts): readonly HeldPoint[] {
  return measured.flatMap((point) => {
    const architecture = architectures.find(({ id }) => id === point.architecture);
    const gpu = gpus.find(({ id }) => id === point.gpu);
    const precision = precisions.find(({ id }) => id === point.precision);
    if (architecture === undefined || gpu === undefined || precision === undefined) return [];
    const model = modelOf(architecture);
    const weights = weightsOf(model, precision);
    if (weights === undefined) return [];
    const cacheElementBytes = point.cachePrecision === "fp8" ? 1 : 2;
    const speed = modelSpeed(
      { model, weights, precision, cacheElementBytes, gpu, gpus: point.gpus },
      point,
    );
    if (speed === undefined) return [];
    const estimatedPerGpu = speed.outputTokensPerSecond / point.gpus;
    return [{ point, estimatedPerGpu, ratio: estimatedPerGpu / point.outputTokensPerSecondPerGpu }];
  });
}

/** What was measured are plain files, not those that somebody else weighed. */
function modelOf(architecture: Architecture) {
  return { ...sizedModelOf(architecture), files: [] };
}

/** Undefined where there is no point. */
export function errorDistribution(held: readonly HeldPoint[]): ErrorDistribution | undefined {
  if (held.length === 0) return undefined;
  const ratios = held.map(({ ratio }) => ratio).sort((a, b) => a - b);
  const errors = ratios.map((ratio) => Math.abs(ratio - 1)).sort((a, b) => a - b);
  const within = (factor: number) =>
    ratios.filter((ratio) => ratio <= factor && ratio >= 1 / factor).length / ratios.length;
  return {
    points: held.length,
    medianRatio: quantile(ratios, 0.5),
    p5Ratio: quantile(ratios, 0.05),
    p95Ratio: quantile(ratios, 0.95),
    medianAbsoluteError: quantile(errors, 0.5),
    within15: within(1.5),
    within2: within(2),
  };
}

/** Between neighbours in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}
