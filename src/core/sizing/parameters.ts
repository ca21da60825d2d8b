import type {
  Architecture,
  AttentionKind,
  FeedForwardKind,
  FullAttention,
  LatentAttention,
  LinearAttention,
  WindowAttention,
} from "./architecture.ts";

/** How many numbers a model is made of, and which of them a token meets. */
export interface Parameters {
  readonly total: number;
  /** Met by each token, without the table it is looked up in. */
  readonly active: number;
  /** Read at every step whatever the token: neither the input table nor experts. */
  readonly resident: number;
  /** Of all experts; 0 where there are none. */
  readonly experts: number;
  /** Of these, the matrices, which alone are published in four bits where experts are. */
  readonly expertMatrices: number;
  /** Blocks of experts, for what a step reads of each. */
  readonly expertBlocks: readonly ExpertBlock[];
}

export interface ExpertBlock {
  readonly layers: number;
  readonly experts: number;
  readonly used: number;
  /** Parameters of one expert in one layer. */
  readonly each: number;
}

/** What parameters hang on; the sources of an architecture make no difference. */
export interface Built {
  readonly shape: Omit<Architecture["shape"], "source" | "contextTokens">;
  readonly attention: readonly AttentionKind[];
  readonly feedForward: readonly FeedForwardKind[];
}

/**
 * Counts parameters from dimensions: embeddings, attention, feed-forward, norms. Equal to the counts of
 * the published files, to the last one, where makers publish them. The vision encoder and a head that
 * predicts several tokens are not counted.
 */
export function parametersOf({ shape, attention, feedForward }: Built): Parameters {
  const { layers, hidden, vocabulary, isTied, normsPerLayer } = shape;
  const table = vocabulary * hidden;
  const norms = (layers * normsPerLayer + 1) * hidden;
  const ofAttention = sum(attention.map((each) => each.layers * attentionParameters(each, hidden)));
  const ofFeedForward = sum(
    feedForward.map((each) => each.layers * feedForwardParameters(each, hidden)),
  );
  const total = table * (isTied ? 1 : 2) + norms + ofAttention + ofFeedForward;
  const blocks = feedForward.flatMap((each) =>
    each.kind === "experts"
      ? [
          {
            each: expertMatrix(each.inner, hidden),
            biases: biasesOf(each, hidden),
            ...counts(each),
          },
        ]
      : [],
  );
  const expertMatrices = sum(blocks.map((block) => block.layers * block.experts * block.each));
  const experts = sum(
    blocks.map(({ layers: deep, experts: many, each, biases }) => deep * many * (each + biases)),
  );
  const idle = sum(
    blocks.map(
      ({ layers: deep, experts: many, used, each, biases }) =>
        deep * (many - used) * (each + biases),
    ),
  );
  const looked = isTied ? 0 : table;
  return {
    total,
    active: total - looked - idle,
    resident: total - looked - experts,
    experts,
    expertMatrices,
    expertBlocks: blocks.map(({ biases, each, ...block }) => ({ ...block, each: each + biases })),
  };
}

function counts({ layers, experts, used }: Pick<ExpertBlock, "layers" | "experts" | "used">) {
  return { layers, experts, used };
}

function attentionParameters(attention: AttentionKind, hidden: number): number {
  switch (attention.kind) {
    case "full":
    case "window":
      return headParameters(attention, hidden);
    case "latent":
      return latentParameters(attention, hidden);
    case "linear":
      return linearParameters(attention, hidden);
  }
}

function headParameters(attention: FullAttention | WindowAttention, hidden: number): number {
  const { heads, keyValueHeads, headSize, isGated, norms, biases, hasSinks } = attention;
  const query = heads * headSize;
  const keyValue = keyValueHeads * headSize * (attention.isKeyValue ? 1 : 2);
  const normed = { head: 2 * headSize, row: query + keyValueHeads * headSize };
  const added = { "query-key-value": query + keyValue, all: query + keyValue + hidden };
  return (
    hidden * (query * (isGated ? 2 : 1) + keyValue + query) +
    (norms === undefined ? 0 : normed[norms]) +
    (biases === undefined ? 0 : added[biases]) +
    (hasSinks ? heads : 0)
  );
}

function latentParameters(attention: LatentAttention, hidden: number): number {
  const { heads, queryRank, keyValueRank, contentSize, positionSize, valueSize } = attention;
  const { indexHeads = 0, indexSize = 0 } = attention;
  const query =
    queryRank === 0
      ? hidden * heads * (contentSize + positionSize)
      : hidden * queryRank + queryRank + queryRank * heads * (contentSize + positionSize);
  const keyValue =
    hidden * (keyValueRank + positionSize) +
    keyValueRank +
    keyValueRank * heads * (contentSize + valueSize);
  const index =
    indexHeads * indexSize === 0
      ? 0
      : queryRank * indexHeads * indexSize + hidden * (indexSize + indexHeads) + 2 * indexSize;
  return query + keyValue + heads * valueSize * hidden + index;
}

function linearParameters(attention: LinearAttention, hidden: number): number {
  const { keyHeads, valueHeads, keySize, valueSize, convolution } = attention;
  const value = valueHeads * valueSize;
  const mixed = 2 * keyHeads * keySize + value;
  return (
    hidden * (mixed + 2 * value + 2 * valueHeads) + mixed * convolution + 2 * valueHeads + valueSize
  );
}

function feedForwardParameters(feedForward: FeedForwardKind, hidden: number): number {
  switch (feedForward.kind) {
    case "dense":
      return expertMatrix(feedForward.inner, hidden);
    case "experts": {
      const { experts, inner, sharedInner = 0, isSharedGated, hasRouterBias } = feedForward;
      const each = expertMatrix(inner, hidden) + biasesOf(feedForward, hidden);
      const router = hidden * experts + (hasRouterBias ? experts : 0);
      const shared = expertMatrix(sharedInner, hidden) + (isSharedGated ? hidden : 0);
      return experts * each + router + shared;
    }
  }
}

/** Gate, up and down. */
function expertMatrix(inner: number, hidden: number): number {
  return 3 * hidden * inner;
}

function biasesOf(
  { hasBiases, inner }: { readonly hasBiases?: boolean; readonly inner: number },
  hidden: number,
): number {
  return hasBiases ? 2 * inner + hidden : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
