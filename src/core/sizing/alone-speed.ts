import type { Bytes, Ratio } from "../units.ts";
import type { Gpu } from "./gpu.ts";

/** What one reader alone gets on a device of one's own, as a range. */
export interface AloneSpeed {
  readonly tokensPerSecond: number;
  readonly low: number;
  readonly high: number;
}

interface Efficiency {
  readonly usual: Ratio;
  readonly low: Ratio;
  readonly high: Ratio;
}

type Backend = "cuda" | "apple";
type WeightKind = "full" | "short" | "short-large";

/**
 * Share of the bandwidth on the data sheet that llama.cpp reached in May 2024, writing 1,024 tokens for one
 * reader: in 16 bits, in four bits, and in four bits for models of 40 GB and more. Newer builds are faster.
 */
const aloneEfficiencies: Readonly<Record<Backend, Readonly<Record<WeightKind, Efficiency>>>> = {
  cuda: {
    full: { usual: 0.75, low: 0.72, high: 0.85 },
    short: { usual: 0.6, low: 0.58, high: 0.73 },
    "short-large": { usual: 0.75, low: 0.73, high: 0.81 },
  },
  apple: {
    full: { usual: 0.7, low: 0.68, high: 0.85 },
    short: { usual: 0.525, low: 0.42, high: 0.63 },
    "short-large": { usual: 0.725, low: 0.64, high: 0.81 },
  },
};

const largeBytes = 40e9;
const fullBits = 16;

/** Tokens a second at one request at a time: efficiency x bandwidth / bytes read for a token. */
export function aloneSpeed({
  gpu,
  readBytes,
  bitsPerWeight,
}: {
  readonly gpu: Pick<Gpu, "kind" | "bandwidth">;
  readonly readBytes: Bytes;
  readonly bitsPerWeight: number;
}): AloneSpeed {
  const backend: Backend = gpu.kind === "apple" ? "apple" : "cuda";
  const short: WeightKind = readBytes >= largeBytes ? "short-large" : "short";
  const { usual, low, high } =
    aloneEfficiencies[backend][bitsPerWeight >= fullBits ? "full" : short];
  const ideal = (gpu.bandwidth.gbPerSecond * 1e9) / readBytes;
  return { tokensPerSecond: usual * ideal, low: low * ideal, high: high * ideal };
}
