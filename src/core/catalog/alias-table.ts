import { contradicts } from "../identity/contradicts.ts";
import type { ListedRoute } from "./listing.ts";

interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

interface Served {
  readonly route: ListedRoute;
  readonly model: string;
}

/**
 * Literal names, lower case, that mean one model. Nearer names win: ids, then what a file lists,
 * then display names, then what sellers call it. A name that means two models at the same
 * nearness means none, and so does a seller's name whose words say another model.
 */
export function aliasesOf(
  models: readonly Named[],
  served: readonly Served[],
): ReadonlyMap<string, string> {
  const tiers: readonly (readonly (readonly [string, string])[])[] = [
    models.map(({ id }) => [id, id]),
    models.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const)),
    models.flatMap(({ id, name }) => [
      ...(contradicts(name, id) ? [] : [[name, id] as const]),
      [id.slice(id.indexOf("/") + 1), id] as const,
    ]),
    served.map(({ route, model }) => [route.providerModelId, model]),
    served.flatMap(({ route, model }) =>
      route.aliases
        .filter((alias) => !contradicts(alias, model))
        .map((alias) => [alias, model] as const),
    ),
  ];
  const aliases = new Map<string, string>();
  for (const tier of tiers) {
    for (const [name, model] of unambiguous(tier)) if (!aliases.has(name)) aliases.set(name, model);
  }
  return aliases;
}

function unambiguous(names: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const meanings = new Map<string, Set<string>>();
  for (const [name, model] of names) {
    const key = name.trim().toLowerCase();
    meanings.set(key, (meanings.get(key) ?? new Set()).add(model));
  }
  const single = new Map<string, string>();
  for (const [name, [model, ...others]] of meanings) {
    if (model !== undefined && others.length === 0 && name !== "") single.set(name, model);
  }
  return single;
}
