import type { ComparedRoute } from "../../compare/comparison.ts";
import type { Block, Line, Target } from "../document.ts";
import { formatPriceUsdPerMtok, formatTokensShort, formatUsd } from "../format.ts";
import { linkTo } from "../linked.ts";
import { opening } from "../marked.ts";
import { cited, left, list, paragraph, right, type Setting, section } from "./setting.ts";

const shownAtMost = 8;

/** Every way to buy each model, the cheapest first; the tail of a long list is counted. */
export function routeBlocks(setting: Setting): readonly Block[] {
  const { comparison } = setting;
  return section(
    "Prices and routes",
    comparison.models.flatMap(({ id, name }) => {
      const all = comparison.routes.filter(({ model }) => model === id);
      return modelBlocks({ id, name }, all, setting);
    }),
  );
}

function modelBlocks(
  { id, name }: { readonly id: string; readonly name: string },
  all: readonly ComparedRoute[],
  setting: Setting,
): readonly Block[] {
  const heading = paragraph([linkTo({ kind: "model", id }, name, "strong")]);
  if (all.length === 0)
    return [heading, paragraph([{ text: "No route is known.", tone: "unknown" }])];
  const shown = setting.options.withSources ? all : foldedOf(all);
  const labels = labelsOf(shown);
  const rest = all.length - shown.length;
  const common = shown.length < 2 ? [] : commonUnknowns(shown);
  const ownUnknowns = (route: ComparedRoute): ComparedRoute =>
    common.length < 2
      ? route
      : { ...route, unknown: route.unknown.filter((each) => !common.includes(each)) };
  return [
    heading,
    {
      kind: "table",
      columns: [
        left("USD a million tokens"),
        right("in"),
        right("out"),
        right("cached"),
        right("a month"),
        right("window"),
      ],
      rows: shown.map((route, index) => [
        labelLine(labels[index] ?? route.providerName, route),
        opening(priceText(route.inputUsdPerMtok), route.sources),
        priceText(route.outputUsdPerMtok),
        priceText(route.cacheReadUsdPerMtok),
        billText(route),
        route.contextWindowTokens === null
          ? unknownMark
          : formatTokensShort(route.contextWindowTokens),
      ]),
    },
    ...(rest > 0
      ? [
          paragraph(
            `${rest} more ${rest === 1 ? "route" : "routes"}: on the page of ${name}, or with --sources.`,
          ),
        ]
      : []),
    ...(common.length > 1 ? [paragraph(`Unknown of every one: ${common.join(", ")}.`)] : []),
    ...list(
      shown.map((route, index) => noteLine(labels[index] ?? "", ownUnknowns(route), setting)),
    ),
  ];
}

/** The cheapest, and the one in use wherever it stands. */
function foldedOf(all: readonly ComparedRoute[]): readonly ComparedRoute[] {
  return all.filter(({ isChosen }, index) => index < shownAtMost || isChosen);
}

function commonUnknowns([first, ...others]: readonly ComparedRoute[]): readonly string[] {
  if (first === undefined) return [];
  return first.unknown.filter((each) => others.every(({ unknown }) => unknown.includes(each)));
}

/** A provider with several rows gets a number behind its name; its note gives the id. */
function labelsOf(routes: readonly ComparedRoute[]): readonly string[] {
  const seen = new Map<string, number>();
  return routes.map(({ providerName }) => {
    const count = (seen.get(providerName) ?? 0) + 1;
    seen.set(providerName, count);
    return count === 1 ? providerName : `${providerName} (${count})`;
  });
}

function labelLine(label: string, { isChosen, status, kind, provider }: ComparedRoute): Line {
  const to: Target = { kind: "provider", id: provider };
  if (status === "retired") return [linkTo(to, `${label}, retired`, "retired")];
  if (kind === "plan") return [linkTo(to, `${label}, a plan`, "dim")];
  return [isChosen ? linkTo(to, `${label} (used here)`, "strong") : linkTo(to, label)];
}

/** A plan and a retired route have prices, but nobody pays them for this traffic. */
function billText({ monthlyUsd, inputUsdPerMtok, outputUsdPerMtok }: ComparedRoute): Line {
  if (monthlyUsd !== null) return formatUsd(monthlyUsd);
  return inputUsdPerMtok === null || outputUsdPerMtok === null ? unknownMark : "no bill";
}

const unknownMark: Line = [{ text: "?", tone: "unknown" }];

function priceText(usdPerMtok: number | null): Line {
  return usdPerMtok === null ? unknownMark : formatPriceUsdPerMtok(usdPerMtok);
}

function noteLine(label: string, route: ComparedRoute, setting: Setting): Line {
  const parts = [...route.conditions];
  if (route.unknown.length > 0) parts.push(`unknown: ${route.unknown.join(", ")}`);
  const body = parts.length === 0 ? "" : `: ${parts.join("; ")}`;
  return cited(`${label}, ${route.id}${body}`, route.sources, setting);
}
