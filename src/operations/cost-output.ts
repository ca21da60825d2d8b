import { z } from "zod";
import { Day, NumberOrNull, Sources } from "./outputs.ts";

const bill = {
  route: z.string().nullable().optional(),
  items: z
    .array(
      z.looseObject({
        what: z.string(),
        tokens: z.number(),
        rateUsdPerMtok: z.number(),
        usd: z.number(),
      }),
    )
    .optional(),
  monthlyUsd: NumberOrNull.optional(),
  perRequestUsd: NumberOrNull.optional(),
  lowUsd: z.number().optional(),
  highUsd: z.number().optional(),
};

/** What `cost` answers: the bill itself where one thing was asked about, else a list of bills. */
export const CostOutput = z.looseObject({
  asOf: Day,
  traffic: z.looseObject({ inputTokens: z.number(), outputTokens: z.number() }),
  ...bill,
  routes: z.array(z.looseObject(bill)).optional().describe("Of several, cheapest first."),
  gapUsd: NumberOrNull.optional().describe("Of several, dearest minus cheapest."),
  flips: z.array(z.looseObject({ variable: z.string(), value: z.number(), text: z.string() })),
  sources: Sources,
});
