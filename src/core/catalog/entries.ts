import type { Claim } from "../evidence/claim.ts";
import type { Source } from "../evidence/source.ts";
import type { Points } from "../units.ts";

/** What the index of a catalog says of a model before its claims are read. */
export interface ModelEntry {
  /** `maker/slug`. */
  readonly id: string;
  /** As its maker writes it. */
  readonly name: string;
  readonly maker: string;
  readonly makerName: string;
  readonly family?: string;
  /** Written by hand with citations; false: only seen in route listings. */
  readonly isAuthored: boolean;
}

/**
 * - `first-party`: the maker sells its own model
 * - `cloud`: a large platform resells it under contract (Bedrock, Vertex, Azure)
 * - `host`: a company serves open weights
 * - `router`: passes requests on to other providers
 * - `plan`: a subscription, a coding plan or a training service: no price for ordinary traffic
 */
export type ProviderKind = "first-party" | "cloud" | "host" | "router" | "plan";

/** Who serves models, as the index of a catalog knows it. */
export interface ProviderEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly pricingUrl?: string;
  /** The provider whose machines really answer, when known: two such routes are not independent. */
  readonly runsOn?: string;
  /** Wire formats it speaks: `chat-completions`, `responses`, `messages`, `native`. */
  readonly apiShapes: readonly string[];
  /** Where it answers, as far as that is known: one for each wire format. */
  readonly endpoints?: readonly Endpoint[];
  /** What it states once for all its routes. Absent: nobody wrote it down. */
  readonly terms?: readonly Term[];
}

/** An address that answers in one wire format, and the habits in which it departs from that format. */
export interface Endpoint {
  readonly speaks: string;
  readonly baseUrl: string;
  /** The environment variable that by custom holds the key; never the key. */
  readonly apiKeyEnv: string;
  /** The parameter that bounds the answer, where it is not the usual one of the format. */
  readonly outputLimit?: string;
  /** Parameters of the format that end in an error, and those passed over in silence. */
  readonly refuses: readonly string[];
  readonly ignores: readonly string[];
  readonly note?: string;
  readonly source: Source;
}

/** A claim about every route of a provider: `route.retention_days`, `route.region`. */
export interface Term extends Omit<Claim, "subject" | "conditions"> {
  /** Ids there that it does not hold for; a `*` at the end stands for any ending. */
  readonly except?: readonly string[];
}

/** One way to buy and call a model. Its prices and limits are claims, read apart. */
export interface RouteEntry {
  /** `provider/model id there`, letter case as the provider writes it. */
  readonly id: string;
  readonly provider: string;
  readonly providerModelId: string;
  /** The model it serves. */
  readonly model: string;
}

/** The non-sampling error of a benchmark's kind: see `stats/tau.ts`. */
export type BenchmarkGroup = "static" | "reasoning" | "agentic";

export interface BenchmarkVariant {
  readonly label: string;
  /** Absent: nobody published the count. */
  readonly items?: number;
}

/** A test, with what a score on it can be held against. */
export interface Benchmark {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly category: string;
  readonly group: BenchmarkGroup;
  readonly measures: string;
  /** Items of the variant meant when none is named. Absent: unknown. */
  readonly items?: number;
  readonly itemsNote?: string;
  readonly variants: readonly BenchmarkVariant[];
  readonly metric: string;
  /** Score of blind guessing, in percent. Absent: does not apply or unknown. */
  readonly randomFloorPercent?: number;
  readonly usualRuns?: string;
  readonly setupSensitivity?: string;
  readonly saturation?: string;
  readonly status: "active" | "legacy" | "contested";
  readonly source: Source;
  /** A suite of the team's own: what it says comes before what is published. */
  readonly isOwn?: true;
  /** Of an own suite: the kind of work it is for; absent: all of it. */
  readonly task?: string;
}

/** The same items asked of another model in the same run. */
export interface PairedScore {
  readonly model: string;
  /** How far this score lies above the other model's on the items that both answered. */
  readonly deltaPoints: Points;
  /** Of the difference, item by item. */
  readonly standardErrorPoints: Points;
  readonly items: number;
  /** What the run says of the difference. */
  readonly label: "clear" | "within-noise";
}

/** One result of one model on one benchmark: published, or of a run of the team's own. */
export interface Score {
  readonly model: string;
  readonly benchmark: string;
  /** The exact test, when the reporter says: `Telecom`, `v6`, `no tools`. */
  readonly variant?: string;
  /** Effort, harness, shots, tools, as the reporter says. */
  readonly setting?: string;
  /** Percent. */
  readonly score: Points;
  readonly items?: number;
  readonly reporter: string;
  /** `first-party` here means: the maker speaks of its own model. */
  readonly source: Source;
  /** The dated release or mode that was tested, when the reporter says. */
  readonly modelVariant?: string;
  /** Of an own run: tokens that an answer took, on average. */
  readonly outputTokens?: number;
  /** Of an own run: what the same items say of other models. */
  readonly paired?: readonly PairedScore[];
}
