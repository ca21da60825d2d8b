import type { Bytes, Tokens } from "../units.ts";
import type { AttentionKind } from "./architecture.ts";

/** What one sequence keeps in memory beside the weights. */
export interface Cache {
  /** For each token of the context, of what grows with it. */
  readonly bytesPerToken: Bytes;
  /** The same for the index of sparse attention, kept in 8 bits. */
  readonly indexBytesPerToken: Bytes;
  /** Of windows for each token, up to their length. */
  readonly windows: readonly { readonly tokens: Tokens; readonly bytesPerToken: Bytes }[];
  /** However long the context is: the state of linear attention. */
  readonly stateBytes: Bytes;
}

/** A state is kept in 32 bits and the window of its convolution in 16, whatever the cache is kept in. */
const stateElementBytes = 4;
const convolutionElementBytes = 2;
const indexElementBytes = 1;

/**
 * The cache of a sequence by kinds of attention: two rows (one where keys serve as values) a head of
 * keys and values, one short row for latent attention, a window's length at most, a constant state.
 *
 * @param elementBytes of keys and values: 2 in 16 bits, 1 in 8
 */
export function cacheOf(attention: readonly AttentionKind[], elementBytes: Bytes): Cache {
  let bytesPerToken = 0;
  let indexBytesPerToken = 0;
  let stateBytes = 0;
  const windows: { tokens: Tokens; bytesPerToken: Bytes }[] = [];
  for (const each of attention) {
    switch (each.kind) {
      case "full":
        bytesPerToken += rowBytes(each) * elementBytes;
        break;
      case "window":
        windows.push({ tokens: each.windowTokens, bytesPerToken: rowBytes(each) * elementBytes });
        break;
      case "latent":
        bytesPerToken += each.layers * (each.keyValueRank + each.positionSize) * elementBytes;
        indexBytesPerToken += each.layers * (each.indexSize ?? 0) * indexElementBytes;
        break;
      case "linear": {
        const { keyHeads, valueHeads, keySize, valueSize, convolution } = each;
        const state = valueHeads * keySize * valueSize * stateElementBytes;
        const mixed = 2 * keyHeads * keySize + valueHeads * valueSize;
        const tail = mixed * (convolution - 1) * convolutionElementBytes;
        stateBytes += each.layers * (state + tail);
      }
    }
  }
  return { bytesPerToken, indexBytesPerToken, windows, stateBytes };
}

/** What a sequence of so many tokens keeps. */
export function sequenceBytes(cache: Cache, tokens: Tokens): Bytes {
  return (
    (cache.bytesPerToken + cache.indexBytesPerToken) * tokens +
    windowBytes(cache, tokens) +
    cache.stateBytes
  );
}

/** What a step reads of it, the state apart: all but the index, which is small and picks what is read. */
export function readBytes(cache: Cache, tokens: Tokens): Bytes {
  return cache.bytesPerToken * tokens + windowBytes(cache, tokens);
}

/** What does not grow any more once every window is full. */
export function fixedBytes(cache: Cache): Bytes {
  return windowBytes(cache, Number.POSITIVE_INFINITY) + cache.stateBytes;
}

function windowBytes({ windows }: Cache, tokens: Tokens): Bytes {
  return windows.reduce(
    (sum, window) => sum + window.bytesPerToken * Math.min(tokens, window.tokens),
    0,
  );
}

function rowBytes({
  layers,
  keyValueHeads,
  headSize,
  isKeyValue,
}: {
  readonly layers: number;
  readonly keyValueHeads: number;
  readonly headSize: number;
  readonly isKeyValue?: boolean;
}): number {
  return layers * keyValueHeads * headSize * (isKeyValue ? 1 : 2);
}
