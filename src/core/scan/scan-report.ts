import type { Lifecycle } from "../catalog/dossier.ts";
import type { YesNoUnknown } from "../compare/capability-of.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import type { CitedSource } from "../evidence/source-book.ts";
import type { IsoDate, Tokens, Usd } from "../units.ts";
import type { LeftOutFiles } from "./code-file.ts";
import type { Place, UseOfFile } from "./collect-places.ts";
import type { SuccessorKind } from "./successors.ts";

/** The models a code base names, in the order of their ends, and what may take their place. */
export interface ScanReport {
  readonly asOf: IsoDate;
  readonly catalog: { readonly hash: string; readonly compiledOn: IsoDate };
  /** As asked. */
  readonly path: string | readonly string[];
  readonly filesRead: number;
  readonly linesRead: number;
  readonly bytesRead: number;
  readonly leftOut: LeftOutFiles;
  /** The traffic that costs are reckoned at. */
  readonly traffic: TrafficProfile;
  readonly trafficSources: readonly string[];
  /** The nearest end first, then those without one. */
  readonly found: readonly FoundModel[];
  /** Names that look like a model and lead to none. */
  readonly unknown: readonly UnknownName[];
  /** The rules that make the answer "no", as asked. */
  readonly failOn: readonly string[];
  /** What broke them; empty when nothing did. */
  readonly failed: readonly BrokenRule[];
  readonly sources: readonly CitedSource[];
}

export interface BrokenRule {
  readonly rule: string;
  /** The model, or the unknown name. */
  readonly what: string;
}

export interface FoundModel {
  readonly model: string;
  readonly name: string;
  readonly makerName: string;
  readonly status: Lifecycle["status"];
  readonly deprecatedOn: IsoDate | null;
  readonly retiresOn: IsoDate | null;
  /** Negative once retired. */
  readonly daysLeft: number | null;
  /** The seller's route whose end this is, when it ends apart from the model. */
  readonly route: string | null;
  /** Spellings in the code. */
  readonly names: readonly string[];
  /** How often it stands in the code. */
  readonly count: number;
  readonly places: readonly Place[];
  /** Capabilities that files naming it show signs of. */
  readonly uses: readonly UsedCapability[];
  readonly cost: ModelCost;
  readonly successors: readonly FoundSuccessor[];
  readonly sources: readonly string[];
}

export interface UsedCapability {
  readonly capability: string;
  readonly label: string;
  /** The first sign in each file. */
  readonly places: readonly UseOfFile[];
}

export type ModelCost =
  | {
      readonly route: string;
      readonly monthlyUsd: Usd;
      readonly lowUsd: Usd;
      readonly highUsd: Usd;
      readonly because: string;
      readonly sources: readonly string[];
    }
  | { readonly route: null; readonly monthlyUsd: null; readonly because: string };

export interface FoundSuccessor {
  readonly model: string;
  readonly name: string;
  readonly kind: SuccessorKind;
  readonly because: string;
  /** Capabilities the code uses, by what is known of them here. */
  readonly keeps: readonly string[];
  readonly loses: readonly string[];
  readonly unverified: readonly string[];
  readonly capabilities: readonly {
    readonly capability: string;
    readonly label: string;
    readonly value: YesNoUnknown;
    readonly because: string;
    readonly sources: readonly string[];
  }[];
  readonly contextWindowTokens: { readonly from: Tokens | null; readonly to: Tokens | null };
  readonly status: Lifecycle["status"];
  readonly retiresOn: IsoDate | null;
  readonly daysLeft: number | null;
  readonly route: string | null;
  readonly monthlyUsd: Usd | null;
  /** Of the month, to the model that ends; null when one of the two costs is not known. */
  readonly differenceUsd: Usd | null;
  readonly costBecause: string;
  readonly sources: readonly string[];
}

export interface UnknownName {
  readonly text: string;
  readonly because: string;
  readonly count: number;
  readonly places: readonly Place[];
}
