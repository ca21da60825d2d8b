import type { Catalog } from "../core/catalog/catalog.ts";
import { dossiersOf } from "../core/evidence/dossiers.ts";
import { knownValue } from "../core/evidence/fact.ts";
import { given } from "../core/evidence/given.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { parseModelConfig } from "../core/sizing/config/model-config.ts";
import type { SizeSubject } from "../core/sizing/size-question.ts";
import { sizedModelOf } from "../core/sizing/sized-model.ts";
import type { SizingFacts } from "../core/sizing/sizing-facts.ts";
import type { IsoDate } from "../core/units.ts";
import { findModel } from "./find-model.ts";
import type { Deps } from "./operation.ts";
import type { SizeInput } from "./size-input.ts";

/** What is to be sized: a model of the catalog with an architecture, or a configuration. */
export async function sizeSubject(
  input: SizeInput,
  {
    catalog,
    facts,
    deps,
  }: { readonly catalog: Catalog; readonly facts: SizingFacts; readonly deps: Deps },
): Promise<Outcome<SizeSubject>> {
  const { model, config, configJson, asOf = deps.today() } = input;
  if (model !== undefined) return ofCatalog(model, { catalog, facts, asOf });
  const read =
    config === undefined
      ? parseModelConfig(configJson, "configJson")
      : await deps.modelConfig(config);
  if (!read.ok) return read;
  const source = given(config ?? "the config.json given", deps.today());
  const { missing } = read.value;
  return {
    ok: true,
    value: { model: read.value.model, modelId: null, missing, sources: [source] },
  };
}

function ofCatalog(
  name: string,
  {
    catalog,
    facts,
    asOf,
  }: { readonly catalog: Catalog; readonly facts: SizingFacts; readonly asOf: IsoDate },
): Outcome<SizeSubject> {
  const byName = facts.architectures.find(
    (each) => each.models.length === 0 && [each.id, each.name].includes(name),
  );
  const found = findModel(catalog, name);
  if (!found.ok && byName === undefined) return found;
  const modelId = found.ok ? found.value.id : null;
  const architecture =
    byName ?? facts.architectures.find(({ models }) => models.some((id) => id === modelId));
  if (architecture === undefined) {
    const model = modelId ?? name;
    const openness = knownValue(dossiersOf(catalog, asOf).of(model).fact("model.openness"));
    const hasWeights = openness === undefined || openness === "open-weights";
    return { ok: false, problem: { code: "architecture-unknown", model, hasWeights } };
  }
  const { shape, attention, feedForward, published } = architecture;
  const blocks = [shape, ...attention, ...feedForward, ...(published ? [published] : [])];
  return {
    ok: true,
    value: {
      model: {
        ...sizedModelOf(architecture),
        name: found.ok ? found.value.name : architecture.name,
      },
      modelId,
      missing: [],
      sources: blocks.map(({ source }) => source),
    },
  };
}
