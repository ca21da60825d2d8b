import type { Claim, Subject } from "../evidence/claim.ts";
import type { Source } from "../evidence/source.ts";
import type { IsoDate } from "../units.ts";
import type { Benchmark, ModelEntry, ProviderEntry, RouteEntry, Score } from "./entries.ts";

/** A claim that was held back because it cannot be true, with the rule that says so. */
export interface QuarantinedClaim {
  readonly claim: Claim;
  readonly rule: string;
  readonly because: string;
}

/** A model that readers of another may want to compare next. */
export interface RelatedModel {
  readonly model: string;
  readonly because: string;
  readonly sources: readonly Source[];
  readonly retiresOn?: IsoDate;
}

/** One list for each kind of relation, the nearest first. */
export type RelatedLists = readonly (readonly RelatedModel[])[];

/** All that is known, before anybody asks. Lists are sorted by id. */
export interface Catalog {
  /** First characters of the content's SHA-256; the same content has the same hash. */
  readonly hash: string;
  /** The newest day any of its sources was read. */
  readonly compiledOn: IsoDate;
  readonly models: readonly ModelEntry[];
  readonly providers: readonly ProviderEntry[];
  readonly routes: readonly RouteEntry[];
  readonly benchmarks: readonly Benchmark[];
  /** Every claim about the subject, quarantined ones left out. Empty when there is none. */
  claimsAbout(subject: Subject): readonly Claim[];
  scoresOf(modelId: string): readonly Score[];
  /** What was held back about a subject. */
  quarantinedAbout(subject: Subject): readonly QuarantinedClaim[];
  /**
   * What is related to a model, where that was worked out beforehand, as of `compiledOn`: finding it
   * means reading every model.
   */
  readonly relatedTo?: (modelId: string) => RelatedLists | undefined;
  /** Literal names that mean a model, lower case: ids, names, provider ids, published aliases. */
  readonly aliases: ReadonlyMap<string, string>;
}
