import type { Catalog } from "../core/catalog/catalog.ts";
import type { ModelEntry } from "../core/catalog/entries.ts";
import { identifierFor } from "../core/identity/identifier.ts";
import type { Outcome } from "../core/problems/problem.ts";

/** The model a name means, or the problem with the closest names. */
export function findModel(catalog: Catalog, name: string): Outcome<ModelEntry> {
  const { model: id, closest } = identifierFor(catalog)(name);
  const model = catalog.models.find((each) => each.id === id);
  if (model !== undefined) return { ok: true, value: model };
  return { ok: false, problem: { code: "model-not-found", asked: name, closest } };
}
