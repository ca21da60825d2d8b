import type { Gib, Ratio, Usd } from "../units.ts";
import type { Sourced } from "./architecture.ts";

/** A device that weights are loaded onto, as it is sold. */
export interface Gpu {
  /** The name of its file: `a10g`. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** `apple` shares its memory with the rest of the machine. */
  readonly kind: "data-centre" | "consumer" | "apple";
  readonly memory: Sourced<{
    /** As it is sold: `24` of a card that shows 22.35 GiB. */
    readonly soldGb: number;
    /** As the device shows it. */
    readonly gib: Gib;
    /** Share that models may fill, where it is not the engine's. */
    readonly usableShare?: Ratio;
  }>;
  readonly bandwidth: Sourced<{ readonly gbPerSecond: number }>;
  /** Dense: without the sparsity that doubles what data sheets print. */
  readonly compute: Sourced<{ readonly bf16Tflops: number; readonly fp8Tflops?: number }>;
  /** Precisions it reckons in; of others only the weights are smaller. */
  readonly native: Sourced<{ readonly precisions: readonly string[] }>;
  readonly power?: Sourced<{ readonly watts: number }>;
  readonly prices: readonly GpuPrice[];
}

/** What a seller asked for an hour of one GPU, on a day. */
export type GpuPrice = Sourced<{
  readonly seller: string;
  /** What it is sold as: `g5.xlarge`. */
  readonly product?: string;
  readonly region?: string;
  readonly usdPerHour: Usd;
  /** The dearest of the seller's offers of it. */
  readonly upToUsdPerHour?: Usd;
}>;
