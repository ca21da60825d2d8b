import { groupBy } from "../group-by.ts";
import { compareText } from "../ordering.ts";
import type { Catalog } from "./catalog.ts";

/** Models by how many sellers offer them, most first; where as many do, by id. */
export function widelySold(catalog: Pick<Catalog, "models" | "routes">): readonly string[] {
  const routes = groupBy(catalog.routes, ({ model }) => model);
  const sellersOf = (id: string) =>
    new Set((routes.get(id) ?? []).map(({ provider }) => provider)).size;
  const counted = catalog.models.map(({ id }) => ({ id, sellers: sellersOf(id) }));
  return counted
    .filter(({ sellers }) => sellers > 0)
    .sort((a, b) => b.sellers - a.sellers || compareText(a.id, b.id))
    .map(({ id }) => id);
}

/**
 * Pairs people are likely to weigh, so many: the most widely sold models, each with the first of
 * those it is related to that stands in no earlier pair.
 */
export function widelySoldPairs(
  catalog: Pick<Catalog, "models" | "routes" | "relatedTo">,
  count: number,
): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  const taken = new Set<string>();
  for (const model of widelySold(catalog)) {
    if (pairs.length === count) break;
    if (taken.has(model)) continue;
    const other = relatedIds(catalog, model).find((id) => id !== model && !taken.has(id));
    if (other === undefined) continue;
    taken.add(model).add(other);
    pairs.push([model, other]);
  }
  return pairs;
}

/** Those of another maker at about the price come first: the last of the lists. */
function relatedIds({ relatedTo }: Pick<Catalog, "relatedTo">, model: string): readonly string[] {
  const lists = relatedTo?.(model) ?? [];
  return lists.toReversed().flatMap((list) => list.map((each) => each.model));
}
