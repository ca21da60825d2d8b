import type { Catalog } from "../catalog/catalog.ts";
import { widelySold } from "../catalog/widely-sold-pairs.ts";
import { dossiersOf } from "../evidence/dossiers.ts";
import type { IsoDate } from "../units.ts";
import { relatedListsOf } from "./related.ts";

/** What pages are drawn of when nobody says which. */
export const usualPairCount = 10_000;

/**
 * Comparisons that a site shows by itself, at most so many, each once: every model with those it is
 * related to (its successors, its family, those at about its price), the nearest first; then the most
 * widely sold models with each other. Where all related pairs fit, every comparison that a page leads
 * to is among them.
 */
export function usualPairs(
  catalog: Catalog,
  { asOf, atMost = usualPairCount }: { readonly asOf: IsoDate; readonly atMost?: number },
): readonly (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const [one, other] of likelyPairs(catalog, asOf)) {
    if (pairs.size >= atMost) break;
    const pair = one < other ? ([one, other] as const) : ([other, one] as const);
    if (one !== other) pairs.set(pair.join(" "), pair);
  }
  return [...pairs.values()];
}

function* likelyPairs(catalog: Catalog, asOf: IsoDate): Generator<readonly [string, string]> {
  const sold = widelySold(catalog);
  const all = [...new Set([...sold, ...catalog.models.map(({ id }) => id)])];
  const dossiers = dossiersOf(catalog, asOf);
  const related = all.map((id) => ({
    id,
    lists: relatedListsOf(dossiers.of(id), catalog, asOf),
  }));
  const longest = Math.max(0, ...related.flatMap(({ lists }) => lists.map((list) => list.length)));
  for (let turn = 0; turn < longest; turn++) {
    for (const { id, lists } of related) {
      for (const list of lists) {
        const other = list[turn];
        if (other !== undefined) yield [id, other.model];
      }
    }
  }
  for (const [index, id] of sold.entries()) {
    for (const other of sold.slice(0, index)) yield [other, id];
  }
}
