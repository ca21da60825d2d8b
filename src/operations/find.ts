import { z } from "zod";
import type { Outcome } from "../core/problems/problem.ts";
import { shortlistDocument } from "../core/report/shortlist-document.ts";
import { finderOf } from "../core/shortlist/finder.ts";
import type { Shortlist } from "../core/shortlist/shortlist.ts";
import { termsInput, termsOf } from "./asked-terms.ts";
import { findModel } from "./find-model.ts";
import { ModelName } from "./inputs.ts";
import { defineOperation } from "./operation.ts";

export const find = defineOperation({
  name: "find",
  summary: "Find the models and routes that satisfy your constraints, and which are worth a look.",
  input: z.strictObject({
    models: z
      .array(ModelName, { error: "Expected a list of names of models" })
      .max(100, { error: "Expected at most 100 models" })
      .optional()
      .describe("Only these models, each with all its routes; the whole catalog when absent."),
    ...termsInput,
  }),
  async run(input, deps): Promise<Outcome<Shortlist>> {
    const asked = await termsOf(input, deps);
    if (!asked.ok) return asked;
    const { catalog, asOf, workload, ...terms } = asked.value;
    const models: string[] = [];
    for (const name of input.models ?? []) {
      const found = findModel(catalog, name);
      if (!found.ok) return found;
      models.push(found.value.id);
    }
    const answer = finderOf(
      catalog,
      asOf,
    )({
      ...terms,
      models: models.length === 0 ? undefined : [...new Set(models)],
      workload: workload?.file,
    });
    return { ok: true, value: answer };
  },
  report: shortlistDocument,
});
