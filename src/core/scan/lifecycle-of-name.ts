import type { Lifecycle, ModelDossier, RouteDossier } from "../catalog/dossier.ts";

/** A model as one of its names calls it: a seller may end its route before the model ends. */
export interface NameLifecycle {
  readonly lifecycle: Lifecycle;
  /** The route whose end it is, when that is not the model's own. */
  readonly route?: RouteDossier;
}

/** The word of the one route that a name means, where it ends sooner than the model; else the model's. */
export function lifecycleOfName(name: string, dossier: ModelDossier): NameLifecycle {
  const { lifecycle } = dossier;
  const route = routeNamed(name.toLowerCase(), dossier.routes);
  if (route === undefined || !endsSooner(route.lifecycle, lifecycle)) return { lifecycle };
  return { lifecycle: { ...route.lifecycle, successors: lifecycle.successors }, route };
}

/** By its id, else by the id at its seller when one seller alone calls it so. */
function routeNamed(name: string, routes: readonly RouteDossier[]): RouteDossier | undefined {
  const usual = routes.filter(({ provider }) => provider.kind !== "plan");
  const byId = usual.find(({ entry }) => entry.id.toLowerCase() === name);
  if (byId !== undefined) return byId;
  const named = usual.filter(({ entry }) => entry.providerModelId.toLowerCase() === name);
  const own = named.filter(({ provider }) => provider.kind === "first-party");
  if (own.length === 1) return own[0];
  return named.length === 1 ? named[0] : undefined;
}

const severity = { retired: 2, deprecated: 1, active: 0, preview: 0, unknown: 0 } as const;

function endsSooner(route: Lifecycle, model: Lifecycle): boolean {
  const difference = severity[route.status] - severity[model.status];
  if (difference !== 0) return difference > 0;
  return (
    route.retiresOn !== undefined &&
    (model.retiresOn === undefined || route.retiresOn < model.retiresOn)
  );
}

/** Whether the end of a model is announced or past. */
export function isEnding({ status }: Pick<Lifecycle, "status">): boolean {
  return status === "retired" || status === "deprecated";
}
