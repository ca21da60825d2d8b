import { z } from "zod";
import { parseUsdPerMtok } from "../core/cost/money.ts";
import { AsOf } from "./inputs.ts";

const expected = "Expected a price in USD per million tokens, like 0.039, from 0 on";
const dollars = "Expected US dollars, like 0.01, from 0 on";

/** A number, or a decimal string where every digit counts. */
function amount(error: string) {
  return z
    .union([z.number(), z.string().max(100)], { error })
    .refine((price) => parseUsdPerMtok(String(price)) !== undefined, { error });
}

const Price = amount(expected);
const Usd = amount(dollars);

const rate = "Expected how many US dollars one of it is, like 0.15";
const Rate = amount(rate).refine((factor) => Number(factor) > 0, { error: rate });

function factorUpTo(most: number, help: string) {
  const error = `Expected a factor from 0 to ${most}, like ${most === 1 ? "0.5" : "2"}`;
  return amount(error)
    .refine((factor) => Number(factor) <= most, { error })
    .optional()
    .describe(help);
}

const PriceSet = {
  inputUsdPerMtok: Price,
  outputUsdPerMtok: Price,
  cacheReadUsdPerMtok: Price.optional(),
  cacheWriteUsdPerMtok: Price.optional(),
  cacheWrite1hUsdPerMtok: Price.optional(),
  reasoningUsdPerMtok: Price.optional(),
  audioInputUsdPerMtok: Price.optional(),
  audioOutputUsdPerMtok: Price.optional(),
  imageInputUsdPerMtok: Price.optional(),
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
      batchFactor: factorUpTo(1, "What a batch costs, as a share of the standard price."),
      flexFactor: factorUpTo(1, "What flex costs, as a share of the standard price."),
      priorityFactor: factorUpTo(100, "What priority costs, as times the standard price."),
      requestUsd: Usd.optional().describe("What each request costs besides its tokens."),
      webSearchUsd: Usd.optional(),
      fileSearchUsd: Usd.optional(),
      codeSessionUsd: Usd.optional(),
      cacheStorageUsdPerMtokHour: Usd.optional(),
      trainingUsdPerMtok: Price.optional(),
      freeWebSearches: z
        .int({ error: "Expected a whole number of searches a month" })
        .min(0, { error: "Expected a whole number of searches a month" })
        .optional(),
      standingFeeUsd: Usd.optional().describe("Paid by the month, whatever is used."),
      freeCreditUsd: Usd.optional().describe("Taken off what is used in a month."),
      minimumUsd: Usd.optional().describe("Paid at least in a month."),
      currency: z
        .strictObject(
          {
            code: z
              .string({ error: "Expected a currency such as CNY" })
              .regex(/^[A-Z]{3}$/, { error: "Expected a currency such as CNY" }),
            usdPerUnit: Rate,
            day: AsOf.describe("The day of the rate."),
            source: z.string().trim().min(1).max(200).optional().describe("Who states the rate."),
          },
          { error: "Expected { code, usdPerUnit, day }" },
        )
        .optional()
        .describe("The currency that all amounts above are listed in, with its dated rate."),
    },
    { error: "Expected an object with inputUsdPerMtok and outputUsdPerMtok" },
  )
  .describe("Prices as a price page states them, in USD a million tokens.");
