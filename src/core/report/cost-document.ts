import type { Cliff } from "../cost/cliffs.ts";
import type { CostItem } from "../cost/monthly-cost.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import type { CitedSource } from "../evidence/source-book.ts";
import type { IsoDate, Usd, UsdPerMtok } from "../units.ts";
import type { Flip } from "../verdict/verdict.ts";
import type { Block, Document, Line } from "./document.ts";
import { formatPriceUsdPerMtok, formatTokens, formatTokensShort, formatUsd } from "./format.ts";
import { sourceBlocks } from "./source-blocks.ts";

/** What a month costs at one price, in an answer. Money is not rounded; `null` is unknown. */
export interface AnsweredCost {
  /** The id of the route; null for prices that were given. */
  readonly route: string | null;
  /** The model asked for, when the route was chosen for it. */
  readonly model: string | null;
  readonly items: readonly CostItem[];
  readonly monthlyUsd: Usd;
  readonly perRequestUsd: Usd | null;
  readonly lowUsd: Usd;
  readonly highUsd: Usd;
  readonly cliffs: readonly Cliff[];
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

interface CostHead {
  readonly asOf: IsoDate;
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
  const lead: Block = {
    kind: "lead",
    lines: [...leadLines(report), trafficText(report.traffic)],
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
  return {
    title: `Cost a month${place}`,
    stamp: report.asOf,
    blocks: brief ? [lead] : [lead, ...details],
  };
}

function leadLines(report: CostReport): readonly Line[] {
  if (!("routes" in report)) return [`${monthText(report)} a month.`];
  const { routes, gapUsd } = report;
  const [first] = routes;
  if (first === undefined || first.monthlyUsd === null) return ["No price is known."];
  const gap = gapUsd === null ? "" : ` The dearest costs ${formatUsd(gapUsd)} more.`;
  return [`Cheapest: ${nameOf(first)}, ${monthText(first)} a month.${gap}`];
}

function nameOf({ route, model }: AnsweredCost | UnansweredCost): string {
  if (route === null) return model ?? "";
  return model === null || model === route ? route : `${route} for ${model}`;
}

function monthText({ monthlyUsd, lowUsd }: AnsweredCost): string {
  return lowUsd < monthlyUsd
    ? `${formatUsd(lowUsd)} to ${formatUsd(monthlyUsd)}`
    : formatUsd(monthlyUsd);
}

/** `At 800M tokens in, 250M out a month (assumed).` */
function trafficText(traffic: TrafficProfile): string {
  const { inputTokens, outputTokens, cachedInputTokens, batchShare, requests } = traffic;
  const parts = [
    `${formatTokensShort(inputTokens)} tokens in`,
    cachedInputTokens && `${formatTokensShort(cachedInputTokens)} of them cached`,
    `${formatTokensShort(outputTokens)} out`,
    requests && `${formatTokensShort(requests)} requests`,
    batchShare && `${formatTokens(100 * batchShare)} % in batches`,
  ].filter((part) => typeof part === "string");
  const assumed = traffic.isAssumed ? " This is assumed: nobody stated the traffic." : "";
  return `At ${parts.join(", ")} a month.${assumed}`;
}

function costBlocks(
  cost: AnsweredCost | UnansweredCost,
  {
    isOneOfMany,
    sources,
  }: { readonly isOneOfMany: boolean; readonly sources: readonly CitedSource[] },
): readonly Block[] {
  const heading: readonly Block[] = isOneOfMany ? [{ kind: "heading", text: nameOf(cost) }] : [];
  if (cost.monthlyUsd === null) {
    const line: Line = [{ text: `Cost unknown: ${cost.because}.`, tone: "unknown" }];
    return [...heading, { kind: "paragraph", line }];
  }
  const stated = sources
    .filter(({ id }) => cost.sourceIds.includes(id))
    .map(({ name, observedOn }) => `${name}, ${observedOn}`);
  const from: Block = {
    kind: "paragraph",
    line: [{ text: `Prices: ${stated.join("; ")}.`, tone: "dim" }],
  };
  return [...heading, itemTable(cost), from, ...listBlock(undefined, cost.notes)];
}

function itemTable({ items, monthlyUsd, perRequestUsd }: AnsweredCost): Block {
  const perRequest: readonly (readonly Line[])[] =
    perRequestUsd === null ? [] : [["a request, mean", "", "", formatUsd(perRequestUsd)]];
  return {
    kind: "table",
    columns: [
      { header: "Item", align: "left" },
      { header: "Tokens", align: "right" },
      { header: "$/Mtok", align: "right" },
      { header: "A month", align: "right" },
    ],
    rows: [
      ...items.map(({ what, side, tokens, rateUsdPerMtok, usd }) => [
        what,
        side === "requests" ? "" : formatTokens(tokens),
        side === "requests" ? "" : rateText(rateUsdPerMtok),
        formatUsd(usd),
      ]),
      ["total", "", "", [{ text: formatUsd(monthlyUsd), tone: "strong" }]],
      ...perRequest,
    ],
  };
}

/** A mean over hours has endless digits; a published price has not. */
function rateText(rate: UsdPerMtok): string {
  const text = formatPriceUsdPerMtok(rate);
  return text.length > 14 ? formatPriceUsdPerMtok(Number(rate.toPrecision(6))) : text;
}

function listBlock(heading: string | undefined, lines: readonly string[]): readonly Block[] {
  if (lines.length === 0) return [];
  const list: Block = { kind: "list", lines };
  return heading === undefined ? [list] : [{ kind: "heading", text: heading }, list];
}
