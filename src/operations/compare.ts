import { z } from "zod";
import type { Catalog } from "../core/catalog/catalog.ts";
import { comparerOf } from "../core/compare/compare.ts";
import type { Comparison } from "../core/compare/comparison.ts";
import { firstDayOf } from "../core/evidence/dossiers.ts";
import { identifierFor } from "../core/identity/identifier.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { comparisonDocument } from "../core/report/comparison-document.ts";
import type { IsoDate } from "../core/units.ts";
import { modelsOfWorkload } from "../core/workload/workload.ts";
import { termsInput, termsOf } from "./asked-terms.ts";
import { ModelName } from "./inputs.ts";
import { defineOperation } from "./operation.ts";

export const compare = defineOperation({
  name: "compare",
  summary: "Say which of two or more models to use for what, at what cost, how sure that is.",
  input: z.strictObject({
    models: z
      .array(ModelName, { error: "Expected the names of two or more models" })
      .max(20, { error: "Expected at most 20 models" })
      .optional()
      .describe("Two or more, by any of their names; those of steelyard.yaml when absent."),
    ...termsInput,
  }),
  async run(input, deps): Promise<Outcome<Comparison>> {
    const asked = await termsOf(input, deps);
    if (!asked.ok) return asked;
    const { catalog, workload, asOf } = asked.value;
    const names = input.models ?? (workload === undefined ? [] : modelsOfWorkload(workload));
    if (names.length < 2) return refuse({ code: "too-few-models", given: names.length });
    const found = findModels(catalog, names);
    if (!found.ok) return found;
    const reach = reachesBackTo(catalog, found.value, asOf);
    if (!reach.ok) return reach;
    return { ok: true, value: comparerOf(catalog, asked.value)(found.value) };
  },
  report: comparisonDocument,
});

function refuse(problem: Extract<Outcome<never>, { ok: false }>["problem"]): Outcome<never> {
  return { ok: false, problem };
}

/** The ids of the models meant, in the order asked; each must be another one. */
function findModels(catalog: Catalog, names: readonly string[]): Outcome<readonly string[]> {
  const identify = identifierFor(catalog);
  const asked = new Map<string, string>();
  for (const name of names) {
    const { model, closest } = identify(name);
    if (model === null) return refuse({ code: "model-not-found", asked: name, closest });
    const earlier = asked.get(model);
    if (earlier !== undefined) {
      return refuse({ code: "same-model-twice", model, names: [earlier, name] });
    }
    asked.set(model, name);
  }
  return { ok: true, value: [...asked.keys()] };
}

/** Refuses a day on which nothing about a model was in force yet. */
function reachesBackTo(
  catalog: Catalog,
  modelIds: readonly string[],
  asOf: IsoDate,
): Outcome<IsoDate> {
  for (const id of modelIds) {
    const firstDay = firstDayOf(catalog, id, asOf);
    if (firstDay !== undefined && asOf < firstDay) {
      return refuse({ code: "as-of-too-early", asOf, subject: id, firstDay });
    }
  }
  return { ok: true, value: asOf };
}
