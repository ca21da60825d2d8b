import type { Catalog } from "../../src/core/catalog/catalog.ts";
import type { ModelDossier } from "../../src/core/catalog/dossier.ts";
import type { Claim } from "../../src/core/evidence/claim.ts";

/** A catalog that lists the models and holds the given claims. */
export function catalogOf(
  dossiers: readonly ModelDossier[],
  claims: readonly Claim[] = [],
): Catalog {
  const routes = dossiers.flatMap((dossier) => dossier.routes);
  const providers = new Map(routes.map((route) => [route.provider.id, route.provider]));
  return {
    hash: "7f3a9c2",
    compiledOn: "2026-11-20",
    models: dossiers.map((dossier) => dossier.entry),
    providers: [...providers.values()],
    routes: routes.map((route) => route.entry),
    benchmarks: [],
    claimsAbout: (subject) => claims.filter((claim) => claim.subject === subject),
    scoresOf: (id) => dossiers.find((dossier) => dossier.entry.id === id)?.scores ?? [],
    quarantinedAbout: () => [],
    aliases: new Map(),
  };
}
