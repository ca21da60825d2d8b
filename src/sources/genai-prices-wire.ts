import { z } from "zod";

/** The format of `@pydantic/genai-prices`, cut to what is read. Unknown keys are dropped. */

export type WireMatch =
  | { readonly equals: string }
  | { readonly starts_with: string }
  | { readonly ends_with: string }
  | { readonly contains: string }
  | { readonly regex: string }
  | { readonly or: readonly WireMatch[] }
  | { readonly and: readonly WireMatch[] };

const Match: z.ZodType<WireMatch> = z.lazy(() =>
  z.union([
    z.object({ equals: z.string() }),
    z.object({ starts_with: z.string() }),
    z.object({ ends_with: z.string() }),
    z.object({ contains: z.string() }),
    z.object({ regex: z.string() }),
    z.object({ or: z.array(Match) }),
    z.object({ and: z.array(Match) }),
  ]),
);

const Rate = z.union([
  z.number(),
  z.object({
    base: z.number(),
    tiers: z.array(z.object({ start: z.number(), price: z.number() })),
  }),
]);
export type WireRate = z.output<typeof Rate>;

const Prices = z.record(z.string(), Rate);
export type WirePrices = z.output<typeof Prices>;

const Constraint = z.discriminatedUnion("type", [
  z.object({ type: z.literal("start_date"), start_date: z.string() }),
  z.object({ type: z.literal("time_of_date"), start_time: z.string(), end_time: z.string() }),
]);

const ConditionalPrices = z.object({ constraint: Constraint.optional(), prices: Prices });
export type WireConditionalPrices = z.output<typeof ConditionalPrices>;

const Model = z.object({
  id: z.string(),
  name: z.string().optional(),
  match: Match,
  context_window: z.number().optional(),
  deprecated: z.boolean().optional(),
  prices_checked: z.string().optional(),
  price_comments: z.string().optional(),
  prices: z.union([z.array(ConditionalPrices), Prices]),
});
export type WireGenaiModel = z.output<typeof Model>;

export const WireGenaiProvider = z.object({
  id: z.string(),
  name: z.string(),
  pricing_urls: z.array(z.string()).optional(),
  price_comments: z.string().optional(),
  models: z.array(Model),
});
export type WireGenaiProvider = z.output<typeof WireGenaiProvider>;

/** One schedule form for both: entries in the order in which later ones win. */
export function conditionalPricesOf(model: WireGenaiModel): readonly WireConditionalPrices[] {
  return Array.isArray(model.prices) ? model.prices : [{ prices: model.prices }];
}
