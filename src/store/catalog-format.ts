import type { QuarantinedClaim, RelatedModel } from "../core/catalog/catalog.ts";
import type { Benchmark, ProviderEntry, Score } from "../core/catalog/entries.ts";
import type { Property, PropertyValue } from "../core/catalog/property.ts";
import type { Claim, Subject } from "../core/evidence/claim.ts";
import type { Source } from "../core/evidence/source.ts";
import type { IsoDate } from "../core/units.ts";

/**
 * A compiled catalog is two files. The index is read whole and names everything; the facts file
 * holds one chunk of JSON a model, read when the model is asked for.
 */
export const INDEX_FILE = "index.json";
export const FACTS_FILE = "facts.jsonl";
export const CATALOG_FORMAT = 1;

export interface CatalogIndex {
  readonly format: typeof CATALOG_FORMAT;
  readonly hash: string;
  readonly compiledOn: IsoDate;
  readonly makers: readonly (readonly [id: string, name: string])[];
  readonly models: readonly ModelRow[];
  readonly providers: readonly ProviderEntry[];
  readonly routes: readonly RouteRow[];
  readonly benchmarks: readonly Benchmark[];
}

export type ModelRow = readonly [
  id: string,
  name: string,
  maker: number,
  isAuthored: 0 | 1,
  chunkBytes: number,
  aliases: readonly string[],
  family?: string,
];

export type RouteRow = readonly [provider: number, providerModelId: string, model: number];

/** All that is said about one model and its routes. Sources and subjects are numbered in it. */
export interface Chunk {
  readonly sources: readonly Source[];
  readonly subjects: readonly Subject[];
  readonly claims: readonly ClaimRow[];
  readonly scores: readonly ScoreRow[];
  readonly heldBack: readonly (readonly [claim: ClaimRow, rule: string, because: string])[];
  /** One list for each kind of relation; absent where nobody looked. */
  readonly related?: readonly (readonly RelatedRow[])[];
}

export type RelatedRow = readonly [
  model: string,
  because: string,
  sources: readonly number[],
  retiresOn?: IsoDate,
];

export type ClaimRow = readonly [
  subject: number,
  property: Property,
  value: PropertyValue,
  source: number,
  rest?: Omit<Claim, "subject" | "property" | "value" | "source">,
];

export type ScoreRow = readonly [source: number, rest: Omit<Score, "source" | "model">];

export function claimOf(row: ClaimRow, { subjects, sources }: Chunk): Claim {
  const [subject, property, value, source, rest] = row;
  return {
    subject: entryOf(subjects, subject),
    property,
    value,
    source: entryOf(sources, source),
    ...rest,
  };
}

export function scoreOf(row: ScoreRow, model: string, { sources }: Chunk): Score {
  const [source, rest] = row;
  return { model, ...rest, source: entryOf(sources, source) };
}

export function relatedOf(row: RelatedRow, { sources }: Chunk): RelatedModel {
  const [model, because, numbers, retiresOn] = row;
  const cited = numbers.map((number) => entryOf(sources, number));
  return { model, because, sources: cited, ...(retiresOn === undefined ? {} : { retiresOn }) };
}

export function quarantinedOf(
  [row, rule, because]: Chunk["heldBack"][number],
  chunk: Chunk,
): QuarantinedClaim {
  return { claim: claimOf(row, chunk), rule, because };
}

function entryOf<T>(entries: readonly T[], index: number): T {
  const entry = entries[index];
  if (entry === undefined)
    throw new Error(`The catalog's files do not belong together (${index}).`);
  return entry;
}
