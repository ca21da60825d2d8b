import type { AuthoredFacts } from "../../core/catalog/assemble.ts";
import type { ModelEntry, ProviderEntry } from "../../core/catalog/entries.ts";

export interface Maker {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface AuthoredModel extends ModelEntry {
  readonly aliases: readonly string[];
}

export interface AuthoredProvider extends ProviderEntry {
  /** What generated sources call it: `{ "genai-prices": ["x-ai"] }`. */
  readonly knownAs: Readonly<Record<string, readonly string[]>>;
}

/** Everything that stands in `data/` by hand. */
export interface Authored extends AuthoredFacts {
  readonly makers: readonly Maker[];
  readonly models: readonly AuthoredModel[];
  readonly providers: readonly AuthoredProvider[];
}
