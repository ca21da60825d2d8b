import type { Catalog } from "../catalog/catalog.ts";
import { addressOf } from "../catalog/page-address.ts";
import { groupBy } from "../group-by.ts";
import { onceFor } from "../once-for.ts";
import { compareText } from "../ordering.ts";
import type { Named } from "./rank-names.ts";

/** Something with a page that a reader may look for. */
export interface SearchEntry extends Named {
  readonly kind: "model" | "provider" | "benchmark";
  /** Where its page stands in a site. */
  readonly address: string;
}

/**
 * All that can be searched for, with the names that say more than id and title: models first, those
 * that most sellers offer before the rest, since these are asked for most.
 */
export const searchIndex = onceFor((catalog: Catalog): readonly SearchEntry[] => {
  const offers = groupBy(catalog.routes, ({ model }) => model);
  const offersOf = (id: string) => offers.get(id)?.length ?? 0;
  const aliases = groupBy([...catalog.aliases], ([, model]) => model);
  const entryOf = (kind: SearchEntry["kind"], named: Named): readonly SearchEntry[] => {
    const address = addressOf(catalog, { kind, id: named.id });
    return address === undefined ? [] : [{ kind, ...named, address }];
  };
  const models = [...catalog.models].sort(
    (a, b) => offersOf(b.id) - offersOf(a.id) || compareText(a.id, b.id),
  );
  return [
    ...models.flatMap(({ id, name }) => {
      const names = (aliases.get(id) ?? []).map(([alias]) => alias);
      return entryOf("model", { id, title: name, names: newNames(names, [id, name]) });
    }),
    ...catalog.providers.flatMap(({ id, name }) =>
      entryOf("provider", { id, title: name, names: [] }),
    ),
    ...catalog.benchmarks.flatMap(({ id, name, aliases: names }) =>
      entryOf("benchmark", { id, title: name, names: newNames(names, [id, name]) }),
    ),
  ];
});

/** Those that are not another spelling of what is there already, nor a longer form of it. */
function newNames(names: readonly string[], known: readonly string[]): readonly string[] {
  const taken = known.map(lettersOf);
  return names.filter((name) => {
    const letters = lettersOf(name);
    if (taken.some((each) => each.includes(letters))) return false;
    taken.push(letters);
    return true;
  });
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
