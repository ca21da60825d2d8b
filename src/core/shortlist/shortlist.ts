import type { CitedSource } from "../evidence/source-book.ts";
import type { IsoDate, Points, Ratio, Usd } from "../units.ts";

/** The answer of `find`: what passes, what is worth a closer look, and why the rest is not. */
export interface Shortlist {
  readonly asOf: IsoDate;
  readonly askedOn: IsoDate;
  readonly catalog: { readonly hash: string; readonly compiledOn: IsoDate };
  /** The file the question was read from; null: it was asked whole. */
  readonly workload: string | null;
  readonly constraints: readonly string[];
  readonly task: string | null;
  readonly traffic: {
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly tasks: number;
    readonly text: string;
    readonly sources: readonly string[];
  };
  readonly counts: {
    readonly models: Counts;
    readonly routes: Counts;
  };
  /** The front of cost and quality, cheapest first; empty when no task says which quality counts. */
  readonly shortlist: readonly ShortlistedModel[];
  /** Unbeaten, but no score that counts is shared with the shortlist. Cheapest first. */
  readonly apart: readonly ShortlistedModel[];
  /** Scored for the task and beaten, with what beats each. */
  readonly beaten: readonly BeatenModel[];
  /** May be used, and no score speaks of it for the task; every usable model when there is no task. Passing ones first, cheapest first. */
  readonly unscored: readonly UsableModel[];
  /** With "self-host" asked: models whose weights may run on your machines, whatever they cost there. */
  readonly ownMachines: readonly {
    readonly model: string;
    readonly name: string;
    readonly result: "passes" | "conditional";
    readonly conditionalOn: readonly string[];
    readonly sources: readonly string[];
  }[];
  /** No route of theirs can be used, with what rules each out. */
  readonly out: readonly ModelOut[];
  /** Dearest first. */
  readonly constraintPrices: readonly PricedConstraint[];
  /** What nobody states and a route's passing hangs on, with how many routes wait for it. */
  readonly open: readonly {
    readonly constraint: string;
    readonly routes: number;
    readonly ask: string;
  }[];
  /** Routes that pass, then those that hang on something, each cheapest first; with few models named, those that fail too. */
  readonly routes: readonly JudgedRoute[];
  readonly sources: readonly CitedSource[];
}

export interface ModelOut {
  readonly model: string;
  readonly name: string;
  /** What its nearest route fails. */
  readonly constraints: readonly string[];
  readonly because: string;
}

export interface Counts {
  readonly considered: number;
  readonly passing: number;
  readonly conditional: number;
  readonly failing: number;
}

export interface UsableModel {
  readonly model: string;
  readonly name: string;
  readonly route: string;
  readonly provider: string;
  readonly monthlyUsd: Usd;
  readonly lowUsd: Usd;
  readonly highUsd: Usd;
  readonly perTaskUsd: Usd;
  /** Constraints that nobody can settle; empty when it passes. */
  readonly conditionalOn: readonly string[];
  readonly sources: readonly string[];
}

export interface ShortlistedModel extends UsableModel {
  readonly qualities: readonly ShownQuality[];
  /** Why it is on the list. */
  readonly because: string;
  /** Loss of one failed task above which it pays against the cheapest; null where nothing says. */
  readonly breakEvenLossUsd: Usd | null;
}

export interface ShownQuality {
  readonly skill: string;
  readonly benchmark: string;
  readonly benchmarkName: string;
  readonly score: Points;
  readonly items: number | null;
  readonly interval95: readonly [Points, Points] | null;
  readonly sources: readonly string[];
}

export interface BeatenModel extends UsableModel {
  readonly by: string;
  readonly because: string;
}

export interface PricedConstraint {
  readonly constraint: string;
  /** Routes that fail or hang on this alone. */
  readonly routesAdded: number;
  readonly withAll: { readonly route: string; readonly monthlyUsd: Usd } | null;
  readonly without: { readonly route: string; readonly monthlyUsd: Usd } | null;
  readonly savingShare: Ratio | null;
  readonly text: string;
  readonly sources: readonly string[];
}

export interface JudgedRoute {
  readonly route: string;
  readonly model: string;
  readonly provider: string;
  readonly result: "passes" | "conditional" | "fails";
  readonly monthlyUsd: Usd | null;
  /** Constraints it does not pass, or that nobody can settle. */
  readonly hangsOn: readonly string[];
  /** Only where few models were named. */
  readonly detail?: RouteDetail;
}

export interface RouteDetail {
  /** Every constraint, in the order asked. */
  readonly judged: readonly {
    readonly constraint: string;
    readonly result: "passes" | "fails" | "unknown";
    readonly because: string;
    readonly sources: readonly string[];
  }[];
  /** What to know before choosing: price tiers, quantisation, region, who answers. */
  readonly conditions: readonly string[];
  readonly inputUsdPerMtok: number | null;
  readonly outputUsdPerMtok: number | null;
  readonly contextWindowTokens: number | null;
  readonly outputLimitTokens: number | null;
  readonly sources: readonly string[];
}
