import type { Catalog } from "../../src/core/catalog/catalog.ts";
import type { Claim, Subject } from "../../src/core/evidence/claim.ts";
import { catalog } from "./whole-catalog.ts";

const dearer = 20;

/** A model with the same scores and facts as another, at twenty times its prices: beaten by it. */
export function withBeatenClone(modelId: string, cloneId: string): Catalog {
  const entry = catalog.models.find(({ id }) => id === modelId);
  if (entry === undefined) throw new Error(`no model ${modelId}`);
  const routes = catalog.routes
    .filter(({ model }) => model === modelId)
    .map((route) => ({ ...route, id: `${route.id}-clone`, model: cloneId }));
  const originalOf = new Map<Subject, Subject>([
    [`model:${cloneId}`, `model:${modelId}`],
    ...routes.map(
      ({ id }) =>
        [`route:${id}`, `route:${id.replace(/-clone$/, "")}`] satisfies [Subject, Subject],
    ),
  ]);
  return {
    ...catalog,
    models: [...catalog.models, { ...entry, id: cloneId, name: `${entry.name} Clone` }],
    routes: [...catalog.routes, ...routes],
    claimsAbout: (subject) => {
      const original = originalOf.get(subject);
      return catalog
        .claimsAbout(original ?? subject)
        .map((claim) => (original === undefined ? claim : cloned(claim, subject)));
    },
    scoresOf: (id) =>
      catalog.scoresOf(id === cloneId ? modelId : id).map((score) => ({ ...score, model: id })),
    quarantinedAbout: (subject) => catalog.quarantinedAbout(subject),
  };
}

function cloned(claim: Claim, subject: Subject): Claim {
  if (!claim.property.startsWith("price.")) return { ...claim, subject };
  return { ...claim, subject, value: String(Number(claim.value) * dearer) };
}
