import { z } from "zod";
import type { Outcome } from "../core/problems/problem.ts";
import { shortlistDocument } from "../core/report/shortlist-document.ts";
import { finderOf } from "../core/shortlist/finder.ts";
import type { Shortlist } from "../core/shortlist/shortlist.ts";
import { termsInput, termsOf } from "./asked-terms.ts";
import { findModel } from "./find-model.ts";
import { ModelName } from "./inputs.ts";
import { defineOperation } from "./operation.ts";
import { CatalogName, Day, NumberOrNull, Sources } from "./outputs.ts";

const Candidates = z.array(
  z.looseObject({ model: z.string(), route: z.string(), monthlyUsd: z.number() }),
);

const Counts = z.looseObject({
  considered: z.number(),
  passing: z.number(),
  conditional: z.number(),
  failing: z.number(),
});

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
  output: z.looseObject({
    asOf: Day,
    catalog: CatalogName,
    counts: z.looseObject({ models: Counts, routes: Counts }),
    shortlist: Candidates.describe("Worth a closer look, cheapest first."),
    apart: Candidates.describe("Beaten by none, and no shared score relates them to the others."),
    beaten: Candidates,
    unscored: Candidates.describe("They pass, and no score speaks of them."),
    out: z.array(z.looseObject({ model: z.string(), because: z.string() })),
    constraintPrices: z.array(
      z.looseObject({ constraint: z.string(), savingShare: NumberOrNull, text: z.string() }),
    ),
    sources: Sources,
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
