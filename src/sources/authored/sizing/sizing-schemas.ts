import { z } from "zod";
import { Money, Sources, Text } from "../schemas.ts";

const Count = z.int("a whole number above 0").positive("a whole number above 0");
const Some = z.int("a whole number from 0 on").min(0, "a whole number from 0 on");
const Size = z.number("a number above 0").positive("a number above 0");
const Share = z.number("a share like 0.9").gt(0, "a share like 0.9").max(1, "a share like 0.9");
const Flag = z.boolean("true or false");
const source = { source: Text };

const Shape = z.strictObject({
  layers: Count,
  hidden: Count,
  vocabulary: Count,
  isTied: Flag,
  normsPerLayer: Count.default(2),
  contextTokens: Count,
  ...source,
});

const heads = {
  layers: Count,
  heads: Count,
  keyValueHeads: Count,
  headSize: Count,
  isGated: Flag.exactOptional(),
  norms: z.enum(["head", "row"]).exactOptional(),
  biases: z.enum(["query-key-value", "all"]).exactOptional(),
  hasSinks: Flag.exactOptional(),
  isKeyValue: Flag.exactOptional(),
  ...source,
};

const AttentionLine = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("full"), ...heads }),
  z.strictObject({ kind: z.literal("window"), windowTokens: Count, ...heads }),
  z.strictObject({
    kind: z.literal("latent"),
    layers: Count,
    heads: Count,
    queryRank: Some,
    keyValueRank: Count,
    contentSize: Count,
    positionSize: Count,
    valueSize: Count,
    indexHeads: Count.exactOptional(),
    indexSize: Count.exactOptional(),
    ...source,
  }),
  z.strictObject({
    kind: z.literal("linear"),
    layers: Count,
    keyHeads: Count,
    valueHeads: Count,
    keySize: Count,
    valueSize: Count,
    convolution: Count,
    ...source,
  }),
]);

const FeedForwardLine = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("dense"), layers: Count, inner: Count, ...source }),
  z.strictObject({
    kind: z.literal("experts"),
    layers: Count,
    experts: Count,
    used: Count,
    inner: Count,
    sharedInner: Count.exactOptional(),
    isSharedGated: Flag.exactOptional(),
    hasRouterBias: Flag.exactOptional(),
    hasBiases: Flag.exactOptional(),
    ...source,
  }),
]);

/** `data/architectures/<id>.yaml`: how models are built. */
export const ArchitectureFile = z.strictObject({
  name: Text,
  models: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9.-]+$/, "maker/model")).default([]),
  sources: Sources,
  shape: Shape,
  attention: z.array(AttentionLine).min(1, "one kind of attention at least"),
  feedForward: z.array(FeedForwardLine).min(1, "one kind of feed-forward at least"),
  published: z.strictObject({ parameters: Count, ...source }).exactOptional(),
  native: z
    .strictObject({ precision: Text, part: z.enum(["all", "experts"]).default("all"), ...source })
    .exactOptional(),
  files: z.array(z.strictObject({ precision: Text, bytes: Count, ...source })).default([]),
});

const PriceLine = z.strictObject({
  seller: Text,
  product: Text.exactOptional(),
  region: Text.exactOptional(),
  usdPerHour: Money,
  upToUsdPerHour: Money.exactOptional(),
  ...source,
});

/** `data/gpus/<id>.yaml`: one device, and what its sellers ask for an hour. */
export const GpuFile = z.strictObject({
  name: Text,
  aliases: z.array(Text).default([]),
  kind: z.enum(["data-centre", "consumer", "apple"]),
  sources: Sources,
  memory: z.strictObject({
    soldGb: Size,
    gib: Size,
    usableShare: Share.exactOptional(),
    ...source,
  }),
  bandwidth: z.strictObject({ gbPerSecond: Size, ...source }),
  compute: z.strictObject({ bf16Tflops: Size, fp8Tflops: Size.exactOptional(), ...source }),
  native: z.strictObject({ precisions: z.array(Text), ...source }),
  power: z.strictObject({ watts: Size, ...source }).exactOptional(),
  prices: z.array(PriceLine).default([]),
});

const PrecisionLine = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/, "a short id in lower case"),
  name: Text,
  aliases: z.array(Text).default([]),
  bitsPerWeight: Size,
  perplexityPercent: z.number("a percentage").min(0, "a percentage").exactOptional(),
  keepsEmbeddings: Flag.exactOptional(),
  format: z.enum(["plain", "gguf"]).default("plain"),
  ...source,
});

/** `data/precisions.yaml`: what weights take in each precision. */
export const PrecisionsFile = z.strictObject({
  sources: Sources,
  precisions: z.array(PrecisionLine).min(1, "one precision at least"),
});

const EngineLine = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+$/, "a short id in lower case"),
  name: Text,
  memoryShare: Share,
  overheadGib: z.number("GiB from 0 on").min(0, "GiB from 0 on"),
  ...source,
});

/** `data/engines.yaml`: what serving takes beside weights and caches. The first is the usual one. */
export const EnginesFile = z.strictObject({
  sources: Sources,
  engines: z.array(EngineLine).min(1, "one engine at least"),
});

const SpeedLine = z.strictObject({
  architecture: Text,
  gpu: Text,
  gpus: Count.default(1),
  engine: Text,
  precision: Text,
  cachePrecision: Text.default("bf16"),
  concurrency: Count,
  inputTokens: Count,
  outputTokens: Count,
  outputTokensPerSecondPerGpu: Size,
  isFitted: Flag.default(false),
  ...source,
});

const AloneLine = z.strictObject({
  what: Text,
  gpu: Text,
  gpus: Count.default(1),
  precision: Text,
  readGb: Size,
  tokensPerSecond: Size,
  ...source,
});

/** `data/measured-speed.yaml`: what others measured, to hold the estimate against. */
export const MeasuredSpeedFile = z.strictObject({
  sources: Sources,
  serving: z.array(SpeedLine).default([]),
  alone: z.array(AloneLine).default([]),
});

export type ArchitectureFile = z.output<typeof ArchitectureFile>;
export type GpuFile = z.output<typeof GpuFile>;
export type PrecisionsFile = z.output<typeof PrecisionsFile>;
export type EnginesFile = z.output<typeof EnginesFile>;
export type MeasuredSpeedFile = z.output<typeof MeasuredSpeedFile>;
