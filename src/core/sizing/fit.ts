import { BYTES_PER_GIB, type Bytes, type Tokens } from "../units.ts";
import { type Cache, sequenceBytes } from "./cache.ts";
import type { Gpu } from "./gpu.ts";
import type { Engine } from "./sizing-facts.ts";

/**
 * What an engine may use of some GPUs for weights and caches: of each its memory times the share that may be
 * filled, less what the engine takes for itself.
 */
export function usableBytes(
  gpu: Pick<Gpu, "memory">,
  gpus: number,
  engine: Pick<Engine, "memoryShare" | "overheadGib">,
): Bytes {
  const { gib, usableShare = engine.memoryShare } = gpu.memory;
  return gpus * (gib * usableShare - engine.overheadGib) * BYTES_PER_GIB;
}

/** Sequences of this size that find room at once; 0 where not even one does. */
export function sequencesThatFit(freeBytes: Bytes, bytesPerSequence: Bytes): number {
  return freeBytes <= 0 ? 0 : Math.floor(freeBytes / bytesPerSequence);
}

/**
 * The longest context that so many sequences can have at once; 0 where they find no room at all.
 *
 * @param atMost the longest that the model was made for
 */
export function longestContext(
  freeBytes: Bytes,
  cache: Cache,
  { sequences, atMost }: { readonly sequences: number; readonly atMost: Tokens },
): Tokens {
  const each = freeBytes / sequences;
  if (sequenceBytes(cache, 1) > each) return 0;
  let fits = 1;
  let tooLong = atMost + 1;
  while (tooLong - fits > 1) {
    const tokens = Math.floor((fits + tooLong) / 2);
    if (sequenceBytes(cache, tokens) <= each) fits = tokens;
    else tooLong = tokens;
  }
  return fits;
}
