import type { CostItem } from "../cost/monthly-cost.ts";
import type { CitedSource } from "../evidence/source-book.ts";
import type { GapLabel } from "../stats/gap.ts";
import type { IsoDate, Usd } from "../units.ts";
import type { CitedText, Verdict } from "../verdict/verdict.ts";
import type { YesNoUnknown } from "./capability-of.ts";

/** A value of a model in an answer: known with its sources, or the reason it is not. */
export type AnswerValue =
  | {
      readonly state: "known";
      readonly value: string | number | boolean;
      /** As people read it: `262,144 tokens`, `Apache-2.0`. */
      readonly text: string;
      readonly unit: string | null;
      readonly sources: readonly string[];
      /** Other claimed values that lost. */
      readonly overruled: readonly { readonly text: string; readonly sources: readonly string[] }[];
    }
  | {
      readonly state: "disputed";
      readonly values: readonly { readonly text: string; readonly sources: readonly string[] }[];
      readonly text: string;
    }
  | { readonly state: "unknown"; readonly because: string; readonly text: string };

/** The whole answer of a comparison, in the order it is read. */
export interface Comparison {
  readonly asOf: IsoDate;
  readonly askedOn: IsoDate;
  readonly catalog: { readonly hash: string; readonly compiledOn: IsoDate };
  /** What was demanded and stated, with the file it was read from. */
  readonly asked: {
    readonly workload: string | null;
    readonly constraints: readonly string[];
    readonly task: string | null;
    readonly failedTaskUsd: Usd | null;
  };
  readonly models: readonly ComparedModel[];
  readonly summary: readonly CitedText[];
  readonly verdict: Verdict;
  /** What the team's own runs and probes say of these models, and where others say otherwise. */
  readonly ownEvidence: readonly CitedText[];
  readonly scorecard: readonly {
    readonly signal: string;
    readonly values: readonly CitedText[];
  }[];
  readonly traffic: {
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly tasks: number;
    readonly text: string;
    readonly sources: readonly string[];
  };
  readonly cost: ComparedCost;
  readonly tradeoffs: readonly ComparedTradeoff[];
  readonly switching: readonly ComparedMove[];
  readonly specifications: readonly {
    readonly property: string;
    readonly label: string;
    readonly values: readonly AnswerValue[];
  }[];
  readonly routes: readonly ComparedRoute[];
  readonly capabilities: readonly {
    readonly capability: string;
    readonly label: string;
    readonly values: readonly YesNoUnknown[];
    readonly details: readonly { readonly text: string; readonly sources: readonly string[] }[];
  }[];
  readonly benchmarks: readonly ComparedBenchmark[];
  readonly portraits: readonly {
    readonly model: string;
    readonly is: readonly CitedText[];
    readonly useWhen: readonly CitedText[];
  }[];
  readonly selfHosting: readonly {
    readonly model: string;
    readonly texts: readonly CitedText[];
  }[];
  readonly fineTuning: readonly { readonly model: string; readonly texts: readonly CitedText[] }[];
  readonly deepDive: readonly CitedText[];
  readonly questions: readonly {
    readonly question: string;
    readonly answer: string;
    readonly sources: readonly string[];
  }[];
  readonly related: readonly {
    readonly models: readonly string[];
    readonly names: readonly string[];
    readonly because: string;
    readonly sources: readonly string[];
  }[];
  readonly conflicts: readonly CitedText[];
  readonly sources: readonly CitedSource[];
}

export interface ComparedModel {
  readonly id: string;
  readonly name: string;
  readonly maker: string;
  readonly status: string;
  readonly standing: string;
}

export interface ComparedCost {
  readonly models: readonly {
    readonly model: string;
    readonly route: string | null;
    readonly provider: string | null;
    readonly monthlyUsd: Usd | null;
    readonly lowUsd: Usd | null;
    readonly highUsd: Usd | null;
    readonly perTaskUsd: Usd | null;
    readonly items: readonly {
      readonly what: string;
      readonly side: CostItem["side"];
      readonly tokens: number;
      readonly rateUsdPerMtok: number;
      readonly usd: Usd;
    }[];
    readonly because: string;
    readonly notes: readonly string[];
    readonly sources: readonly string[];
  }[];
  /** Dearest minus cheapest; null unless every model has a cost. */
  readonly gapUsd: Usd | null;
  /** 1 minus cheapest over dearest: the true saving. */
  readonly savingShare: number | null;
  readonly cheapest: string | null;
  readonly relation: "decided" | "undecided" | "unknown";
  /** Null where every bill grows in step with the traffic. */
  readonly overTraffic: CostOverTraffic | null;
  readonly text: string;
  readonly sources: readonly string[];
}

/** The bills at multiples of the traffic, where something is paid or free whatever is used. */
export interface CostOverTraffic {
  readonly points: readonly {
    readonly times: number;
    /** In the order of the models; null where there is none. */
    readonly bills: readonly ({
      readonly monthlyUsd: Usd;
      readonly lowUsd: Usd;
      readonly highUsd: Usd;
    } | null)[];
  }[];
  /** Where the order of two bills turns. */
  readonly breakEvens: readonly {
    readonly times: number;
    readonly monthlyUsd: Usd;
    readonly models: readonly [string, string];
  }[];
}

export interface ComparedTradeoff extends CitedText {
  /** The model this speaks for. */
  readonly model: string;
  readonly against: string;
  readonly code: string;
  readonly label: string;
}

export interface ComparedMove {
  readonly from: string;
  readonly to: string;
  readonly items: readonly FrictionItem[];
}

export interface FrictionItem extends CitedText {
  readonly code: string;
  readonly severity: "blocker" | "work" | "check" | "gain";
  readonly remedy: string;
}

export interface ComparedRoute {
  readonly model: string;
  readonly id: string;
  readonly provider: string;
  readonly providerName: string;
  readonly kind: string;
  readonly status: string;
  readonly inputUsdPerMtok: number | null;
  readonly outputUsdPerMtok: number | null;
  readonly cacheReadUsdPerMtok: number | null;
  readonly monthlyUsd: Usd | null;
  readonly contextWindowTokens: number | null;
  readonly outputLimitTokens: number | null;
  readonly conditions: readonly string[];
  readonly unknown: readonly string[];
  readonly isChosen: boolean;
  readonly sources: readonly string[];
}

export interface ComparedBenchmark {
  readonly benchmark: string;
  readonly name: string;
  readonly category: string;
  readonly measures: string;
  readonly test: string;
  readonly items: number | null;
  readonly itemsBecause: string;
  /** In the order of the models; null where there is none. */
  readonly scores: readonly ({
    readonly score: number;
    readonly setting: string | null;
    readonly reporter: string;
    readonly interval95: readonly [number, number] | null;
    readonly sources: readonly string[];
  } | null)[];
  /** Last model minus first; with more than two models, best minus runner-up. */
  readonly deltaPoints: number | null;
  readonly label: GapLabel;
  readonly samplingLabel: GapLabel;
  readonly sameSignProbability: number | null;
  readonly tauPoints: number | null;
  readonly comparability: string;
  readonly text: string;
  readonly sources: readonly string[];
}
