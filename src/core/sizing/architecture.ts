import type { Source } from "../evidence/source.ts";
import type { Bytes, Tokens } from "../units.ts";

/**
 * How a model is built, as far as memory and speed hang on it. Layers of one kind stand together;
 * a model has as many blocks of attention and of feed-forward as it has kinds.
 */
export interface Architecture {
  /** The name of its file: `qwen3.5-9b`. */
  readonly id: string;
  readonly name: string;
  /** Models of the catalog that are built so. */
  readonly models: readonly string[];
  readonly shape: Shape;
  readonly attention: readonly Attention[];
  readonly feedForward: readonly FeedForward[];
  /** Parameters as its maker counts them. Absent: nobody says, and they are recomputed. */
  readonly published?: Sourced<{ readonly parameters: number }>;
  /** The precision its maker publishes it in; of experts alone where `part` says so. */
  readonly native?: Sourced<{ readonly precision: string; readonly part: "all" | "experts" }>;
  /** Files of the weights that somebody weighed. */
  readonly files: readonly Sourced<{ readonly precision: string; readonly bytes: Bytes }>[];
}

export type Sourced<T> = T & { readonly source: Source };

export type Shape = Sourced<{
  readonly layers: number;
  readonly hidden: number;
  readonly vocabulary: number;
  /** One table of embeddings serves at both ends. */
  readonly isTied: boolean;
  readonly normsPerLayer: number;
  readonly contextTokens: Tokens;
}>;

export type Attention = Sourced<AttentionKind>;
export type FeedForward = Sourced<FeedForwardKind>;

export type AttentionKind = FullAttention | WindowAttention | LatentAttention | LinearAttention;
export type FeedForwardKind = DenseFeedForward | Experts;

interface Heads {
  readonly layers: number;
  readonly heads: number;
  readonly keyValueHeads: number;
  readonly headSize: number;
  /** The query brings a gate of its own size. */
  readonly isGated?: boolean;
  /** Queries and keys are normed, head by head or as one row. */
  readonly norms?: "head" | "row";
  readonly biases?: "query-key-value" | "all";
  /** One more number a head that attention may go to. */
  readonly hasSinks?: boolean;
  /** Keys serve as values: one of them is kept. */
  readonly isKeyValue?: boolean;
}

/** Each token looks at all before it, and what it needs of them grows with the context. */
export interface FullAttention extends Heads {
  readonly kind: "full";
}

/** Each token looks at so many before it, and no more is kept. */
export interface WindowAttention extends Heads {
  readonly kind: "window";
  readonly windowTokens: Tokens;
}

/** Keys and values of all heads are kept as one short row (DeepSeek's MLA). */
export interface LatentAttention {
  readonly kind: "latent";
  readonly layers: number;
  readonly heads: number;
  readonly queryRank: number;
  readonly keyValueRank: number;
  readonly contentSize: number;
  readonly positionSize: number;
  readonly valueSize: number;
  /** A small attention that picks which tokens to look at, with a cache of its own. */
  readonly indexHeads?: number;
  readonly indexSize?: number;
}

/** A state of constant size takes the place of the cache (Gated DeltaNet). */
export interface LinearAttention {
  readonly kind: "linear";
  readonly layers: number;
  readonly keyHeads: number;
  readonly valueHeads: number;
  readonly keySize: number;
  readonly valueSize: number;
  readonly convolution: number;
}

export interface DenseFeedForward {
  readonly kind: "dense";
  readonly layers: number;
  readonly inner: number;
}

/** Of many small networks a router picks a few for each token; all must be in memory. */
export interface Experts {
  readonly kind: "experts";
  readonly layers: number;
  readonly experts: number;
  /** How many a token goes through. */
  readonly used: number;
  readonly inner: number;
  /** Of the expert that every token goes through; absent: there is none. */
  readonly sharedInner?: number;
  readonly isSharedGated?: boolean;
  readonly hasRouterBias?: boolean;
  readonly hasBiases?: boolean;
}
