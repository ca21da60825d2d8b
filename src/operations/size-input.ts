import { z } from "zod";
import { parseCount } from "../core/cost/token-count.ts";
import { StatedTraffic } from "../core/cost/traffic-input.ts";
import { AsOf, Facts, ModelName, Word } from "./inputs.ts";

const asTokens = "Expected a number of tokens, such as 8192 or 8k";
const asShare = "Expected a share above 0 and up to 1, such as 0.4";
const asUsd = "Expected US dollars from 0 on";

/** A whole number that may be written `8k`. */
const tokens = (most: number) =>
  z
    .union([z.number(), z.string()], { error: asTokens })
    .transform((stated) => parseCount(stated) ?? 0)
    .refine((count) => count >= 1 && count <= most, {
      error: `${asTokens}, from 1 to ${most}`,
    });

const count = (most: number) => {
  const error = `Expected a whole number from 1 to ${most}`;
  return z.int({ error }).min(1, { error }).max(most, { error });
};

const Usd = z.number({ error: asUsd }).min(0, { error: asUsd }).max(1e9, { error: asUsd });

/** What `size` takes. */
export const SizeInput = z
  .strictObject({
    model: ModelName.optional().describe("An open model, by any of its names."),
    config: z
      .string({ error: "Expected the name of a file, such as config.json" })
      .min(1, { error: "Expected the name of a file, such as config.json" })
      .max(4096, { error: "Expected a name of at most 4096 characters" })
      .optional()
      .describe("The `config.json` of Hugging Face beside weights of your own."),
    configJson: z
      .looseObject({}, { error: "Expected the content of a config.json" })
      .optional()
      .describe("The content of such a file itself."),
    precision: Word.optional().describe(
      "bf16, fp8, int8, int4, nvfp4, mxfp4, a type of GGUF such as q4_k_m, or bits a weight such as 8.5; as published when absent.",
    ),
    kvPrecision: z
      .enum(["bf16", "fp8"], { error: "Expected bf16 or fp8" })
      .optional()
      .describe("What the cache is kept in; bf16 when absent."),
    gpu: Word.optional().describe("A GPU, such as a10g; the smallest that will do when absent."),
    gpus: count(64).optional().describe("How many of them the weights are split over."),
    engine: Word.optional().describe("What is assumed of the engine: vllm, or careful."),
    contextTokens: tokens(100_000_000)
      .optional()
      .describe("Tokens of a sequence at its longest; 8192 when absent."),
    inputTokens: tokens(100_000_000).optional().describe("Of one prompt; 2048 when absent."),
    outputTokens: tokens(100_000_000).optional().describe("Of one answer; 512 when absent."),
    concurrency: count(100_000)
      .optional()
      .describe("Requests at once; as many as fit, 32 at most, when absent."),
    sequences: count(100_000)
      .optional()
      .describe("Sequences that the smallest GPU is looked for; 32 when absent."),
    utilisation: z
      .number({ error: asShare })
      .gt(0, { error: asShare })
      .max(1, { error: asShare })
      .optional()
      .describe("Share of the paid hours in which the machines write; 0.4 when absent."),
    hourlyUsd: Usd.optional().describe(
      "What an hour of one replica costs you, all its GPUs; the cheapest known price when absent.",
    ),
    owned: z
      .strictObject(
        {
          priceUsd: Usd.describe("Of one replica."),
          months: count(240).describe("Months it is used."),
          watts: Usd.describe("Power it draws."),
          usdPerKwh: Usd.describe("Price of a kilowatt hour."),
        },
        { error: "Expected { priceUsd, months, watts, usdPerKwh }" },
      )
      .optional()
      .describe("Hardware of your own, in place of an hour's price."),
    replicas: count(1_000)
      .optional()
      .describe("Machines paid for; with two or more, one is kept for when another fails."),
    operationsUsd: Usd.optional().describe("A month of looking after them; 0 when absent."),
    weightsBytes: z
      .number({ error: "Expected the bytes of your file of weights" })
      .positive({ error: "Expected the bytes of your file of weights" })
      .max(1e15, { error: "Expected at most 1e15 bytes" })
      .optional()
      .describe("Bytes of your own file of weights: it wins over what a precision takes."),
    against: z
      .array(ModelName, { error: "Expected a list of names of models" })
      .max(20, { error: "Expected at most 20 models" })
      .optional()
      .describe("Models over an API that the machines are weighed against, beside the same one."),
    traffic: StatedTraffic.optional().describe("A month of yours, to say what it would cost."),
    trainingTokens: tokens(1e13)
      .optional()
      .describe("Tokens to fine-tune on, each pass counted; 10 million when absent."),
    asOf: AsOf.optional(),
    facts: Facts.optional(),
  })
  .refine((input) => subjects.filter((each) => input[each] !== undefined).length === 1, {
    path: ["model"],
    error:
      "Expected a model, a config or a configJson, one of them: name a model such as qwen3.5-9b",
  })
  .refine(({ owned, hourlyUsd }) => owned === undefined || hourlyUsd === undefined, {
    path: ["owned"],
    error: "Expected owned or hourlyUsd, not both",
  });

const subjects = ["model", "config", "configJson"] as const;

export type SizeInput = z.output<typeof SizeInput>;
