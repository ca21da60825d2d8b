import type { CrossedCliff } from "../cost/cliff-shares.ts";
import type { Driver } from "../cost/drivers.ts";
import type { CostItem } from "../cost/monthly-cost.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import type { CitedSource } from "../evidence/source-book.ts";
import type { IsoDate, Tokens, Usd } from "../units.ts";
import type { Flip } from "../verdict/verdict.ts";
import { costBlocks, listBlock, monthText, nameOf } from "./cost-blocks.ts";
import { countedText, currencyText, trafficText } from "./cost-words.ts";
import type { Block, Document, Line } from "./document.ts";
import { formatUsd } from "./format.ts";
import { linked, type NamedTarget } from "./linked.ts";
import { opening } from "./marked.ts";
import { sourceBlocks } from "./source-blocks.ts";

/** What a month costs at one price, in an answer. Money is not rounded; `null` is unknown. */
export interface AnsweredCost {
  /** The id of the route; null for prices that were given. */
  readonly route: string | null;
  /** The model asked for, when the route was chosen for it. */
  readonly model: string | null;
  readonly items: readonly CostItem[];
  readonly monthlyUsd: Usd;
  /** True where a fee is left out because nobody says how often it is paid. */
  readonly isAtLeast: boolean;
  readonly perRequestUsd: Usd | null;
  readonly lowUsd: Usd;
  readonly highUsd: Usd;
  /** The mean cost of a request over the share that solves its task; null unless both are known. */
  readonly perSolvedTaskUsd: Usd | null;
  /** A request and the loss when it fails, on average; null unless the loss is stated. */
  readonly perTaskWithFailuresUsd: Usd | null;
  /** What the bill hangs on, strongest first. */
  readonly drivers: readonly Driver[];
  readonly cliffs: readonly CrossedCliff[];
  /** What the same month costs from an announced day on. */
  readonly priceChanges: readonly { readonly from: IsoDate; readonly monthlyUsd: Usd | null }[];
  readonly notes: readonly string[];
  /** Ids in the list of sources of the answer. */
  readonly sourceIds: readonly string[];
}

export interface UnansweredCost {
  readonly route: string | null;
  readonly model: string | null;
  readonly monthlyUsd: null;
  readonly because: string;
}

/** Prompts that were counted for the traffic. */
export interface CountedText {
  readonly file: string;
  readonly prompts: number;
  /** How many of them hold pictures, sound or files, which are not counted. */
  readonly promptsWithOtherParts: number;
  readonly tokenizer: string;
  readonly meanTokens: Tokens;
  readonly medianTokens: Tokens;
  readonly p90Tokens: Tokens;
  readonly longestTokens: Tokens;
}

/** Another currency that totals are printed in, at the asker's rate. */
export interface OtherCurrency {
  readonly code: string;
  readonly perUsd: number;
  readonly day: IsoDate;
  readonly source: string | null;
}

export interface CostHead {
  readonly asOf: IsoDate;
  /** The calendar month asked about; null: a month at the prices of the day. */
  readonly month: string | null;
  readonly counted: CountedText | null;
  readonly currency: OtherCurrency | null;
  readonly traffic: TrafficProfile;
  readonly trafficSourceIds: readonly string[];
  readonly flips: readonly Flip[];
  readonly sources: readonly CitedSource[];
}

export type CostReport =
  | (CostHead & AnsweredCost)
  | (CostHead & {
      /** Cheapest first, then those whose cost is unknown. */
      readonly routes: readonly (AnsweredCost | UnansweredCost)[];
      /** Dearest minus cheapest; null unless every route has a cost. */
      readonly gapUsd: Usd | null;
    });

/** The bill, what would change it, and what stood in for what is not known. */
export function costDocument(
  report: CostReport,
  { brief, withSources }: { readonly brief: boolean; readonly withSources: boolean },
): Document {
  const costs = "routes" in report ? report.routes : [report];
  const { counted } = report;
  const lead: Block = {
    kind: "lead",
    lines: [
      ...leadLines(report),
      trafficText(report.traffic),
      ...(counted === null ? [] : [countedText(counted)]),
    ],
  };
  const details = [
    ...costs.flatMap((cost) =>
      costBlocks(cost, { isOneOfMany: costs.length > 1, sources: report.sources }),
    ),
    ...listBlock(
      "What would change it",
      report.flips.map(({ text }) => text),
    ),
    ...(withSources ? sourceBlocks(report.sources) : []),
  ];
  const [only] = costs;
  const isPlaced = costs.length === 1 && only !== undefined && nameOf(only) !== "";
  const place = isPlaced ? ` at ${nameOf(only)}` : "";
  const time = report.month === null ? "a month" : `in ${report.month}`;
  return {
    title: `Cost ${time}${place}`,
    stamp: report.asOf,
    blocks: brief ? [lead] : [lead, ...details],
    sources: report.sources,
  };
}

function leadLines(report: CostReport): readonly Line[] {
  const { currency } = report;
  const other = (usd: Usd) => (currency === null ? [] : [currencyText(usd, currency)]);
  if (!("routes" in report))
    return [
      opening(`${capitalised(monthText(report))}.`, report.sourceIds),
      ...other(report.monthlyUsd),
    ];
  const { routes, gapUsd } = report;
  const [first] = routes;
  if (first === undefined || first.monthlyUsd === null) return ["No price is known."];
  const gap = gapUsd === null ? "" : ` The dearest costs ${formatUsd(gapUsd)} more.`;
  const cheapest = `Cheapest: ${nameOf(first)}, ${monthText(first)}.${gap}`;
  return [opening(linked(cheapest, namesOf(first)), first.sourceIds), ...other(first.monthlyUsd)];
}

/** The route leads to its seller, and the model asked for to its page. */
function namesOf({ route, model }: AnsweredCost): readonly NamedTarget[] {
  return [
    ...(route === null
      ? []
      : [{ name: route, to: { kind: "provider", id: route.split("/")[0] ?? "" } } as const]),
    ...(model === null ? [] : [{ name: model, to: { kind: "model", id: model } } as const]),
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
