import { z } from "zod";
import { parseUsdPerMtok } from "../core/cost/money.ts";

const expected = "Expected a price in USD per million tokens, like 0.039, from 0 on";

/** A number, or a decimal string where every digit counts. */
const Price = z
  .union([z.number(), z.string()], { error: expected })
  .refine((price) => parseUsdPerMtok(String(price)) !== undefined, { error: expected });

const PriceSet = {
  inputUsdPerMtok: Price,
  outputUsdPerMtok: Price,
  cacheReadUsdPerMtok: Price.optional(),
  cacheWriteUsdPerMtok: Price.optional(),
  cacheWrite1hUsdPerMtok: Price.optional(),
  reasoningUsdPerMtok: Price.optional(),
} as const;

/** Prices as a price page states them. */
export const PriceInput = z
  .strictObject(
    {
      ...PriceSet,
      tiers: z
        .array(
          z.strictObject({
            promptTokensAbove: z
              .int({ error: "Expected a number of tokens" })
              .min(1, { error: "Expected a number of tokens" })
              .describe("A longer prompt is billed whole at these prices."),
            ...PriceSet,
            inputUsdPerMtok: Price.optional(),
            outputUsdPerMtok: Price.optional(),
          }),
          { error: "Expected a list of { promptTokensAbove, … }" },
        )
        .max(20, { error: "Expected at most 20 tiers" })
        .optional(),
      batchFactor: z
        .union([z.number(), z.string()], { error: "Expected a factor from 0 to 1, like 0.5" })
        .refine((factor) => Number(factor) >= 0 && Number(factor) <= 1, {
          error: "Expected a factor from 0 to 1, like 0.5",
        })
        .refine((factor) => parseUsdPerMtok(String(factor)) !== undefined, {
          error: "Expected a factor from 0 to 1, like 0.5",
        })
        .optional()
        .describe("What a batch costs, as a share of the standard price."),
    },
    { error: "Expected an object with inputUsdPerMtok and outputUsdPerMtok" },
  )
  .describe("Prices as a price page states them, in USD a million tokens.");
