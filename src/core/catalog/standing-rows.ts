import type { Claim } from "../evidence/claim.ts";
import type { IdentityAttributes } from "../identity/identity-attributes.ts";
import type { RouteEntry } from "./entries.ts";
import type { ListedRoute, RowStanding } from "./listing.ts";

/** A listed route with the model it serves. */
export interface Served {
  readonly route: ListedRoute;
  readonly model: string;
  readonly attributes: IdentityAttributes;
}

interface Written {
  readonly models: readonly { readonly id: string }[];
  readonly routes: readonly RouteEntry[];
}

/** Why a row that does not stand makes no route. */
export const whyDropped: Readonly<Record<RowStanding, string>> = {
  hearsay: "the source knows it from another seller only",
  former: "a name this seller no longer uses, of a model that others name",
};

/** Rows that make a route: the sound ones, and weak ones where the rest supports or needs them. */
export function standingRows(
  served: readonly Served[],
  { models, routes }: Written,
): readonly Served[] {
  const sound = served.filter(({ route }) => route.standing === undefined);
  const knownRoutes = new Set([...routes, ...sound.map(({ route }) => route)].map(({ id }) => id));
  const knownModels = new Set([...models.map(({ id }) => id), ...sound.map(({ model }) => model)]);
  const stands: Readonly<Record<RowStanding, (row: Served) => boolean>> = {
    hearsay: ({ route }) => knownRoutes.has(route.id),
    former: ({ model }) => !knownModels.has(model),
  };
  return served.filter(
    (row) => row.route.standing === undefined || stands[row.route.standing](row),
  );
}

/** What rows say of models, once each; files that describe a model by hand say it themselves. */
export function modelClaimsOf(served: readonly Served[], { models }: Written): readonly Claim[] {
  const written = new Set(models.map(({ id }) => id));
  const claims = new Map<string, Claim>();
  for (const { route, model } of served.filter((row) => !written.has(row.model))) {
    for (const said of route.modelClaims ?? []) {
      const key = `${model} ${said.property} ${said.value} ${said.source.name}`;
      if (!claims.has(key)) claims.set(key, { ...said, subject: `model:${model}` });
    }
  }
  return [...claims.values()];
}
