import type { CitedSource } from "../evidence/source-book.ts";
import type { Usd, UsdPerMtok } from "../units.ts";
import type { AnsweredCost, UnansweredCost } from "./cost-document.ts";
import type { Block, Line } from "./document.ts";
import {
  formatNumber,
  formatPercent,
  formatPriceUsdPerMtok,
  formatTokens,
  formatUsd,
} from "./format.ts";
import { opening } from "./marked.ts";

export function nameOf({ route, model }: AnsweredCost | UnansweredCost): string {
  if (route === null) return model ?? "";
  return model === null || model === route ? route : `${route} for ${model}`;
}

/** `$3,600 a month`, with the ends where it has any. */
export function monthText({ monthlyUsd, isAtLeast, lowUsd, highUsd }: AnsweredCost): string {
  const month = `${formatUsd(monthlyUsd)} a month`;
  if (isAtLeast) return `at least ${formatUsd(lowUsd)} a month, without a fee for each request`;
  if (lowUsd >= monthlyUsd && highUsd <= monthlyUsd) return month;
  return `${month}, between ${formatUsd(lowUsd)} and ${formatUsd(highUsd)}`;
}

/** One bill: its lines, who says so, what drives it, where it jumps, what was assumed. */
export function costBlocks(
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
    line: opening([{ text: `Prices: ${stated.join("; ")}.`, tone: "dim" }], cost.sourceIds),
  };
  return [
    ...heading,
    itemTable(cost),
    from,
    ...listBlock(undefined, cost.notes),
    ...(isOneOfMany ? [] : driverBlocks(cost)),
    ...listBlock(
      "Where it jumps",
      cost.cliffs.map(({ text }) => text),
    ),
    ...listBlock("Announced prices", cost.priceChanges.map(changeText)),
  ];
}

export function listBlock(heading: string | undefined, lines: readonly string[]): readonly Block[] {
  if (lines.length === 0) return [];
  const list: Block = { kind: "list", lines };
  return heading === undefined ? [list] : [{ kind: "heading", text: heading }, list];
}

function changeText({ from, monthlyUsd }: AnsweredCost["priceChanges"][number]): string {
  const bill = monthlyUsd === null ? "an unknown amount" : formatUsd(monthlyUsd);
  return `From ${from} the same month costs ${bill}.`;
}

function itemTable(cost: AnsweredCost): Block {
  const { items, monthlyUsd } = cost;
  return {
    kind: "table",
    columns: [
      { header: "Item", align: "left" },
      { header: "Tokens", align: "right" },
      { header: "$/Mtok", align: "right" },
      { header: "A month", align: "right" },
    ],
    rows: [
      ...items.map(({ what, side, tokens, rateUsdPerMtok, count, rateUsd, usd }) => {
        const isTokens = side === "input" || side === "output";
        const pieces = count === undefined ? "" : `${formatNumber(count, 2)} ×`;
        return [
          what,
          isTokens ? formatTokens(tokens) : pieces,
          isTokens
            ? opening(rateText(rateUsdPerMtok), cost.sourceIds, [
                `${what}: ${rateText(rateUsdPerMtok)} a million tokens.`,
              ])
            : rateUsd === undefined
              ? ""
              : pieceText(rateUsd),
          formatUsd(usd),
        ];
      }),
      [
        cost.isAtLeast ? "total without request fees" : "total",
        "",
        "",
        [{ text: formatUsd(monthlyUsd), tone: "strong" }],
      ],
      ...rangeRows(cost),
      ...eachRows(cost),
    ],
  };
}

function rangeRows(cost: AnsweredCost): readonly (readonly Line[])[] {
  const { monthlyUsd, isAtLeast, lowUsd, highUsd } = cost;
  const low = lowUsd < monthlyUsd ? [["at least", "", "", formatUsd(lowUsd)]] : [];
  const high = !isAtLeast && highUsd > monthlyUsd ? [["at most", "", "", formatUsd(highUsd)]] : [];
  return [...low, ...high];
}

function eachRows(cost: AnsweredCost): readonly (readonly Line[])[] {
  const each: readonly (readonly [string, Usd | null])[] = [
    ["a request, mean", cost.perRequestUsd],
    ["a solved task", cost.perSolvedTaskUsd],
    ["a task, its failures counted", cost.perTaskWithFailuresUsd],
  ];
  return each.flatMap(([what, usd]) => (usd === null ? [] : [[what, "", "", formatUsd(usd)]]));
}

/** What one piece costs; tokens kept or trained on are told by the million. */
function pieceText(rate: Usd): string {
  if (rate === 0 || rate >= 0.0001) return `${formatPriceUsdPerMtok(rate)} each`;
  return `${formatPriceUsdPerMtok(Number((rate * 1e6).toPrecision(12)))} a million`;
}

/** A mean over hours has endless digits; a published price has not. */
function rateText(rate: UsdPerMtok): string {
  const text = formatPriceUsdPerMtok(rate);
  return text.length > 14 ? formatPriceUsdPerMtok(Number(rate.toPrecision(6))) : text;
}

function driverBlocks({ drivers }: AnsweredCost): readonly Block[] {
  if (drivers.length === 0) return [];
  return [
    { kind: "heading", text: "What drives it" },
    {
      kind: "table",
      columns: [
        { header: "", align: "left" },
        { header: "Share", align: "right" },
        { header: "10 % more", align: "right" },
        { header: "10 % less", align: "right" },
      ],
      rows: drivers.map(({ what, share, plusTenPercentUsd, minusTenPercentUsd }) => [
        what,
        share === null ? "" : formatPercent(share),
        effectText(plusTenPercentUsd),
        effectText(minusTenPercentUsd),
      ]),
    },
  ];
}

function effectText(usd: Usd | null): string {
  if (usd === null) return "unknown";
  return usd > 0 ? `+${formatUsd(usd)}` : formatUsd(usd);
}
