import { z } from "zod";

/** Input pieces that operations share. Each message completes "expected …" for the reader. */

export const AsOf = z.iso
  .date({ error: "Expected a day that exists, such as 2026-11-20" })
  .describe("The day to answer for; today when absent.");

export const Facts = z
  .array(z.string().min(1).max(4096), { error: "Expected a list of file names" })
  .max(20, { error: "Expected at most 20 facts files" })
  .describe("Facts files laid over the catalog, later ones last.");

export const ModelName = z
  .string({ error: "Expected the name of a model, such as gpt-4.1" })
  .trim()
  .min(1, { error: "Expected the name of a model, such as gpt-4.1" })
  .max(200, { error: "Expected a name of at most 200 characters" });

export const ComparedModels = z
  .array(ModelName, { error: "Expected the names of two or more models" })
  .max(20, { error: "Expected at most 20 models" })
  .describe("Two or more, by any of their names; those of steelyard.yaml when absent.");

/** `vision`, `context>=200k`, `region=eu`: read by the verdict's own parser. */
export const Constraints = z
  .array(
    z
      .string({ error: "Expected a must such as vision or context>=200k" })
      .min(1, { error: "Expected a must such as vision or context>=200k" })
      .max(200, { error: "Expected at most 200 characters" }),
    { error: "Expected a list such as vision, context>=200k" },
  )
  .max(50, { error: "Expected at most 50 constraints" })
  .describe("What a candidate must satisfy.");

export const Search = z
  .string({ error: "Expected words to look for" })
  .trim()
  .min(1, { error: "Expected words to look for" })
  .max(200, { error: "Expected at most 200 characters" })
  .describe("Words that the id or the name must contain.");

export const Limit = z
  .int({ error: "Expected a whole number from 1 on" })
  .min(1, { error: "Expected a whole number from 1 on" })
  .describe("At most so many rows.");

export const Word = z
  .string({ error: "Expected a word" })
  .trim()
  .min(1, { error: "Expected a word" })
  .max(200, { error: "Expected at most 200 characters" });

export const WorkloadFile = z
  .string({ error: "Expected the name of a file, or none" })
  .min(1, { error: "Expected the name of a file, or none" })
  .max(4096, { error: "Expected a name of at most 4096 characters" });

const asStore = "Expected a file, or a connection string of PostgreSQL";

export const Store = z
  .string({ error: asStore })
  .min(1, { error: asStore })
  .max(4096, { error: asStore })
  .describe("Where runs are kept; STEELYARD_STORE or .steelyard/runs.db when absent.");

const asRun = "Expected the id of a run: `steelyard runs` lists them";

export const RunId = z
  .string({ error: asRun })
  .trim()
  .min(1, { error: asRun })
  .max(200, { error: asRun })
  .describe("The id of a run.");
