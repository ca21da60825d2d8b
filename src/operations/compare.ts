import { z } from "zod";
import { comparerOf } from "../core/compare/compare.ts";
import type { Comparison } from "../core/compare/comparison.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { comparisonDocument } from "../core/report/comparison-document.ts";
import { termsInput, termsOf } from "./asked-terms.ts";
import { CompareOutput } from "./compare-output.ts";
import { comparedModels } from "./compared-models.ts";
import { ComparedModels } from "./inputs.ts";
import { defineOperation } from "./operation.ts";

export const compare = defineOperation({
  name: "compare",
  summary: "Say which of two or more models to use for what, at what cost, how sure that is.",
  input: z.strictObject({
    models: ComparedModels.optional(),
    ...termsInput,
  }),
  output: CompareOutput,
  async run(input, deps): Promise<Outcome<Comparison>> {
    const asked = await termsOf(input, deps);
    if (!asked.ok) return asked;
    const found = comparedModels(input.models, asked.value);
    if (!found.ok) return found;
    return { ok: true, value: comparerOf(asked.value.catalog, asked.value)(found.value) };
  },
  report: comparisonDocument,
});
