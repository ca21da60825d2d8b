import { z } from "zod";
import { CatalogName, Day, NumberOrNull, Sources, Texts } from "./outputs.ts";

const Plan = z.looseObject({
  gpu: z.string(),
  gpus: z.number().describe("The fewest that hold one sequence."),
  sequences: z.number(),
  gpusForDemand: NumberOrNull.describe("The fewest that hold as many as asked for."),
  usdPerHour: NumberOrNull,
});

/** What `size` answers. GiB are 2^30 bytes. */
export const SizeOutput = z.looseObject({
  asOf: Day,
  catalog: CatalogName,
  model: z.string().nullable(),
  missing: Texts.describe("What cannot be said, each with its reason."),
  precision: z.string(),
  gpu: z.string().nullable(),
  gpus: z.number(),
  weightsGiB: NumberOrNull,
  kvGiBPerSequence: NumberOrNull.describe("At `contextTokens`."),
  freeGiB: NumberOrNull,
  sequences: NumberOrNull.describe("Of `contextTokens`, at once."),
  longestContextTokens: NumberOrNull.describe("Of one sequence alone."),
  concurrency: NumberOrNull,
  outputTokensPerSecond: NumberOrNull.describe("Of all requests together: an estimate."),
  band: z
    .looseObject({
      low: z.number(),
      high: z.number(),
      lowTokensPerSecond: z.number(),
      highTokensPerSecond: z.number(),
      isValidated: z.boolean(),
    })
    .nullable()
    .describe("Between how many times the estimate a measurement is to be expected."),
  ttftMs: NumberOrNull.describe("The least: nobody waits before."),
  tokensPerSecondPerUser: NumberOrNull,
  hourlyUsd: NumberOrNull,
  usdPerMtokOutput: NumberOrNull.describe("At `utilisation`, prompts included."),
  fixedMonthlyUsd: NumberOrNull,
  capacityMtok: NumberOrNull,
  breakEven: z.array(
    z.looseObject({
      model: z.string(),
      route: z.string().nullable(),
      apiUsdPerMtok: NumberOrNull,
      mtokPerMonth: NumberOrNull,
      capacityMtok: NumberOrNull,
      isFeasible: z.boolean().nullable(),
      paysFrom: z.looseObject({ mtokPerMonth: z.number(), replicas: z.number() }).nullable(),
    }),
  ),
  precisions: z.array(
    z.looseObject({
      precision: z.string(),
      weightsGiB: NumberOrNull,
      sequences: NumberOrNull,
      smallest: Plan.nullable(),
    }),
  ),
  plans: z.array(Plan).describe("GPUs that hold it, those of least memory first."),
  smallest: Plan.nullable(),
  fineTuning: z.array(
    z.looseObject({ method: z.string(), memory: z.looseObject({ totalGib: z.number() }) }),
  ),
  sources: Sources,
});
