import type { IdentityAttributes } from "./identity-attributes.ts";
import { readName } from "./read-name.ts";

export interface CanonicalName {
  /** Absent when the name does not say. */
  readonly maker?: string;
  /** What makes a different model, spelled as its maker does: lower case, dots in numbers. */
  readonly slug: string;
  readonly attributes: IdentityAttributes;
}

/**
 * Takes a name people or APIs use apart: which model its words mean, and what they say beside it.
 * Nothing is looked up. Words that no rule knows stay in the slug, so that a derivative never
 * takes its ancestor's name.
 */
export function canonicalName(raw: string, provider?: string): CanonicalName {
  const { maker, slug, attributes } = readName(raw, provider);
  return maker === undefined ? { slug, attributes } : { maker, slug, attributes };
}
