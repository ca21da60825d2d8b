import type { ComparedCost } from "../../compare/comparison.ts";
import type { Block, Line } from "../document.ts";
import { formatPriceUsdPerMtok, formatTokensShort, formatUsd } from "../format.ts";
import { linkTo } from "../linked.ts";
import { opening } from "../marked.ts";
import { costCharts } from "./cost-chart.ts";
import { cited, left, list, paragraph, right, type Setting, section } from "./setting.ts";

/** The month's bills, line by line, with their ranges and what they rest on. */
export function costBlocks(setting: Setting): readonly Block[] {
  const { comparison } = setting;
  const { cost, traffic } = comparison;
  return section("Cost a month", [
    paragraph(cited(traffic.text, traffic.sources, setting)),
    ...costCharts(setting),
    billTable(setting),
    ...lineTable(setting),
    paragraph(cited(cost.text, cost.sources, setting, "strong")),
    ...list(cost.models.flatMap((model) => noteLines(model, setting))),
  ]);
}

type Bill = ComparedCost["models"][number];

function billTable({ comparison, modelSpan }: Setting): Block {
  const sellers = new Map(comparison.routes.map(({ id, provider }) => [id, provider]));
  return {
    kind: "table",
    columns: [left("model"), left("at"), right("a month"), left("range"), right("a task")],
    rows: comparison.cost.models.map((bill) => [
      [modelSpan(bill.model)],
      sellerText(bill, sellers.get(bill.route ?? "")),
      opening(usdText(bill.monthlyUsd), bill.sources, billLines(bill)),
      rangeText(bill),
      usdText(bill.perTaskUsd),
    ]),
  };
}

function sellerText({ provider }: Bill, id: string | undefined): Line {
  if (provider === null) return unknownText;
  return id === undefined ? provider : [linkTo({ kind: "provider", id }, provider)];
}

function billLines({ monthlyUsd, lowUsd, highUsd, because, route }: Bill): readonly string[] {
  if (monthlyUsd === null || lowUsd === null || highUsd === null) {
    return [`A month: unknown, ${because}.`];
  }
  return [
    `A month: ${formatUsd(monthlyUsd)}, between ${formatUsd(lowUsd)} and ${formatUsd(highUsd)}, on ${route ?? "no route"}.`,
    `${because}.`,
  ];
}

const unknownText: Line = [{ text: "unknown", tone: "unknown" }];

function usdText(usd: number | null): Line {
  return usd === null ? unknownText : formatUsd(usd);
}

function rangeText({ lowUsd, highUsd }: Bill): Line {
  if (lowUsd === null || highUsd === null) return unknownText;
  return lowUsd === highUsd ? "" : `${formatUsd(lowUsd)} to ${formatUsd(highUsd)}`;
}

function lineTable({ comparison, modelSpan }: Setting): readonly Block[] {
  const rows = comparison.cost.models.flatMap(({ model, items }) =>
    items.map(({ what, tokens, rateUsdPerMtok, usd }, index) => [
      index === 0 ? [modelSpan(model)] : "",
      what,
      formatTokensShort(tokens),
      formatPriceUsdPerMtok(rateUsdPerMtok),
      formatUsd(usd),
    ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      columns: [left("model"), left("line"), right("tokens"), right("a million"), right("a month")],
      rows,
    },
  ];
}

function noteLines(bill: Bill, setting: Setting): readonly Line[] {
  const name = setting.nameOf(bill.model);
  const reason = bill.monthlyUsd === null ? `${name}: unknown, ${bill.because}` : bill.because;
  return [
    cited(bill.monthlyUsd === null ? reason : `${name}: ${reason}`, bill.sources, setting),
    ...bill.notes.map((note) => `${name}: ${note}`),
  ];
}
