import { z } from "zod";

/** The format of `dist/providers/data/*.json` of `@earendil-works/pi-ai`, cut to what is read. */

const Rates = z.object({
  input: z.number(),
  output: z.number(),
  cacheRead: z.number().optional(),
  cacheWrite: z.number().optional(),
});
export type WireRates = z.output<typeof Rates>;

const Cost = Rates.extend({
  tiers: z.array(Rates.extend({ inputTokensAbove: z.number() })).optional(),
});

export const WirePiModel = z.object({
  id: z.string(),
  name: z.string(),
  /** `chat`, `image`, `classifier`. */
  type: z.string().optional(),
  reasoning: z.boolean().optional(),
  input: z.array(z.string()),
  /** Stated for pictures only. */
  output: z.array(z.string()).optional(),
  cost: Cost,
  contextWindow: z.number().optional(),
  maxTokens: z.number().optional(),
  compat: z.object({ supportsStrictMode: z.literal(true).optional().catch(undefined) }).optional(),
});
export type WirePiModel = z.output<typeof WirePiModel>;

/** One provider's file: wire format, then `type:id`. */
export const WirePiProvider = z.record(z.string(), z.record(z.string(), WirePiModel));

export const WirePiManifest = z.object({ generatedAt: z.string() });
