import { isPinnedByVersion } from "./moving-names.ts";
import { readName } from "./read-name.ts";

/**
 * Whether the words of a name say something else than the model it is listed for. Sellers list names
 * together that share a price; that makes them no one model.
 */
export function contradicts(name: string, model: string): boolean {
  const { maker, slug, attributes, derived } = readName(name);
  if (derived !== undefined) return true;
  if (maker === undefined) return attributes.alias !== undefined;
  const moves = attributes.alias !== undefined && !isPinnedByVersion(maker, slug);
  return moves || `${maker}/${slug}` !== model;
}
