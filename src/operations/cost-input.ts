import { z } from "zod";
import { StatedTraffic } from "../core/cost/traffic-input.ts";
import { AsOf, Facts, ModelName, Word } from "./inputs.ts";
import { PriceInput } from "./price-input.ts";

const share = "Expected a share above 0 and up to 1, like 0.9";
const SuccessRate = z.number({ error: share }).gt(0, { error: share }).max(1, { error: share });

const decimal = "Expected how many of it a US dollar is, like 0.86";

/** What `cost` takes. */
export const CostInput = z
  .strictObject({
    traffic: StatedTraffic.optional(),
    text: z
      .string({ error: "Expected the name of a file or folder of prompts" })
      .min(1, { error: "Expected the name of a file or folder of prompts" })
      .max(4096, { error: "Expected a name of at most 4096 characters" })
      .optional()
      .describe("Prompts to count: .jsonl with prompt, text or messages, .txt, or a folder."),
    routes: z
      .array(Word, { error: "Expected a list of route ids" })
      .min(1, { error: "Expected at least one route id" })
      .max(200, { error: "Expected at most 200 route ids" })
      .optional()
      .describe("Ids of routes, `openai/gpt-4.1`; the name of a model stands for its route."),
    models: z
      .array(ModelName, { error: "Expected a list of names of models" })
      .min(1, { error: "Expected at least one model" })
      .max(20, { error: "Expected at most 20 models" })
      .optional()
      .describe("Names of models; each is reckoned on the route a comparison would choose."),
    price: PriceInput.optional(),
    month: z
      .string({ error: "Expected a month such as 2026-12" })
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "Expected a month such as 2026-12" })
      .optional()
      .describe("A calendar month, split by days where prices change in it."),
    successRate: z
      .union([SuccessRate, z.record(Word, SuccessRate)], {
        error: `${share}, or one for each route by its name`,
      })
      .optional()
      .describe("Share of the requests that solve their task; one for all, or one a route."),
    failedTaskUsd: z
      .number({ error: "Expected US dollars from 0 on" })
      .min(0, { error: "Expected US dollars from 0 on" })
      .max(1e9, { error: "Expected at most 1e9" })
      .optional()
      .describe("What one failed task costs you."),
    currency: z
      .strictObject(
        {
          code: z
            .string({ error: "Expected a currency such as EUR" })
            .regex(/^[A-Z]{3}$/, { error: "Expected a currency such as EUR" }),
          perUsd: z.number({ error: decimal }).positive({ error: decimal }).max(1e9, decimal),
          day: AsOf.describe("The day of the rate."),
          source: z.string().trim().min(1).max(200).optional().describe("Who states the rate."),
        },
        { error: "Expected { code, perUsd, day }, such as EUR=0.86@2026-11-20" },
      )
      .optional()
      .describe("Prints totals in another currency too, at a rate of yours."),
    workload: z
      .string({ error: "Expected the name of a file, or none" })
      .min(1, { error: "Expected the name of a file, or none" })
      .max(4096, { error: "Expected a name of at most 4096 characters" })
      .optional()
      .describe("File of the team's work; its traffic stands in where none is stated."),
    asOf: AsOf.optional(),
    facts: Facts.optional(),
  })
  .refine((input) => waysToAsk.filter((way) => input[way] !== undefined).length === 1, {
    path: ["routes"],
    error: "Expected routes, models or a price, one of them: name a route such as openai/gpt-4.1",
  });

const waysToAsk = ["routes", "models", "price"] as const;

export type CostInput = z.output<typeof CostInput>;
