import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { Dossiers } from "../evidence/dossiers.ts";
import { knownValue } from "../evidence/fact.ts";

/** The dossier, if the model was out on the day. Without a known release it always was. */
export function modelOn(
  dossiers: Dossiers,
  ids: ReadonlySet<string>,
  modelId: string,
): ModelDossier | undefined {
  if (!ids.has(modelId)) return undefined;
  const dossier = dossiers.of(modelId);
  const released = knownValue(dossier.fact("model.release_date"));
  const isAhead = typeof released === "string" && released > dossiers.asOf;
  return isAhead ? undefined : dossier;
}

/** Routes of a model on the day, by id. One that is only promised for later is not there yet. */
export function routesOn(
  { routes }: ModelDossier,
  { catalog, asOf }: Dossiers,
): ReadonlyMap<string, RouteDossier> {
  const there = routes.filter(({ entry }) => {
    const claims = catalog.claimsAbout(`route:${entry.id}`);
    return claims.length === 0 || claims.some(({ effectiveFrom = "" }) => effectiveFrom <= asOf);
  });
  return new Map(there.map((route) => [route.entry.id, route]));
}
