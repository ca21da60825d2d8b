import { z } from "zod";
import { searchNames } from "../core/identity/search-names.ts";
import { searchDocument } from "../core/report/search-document.ts";
import { Facts, Search } from "./inputs.ts";
import { defineOperation } from "./operation.ts";
import { CatalogName } from "./outputs.ts";

const asLimit = "Expected a whole number from 1 to 100";

export const search = defineOperation({
  name: "search",
  summary: "Find models, providers and benchmarks by any name, even a misspelt one.",
  input: z.strictObject({
    text: Search.describe("A name, or words of it, as anybody writes it."),
    kind: z
      .enum(["model", "provider", "benchmark"], {
        error: "Expected model, provider or benchmark",
      })
      .optional()
      .describe("Only these."),
    limit: z
      .int({ error: asLimit })
      .min(1, { error: asLimit })
      .max(100, { error: asLimit })
      .optional()
      .describe("At most so many; 20 when absent."),
    facts: Facts.optional(),
  }),
  output: z.looseObject({
    identity: z
      .looseObject({ model: z.string(), because: z.string() })
      .nullable()
      .describe("What the text means by itself; null: no one model."),
    counts: z.looseObject({ matching: z.number(), shown: z.number() }),
    results: z
      .array(
        z.looseObject({
          kind: z.enum(["model", "provider", "benchmark"]),
          id: z.string(),
          title: z.string(),
          address: z.string(),
          match: z.enum(["same", "start", "words", "part", "alike"]),
        }),
      )
      .describe("The best first; suggestions only, where `match` is not `same`."),
    catalog: CatalogName,
  }),
  async run({ text, kind, limit = 20, facts }, deps) {
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    return { ok: true, value: searchNames(opened.value, text, { limit, kind }) };
  },
  report: searchDocument,
});
