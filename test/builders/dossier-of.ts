import type { Lifecycle, ModelDossier } from "../../src/core/catalog/dossier.ts";
import type { ModelEntry, Score } from "../../src/core/catalog/entries.ts";
import type { Source } from "../../src/core/evidence/source.ts";
import { factsOf, type GivenFacts } from "./facts-of.ts";
import { type GivenRoute, lifecycleOf, routeOf } from "./route-of.ts";
import { sourceOf } from "./source-of.ts";

export interface GivenModel {
  /** `maker/slug`. */
  readonly id: string;
  readonly entry?: Partial<ModelEntry>;
  readonly facts?: GivenFacts;
  readonly routes?: readonly GivenRoute[];
  readonly scores?: readonly Score[];
  readonly lifecycle?: Partial<Lifecycle>;
  readonly asOf?: string;
  readonly source?: Source;
}

/** A model with what is held of it. Its routes fall back on its own facts. */
export function dossierOf(given: GivenModel): ModelDossier {
  const [maker = "", slug = given.id] = given.id.split("/");
  const source = given.source ?? sourceOf({ name: given.entry?.makerName ?? maker });
  const fact = factsOf(given.facts ?? {}, source);
  return {
    entry: { id: given.id, name: slug, maker, makerName: maker, isAuthored: true, ...given.entry },
    asOf: given.asOf ?? "2026-11-20",
    fact,
    routes: (given.routes ?? []).map((route) =>
      routeOf({ otherwise: fact, ...route, model: given.id }),
    ),
    scores: given.scores ?? [],
    lifecycle: lifecycleOf(given.lifecycle),
  };
}
