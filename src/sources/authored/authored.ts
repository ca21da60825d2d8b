import type {
  Benchmark,
  ModelEntry,
  ProviderEntry,
  RouteEntry,
  Score,
} from "../../core/catalog/entries.ts";
import type { Claim } from "../../core/evidence/claim.ts";

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
export interface Authored {
  readonly makers: readonly Maker[];
  readonly models: readonly AuthoredModel[];
  readonly providers: readonly AuthoredProvider[];
  readonly routes: readonly RouteEntry[];
  readonly benchmarks: readonly Benchmark[];
  readonly claims: readonly Claim[];
  readonly scores: readonly Score[];
}
