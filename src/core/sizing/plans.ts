import type { Gib, Usd } from "../units.ts";
import type { Gpu } from "./gpu.ts";
import { usualPrice } from "./gpu-price.ts";
import { type Placing, placed } from "./placed.ts";

/** One kind of GPU that could hold a model. */
export interface Plan {
  readonly gpu: string;
  readonly name: string;
  /** The fewest that hold one sequence, and how many they hold. */
  readonly gpus: number;
  readonly sequences: number;
  /** The fewest that hold as many as asked for; null: eight do not. */
  readonly gpusForDemand: number | null;
  readonly memoryGiB: Gib;
  /** Of the GPUs that hold one sequence; null: no price is known. */
  readonly usdPerHour: Usd | null;
}

/** Weights are split over so many GPUs of one machine. */
const gpuCounts = [1, 2, 4, 8] as const;

/**
 * Every GPU that holds at least one sequence, those of least memory first. Machines that share their memory
 * serve one reader, and are left out.
 */
export function plansFor(
  placing: Omit<Placing, "gpu" | "gpus">,
  { gpus, demand }: { readonly gpus: readonly Gpu[]; readonly demand: number },
): readonly Plan[] {
  const plans = gpus
    .filter(({ kind }) => kind !== "apple")
    .flatMap((gpu) => planOf(placing, gpu, demand) ?? []);
  return [...plans].sort(
    (a, b) =>
      a.gpus * a.memoryGiB - b.gpus * b.memoryGiB ||
      (a.usdPerHour ?? Infinity) - (b.usdPerHour ?? Infinity) ||
      (a.gpu < b.gpu ? -1 : 1),
  );
}

/** The plan of least memory that holds as many as asked for; undefined where none does. */
export function smallestFor(plans: readonly Plan[]): Plan | undefined {
  const memory = ({ gpusForDemand, memoryGiB }: Plan) => (gpusForDemand ?? Infinity) * memoryGiB;
  return [...plans]
    .filter(({ gpusForDemand }) => gpusForDemand !== null)
    .sort(
      (a, b) => memory(a) - memory(b) || (a.usdPerHour ?? Infinity) - (b.usdPerHour ?? Infinity),
    )[0];
}

function planOf(
  placing: Omit<Placing, "gpu" | "gpus">,
  gpu: Gpu,
  demand: number,
): Plan | undefined {
  const held = gpuCounts.map((gpus) => ({
    gpus,
    sequences: placed({ ...placing, gpu, gpus }).sequences ?? 0,
  }));
  const least = held.find(({ sequences }) => sequences >= 1);
  if (least === undefined) return undefined;
  const price = usualPrice(gpu)?.usdPerHour;
  return {
    gpu: gpu.id,
    name: gpu.name,
    ...least,
    gpusForDemand: held.find(({ sequences }) => sequences >= demand)?.gpus ?? null,
    memoryGiB: gpu.memory.gib,
    usdPerHour: price === undefined ? null : price * least.gpus,
  };
}
