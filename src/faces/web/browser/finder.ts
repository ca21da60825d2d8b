import { rankNames } from "../../../core/identity/rank-names.ts";
import type { SearchEntry } from "../../../core/identity/search-index.ts";

let index: Promise<readonly SearchEntry[]> | undefined;

/** The models whose names are most like a text. */
export async function namesLike(text: string, atMost: number): Promise<readonly SearchEntry[]> {
  index ??= fetch("/search.json").then((response) => response.json());
  const models = (await index).filter(({ kind }) => kind === "model");
  return rankNames(models, text)
    .slice(0, atMost)
    .map(({ entry }) => entry);
}
