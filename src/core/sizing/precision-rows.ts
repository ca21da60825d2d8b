import type { Gpu } from "./gpu.ts";
import { type Placed, type Placing, placed } from "./placed.ts";
import { type Plan, plansFor, smallestFor } from "./plans.ts";
import type { Precision } from "./precision.ts";
import type { SizedModel } from "./sized-model.ts";

/** What a model would hold in one precision. */
export interface PrecisionRow extends Placed {
  readonly precision: string;
  readonly name: string;
  readonly bitsPerWeight: number;
  /** False: the GPU reckons in another, and only the weights are smaller. */
  readonly isNative: boolean;
  readonly perplexityPercent: number | null;
  /** The least memory that holds as many sequences as asked for; null: none known does. */
  readonly smallest: Plan | null;
}

/** Precisions that people choose from, widest first; those of files on a device of one's own last. */
const usual = ["bf16", "fp8", "int8", "int4"] as const;
const short = ["nvfp4", "mxfp4"] as const;
const ownDevice = ["q8_0", "q4_k_m"] as const;

/** The precision that the weights are published in. */
export function publishedPrecision(
  { native }: SizedModel,
  precisions: readonly Precision[],
): Precision | undefined {
  const id = native?.precision ?? "bf16";
  return precisions.find((each) => each.id === id);
}

/** The one asked for, and those it would be weighed against on this GPU. */
export function precisionRows(
  placing: Placing,
  {
    precisions,
    gpus,
    demand,
  }: {
    readonly precisions: readonly Precision[];
    readonly gpus: readonly Gpu[];
    readonly demand: number;
  },
): readonly PrecisionRow[] {
  const { gpu, precision: asked } = placing;
  const ids: readonly string[] = [
    ...usual,
    ...short.filter((id) => gpu.native.precisions.includes(id)),
    ...(gpu.kind === "data-centre" ? [] : ownDevice),
  ];
  const chosen = precisions.filter(({ id }) => id !== asked.id && ids.includes(id));
  return [asked, ...chosen]
    .sort((a, b) => b.bitsPerWeight - a.bitsPerWeight)
    .map((precision): PrecisionRow => {
      const { weightsBytes, ...others } = placing;
      const own = precision.id === asked.id ? weightsBytes : undefined;
      const here = { ...others, precision, weightsBytes: own };
      return {
        precision: precision.id,
        name: precision.name,
        bitsPerWeight: precision.bitsPerWeight,
        isNative: gpu.native.precisions.includes(precision.id),
        perplexityPercent: precision.perplexityPercent ?? null,
        ...placed(here),
        smallest: smallestFor(plansFor(here, { gpus, demand })) ?? null,
      };
    });
}
