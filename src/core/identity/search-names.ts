import type { Catalog } from "../catalog/catalog.ts";
import { identifierFor } from "./identifier.ts";
import { type NameMatch, type RankedName, rankNames } from "./rank-names.ts";
import { type SearchEntry, searchIndex } from "./search-index.ts";

/** What a text may mean, best first. */
export interface SearchAnswer {
  readonly asked: string;
  readonly catalog: { readonly hash: string; readonly compiledOn: string };
  /** What the text means by itself, by listed names and rules; null: no one model. */
  readonly identity: { readonly model: string; readonly because: string } | null;
  /** `matching` may exceed the results when a limit cut them. */
  readonly counts: { readonly matching: number; readonly shown: number };
  readonly results: readonly SearchResult[];
}

export interface SearchResult {
  readonly kind: SearchEntry["kind"];
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly match: NameMatch;
  /** The name that met the text. */
  readonly name: string;
}

/** Finds what a text may mean: the model it names, if it names one, before all that is like it. */
export function searchNames(
  catalog: Catalog,
  text: string,
  asked: { readonly limit: number; readonly kind?: SearchEntry["kind"] | undefined },
): SearchAnswer {
  const { model, because } = identifierFor(catalog)(text);
  const index = searchIndex(catalog);
  const ranked = rankNames(index, text);
  const named = index.find(({ kind, id }) => kind === "model" && id === model);
  const first: readonly RankedName<SearchEntry>[] =
    named === undefined ? [] : [{ entry: named, match: "same", name: text.trim() }];
  const all = [...first, ...ranked.filter(({ entry }) => entry !== named)].filter(
    ({ entry }) => asked.kind === undefined || entry.kind === asked.kind,
  );
  const shown = all.slice(0, asked.limit);
  const { hash, compiledOn } = catalog;
  return {
    asked: text,
    catalog: { hash, compiledOn },
    identity: model === null ? null : { model, because },
    counts: { matching: all.length, shown: shown.length },
    results: shown.map(({ entry: { kind, id, title, address }, match, name }) => ({
      kind,
      id,
      title,
      address,
      match,
      name,
    })),
  };
}
