import { z } from "zod";

/**
 * What a catalog that somebody else kept must look like before it is trusted. Fields that another
 * version added are let through.
 */
const Text = z.string().max(100_000);
const Day = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);
const Count = z.int().min(0);

const Source = z.looseObject({
  name: Text,
  ref: Text,
  kind: z.enum([
    "own-evidence",
    "own-facts",
    "first-party",
    "benchmark-owner",
    "independent",
    "other-maker",
    "aggregator",
    "assumption",
  ]),
  observedOn: Day,
  confidence: z.enum(["high", "medium", "low"]),
  lineage: Text,
});

const Provider = z.looseObject({
  id: Text,
  name: Text,
  kind: z.enum(["first-party", "cloud", "host", "router", "plan"]),
  apiShapes: z.array(Text),
});

const Variant = z.looseObject({ label: Text, items: Count.optional() });

const Benchmark = z.looseObject({
  id: Text,
  name: Text,
  aliases: z.array(Text),
  category: Text,
  group: z.enum(["static", "reasoning", "agentic"]),
  measures: Text,
  variants: z.array(Variant),
  metric: Text,
  status: z.enum(["active", "legacy", "contested"]),
  source: Source,
});

const ModelRow = z
  .tuple([Text, Text, Count, z.union([z.literal(0), z.literal(1)]), Count, z.array(Text)])
  .rest(z.unknown());

export const IndexShape = z.looseObject({
  hash: z.string().regex(/^[0-9a-f]{6,64}$/),
  compiledOn: Day,
  makers: z.array(z.tuple([Text, Text]).rest(z.unknown())),
  models: z.array(ModelRow),
  providers: z.array(Provider),
  routes: z.array(z.tuple([Count, Text, Count]).rest(z.unknown())),
  benchmarks: z.array(Benchmark),
});

const Conditions = z.looseObject({
  minPromptTokensExclusive: z.number().optional(),
  maxPromptTokensInclusive: z.number().optional(),
  serviceTier: z.enum(["standard", "batch", "flex", "priority", "fast"]).optional(),
  cacheTtl: z.enum(["5m", "1h"]).optional(),
  region: Text.optional(),
  utcWindow: z.tuple([Text, Text]).optional(),
  utcDays: z.array(Text).optional(),
  effort: Text.optional(),
});

const ClaimRest = z.looseObject({
  conditions: Conditions.optional(),
  effectiveFrom: Day.optional(),
  effectiveTo: Day.optional(),
  note: Text.optional(),
});

const ClaimRow = z.union([
  z.tuple([Count, Text, z.union([Text, z.number(), z.boolean()]), Count]),
  z.tuple([Count, Text, z.union([Text, z.number(), z.boolean()]), Count, ClaimRest]),
]);

const ScoreRest = z.looseObject({
  benchmark: Text,
  score: z.number(),
  reporter: Text,
  variant: Text.optional(),
  setting: Text.optional(),
  modelVariant: Text.optional(),
  items: z.number().optional(),
});

export const ChunkShape = z.looseObject({
  sources: z.array(Source),
  subjects: z.array(z.string().regex(/^(model|route):./)),
  claims: z.array(ClaimRow),
  scores: z.array(z.tuple([Count, ScoreRest])),
  heldBack: z.array(z.tuple([ClaimRow, Text, Text])),
});
