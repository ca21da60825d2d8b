import type { Catalog } from "../../src/core/catalog/catalog.ts";

/** A catalog as if it held these models alone. */
export function cutCatalog(catalog: Catalog, modelIds: readonly string[]): Catalog {
  const kept = new Set(modelIds);
  return {
    ...catalog,
    models: catalog.models.filter(({ id }) => kept.has(id)),
    routes: catalog.routes.filter(({ model }) => kept.has(model)),
    aliases: new Map([...catalog.aliases].filter(([, model]) => kept.has(model))),
    relatedTo: (id) =>
      catalog.relatedTo?.(id)?.map((list) => list.filter(({ model }) => kept.has(model))),
    claimsAbout: (subject) =>
      catalog
        .claimsAbout(subject)
        .filter(({ property, value }) => property !== "model.successor" || kept.has(String(value))),
  };
}
