import type { Catalog } from "../catalog/catalog.ts";
import type { CatalogContent } from "../catalog/catalog-from.ts";

/** Everything the catalog holds of a few models: what a decision about them rested on. */
export function evidenceOf(catalog: Catalog, modelIds: readonly string[]): CatalogContent {
  const models = catalog.models.filter(({ id }) => modelIds.includes(id));
  const routes = catalog.routes.filter(({ model }) => modelIds.includes(model));
  const scores = models.flatMap(({ id }) => catalog.scoresOf(id));
  const sellers = new Set(routes.map(({ provider }) => provider));
  const tests = new Set(scores.map(({ benchmark }) => benchmark));
  return {
    compiledOn: catalog.compiledOn,
    hash: catalog.hash,
    models,
    routes,
    providers: catalog.providers.filter(({ id }) => sellers.has(id)),
    benchmarks: catalog.benchmarks.filter(({ id }) => tests.has(id)),
    claims: [
      ...models.flatMap(({ id }) => catalog.claimsAbout(`model:${id}`)),
      ...routes.flatMap(({ id }) => catalog.claimsAbout(`route:${id}`)),
    ],
    scores,
    aliases: new Map(),
  };
}
