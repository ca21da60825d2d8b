import type { PriceSchedule } from "../cost/price-row.ts";
import type { Fact } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import type { IsoDate } from "../units.ts";
import type { ModelEntry, ProviderEntry, RouteEntry, Score } from "./entries.ts";
import type { Property, PropertyValue } from "./property.ts";

/** All we hold of one model on one day. Facts are settled when first asked for. */
export interface ModelDossier {
  readonly entry: ModelEntry;
  readonly asOf: IsoDate;
  /** The model's own facts: licence, dates, limits and capabilities as its maker states them. */
  readonly fact: (property: Property) => Fact<PropertyValue>;
  /** Every route known, retired ones included, sorted by id. */
  readonly routes: readonly RouteDossier[];
  readonly scores: readonly Score[];
  readonly lifecycle: Lifecycle;
}

export interface RouteDossier {
  readonly entry: RouteEntry;
  readonly provider: ProviderEntry;
  /** Prices in force on the day; empty when none is. */
  readonly prices: PriceSchedule;
  /** What the route says of itself; for limits and capabilities it is silent on, the model's word. */
  readonly fact: (property: Property) => Fact<PropertyValue>;
  readonly lifecycle: Lifecycle;
  /** The team's facts file or evidence prices this route. */
  readonly isOwn: boolean;
}

export interface Lifecycle {
  /** `deprecated`: still served, with an announced end. */
  readonly status: "preview" | "active" | "deprecated" | "retired" | "unknown";
  readonly deprecatedOn?: IsoDate;
  readonly retiresOn?: IsoDate;
  /** Whole days from the day asked to retirement; negative once retired. */
  readonly daysLeft?: number;
  /** Model ids the maker names. */
  readonly successors: readonly string[];
  readonly sources: readonly Source[];
}
