import type { AnswerValue } from "../../compare/comparison.ts";
import type { PricedRoute } from "../../overview/priced-route.ts";
import { left, list, paragraph, right } from "../comparison/setting.ts";
import type { Block, Line, Span, Target } from "../document.ts";
import { formatPriceUsdPerMtok, formatTokensShort, formatUsd } from "../format.ts";
import { type CellSetting, figureCell } from "./told-cell.ts";

/** Whose routes are shown: of a model each is named by its seller, of a seller by its model. */
export type RoutesOf = "model" | "provider";

/** Routes with prices and limits, then what a buyer must know of each. */
export function routeBlocks(
  routes: readonly PricedRoute[],
  of: RoutesOf,
  setting: CellSetting & { readonly chosen?: string | null; readonly shownAtMost: number },
): readonly Block[] {
  if (routes.length === 0) return [paragraph([{ text: "No route is known.", tone: "unknown" }])];
  const shown = routes.slice(0, setting.shownAtMost);
  const rest = routes.length - shown.length;
  return [
    {
      kind: "table",
      columns: [
        left(of === "model" ? "Route" : "Model"),
        right("In $/Mtok"),
        right("Out"),
        right("Cached"),
        right("A month"),
        right("Context"),
        right("Output"),
      ],
      rows: shown.map((route) => rowOf(route, of, setting)),
    },
    ...(rest > 0
      ? [paragraph(`${rest} more ${rest === 1 ? "route" : "routes"}, with --sources.`)]
      : []),
    ...list(shown.flatMap((route) => noteLines(route, of))),
  ];
}

function rowOf(
  route: PricedRoute,
  of: RoutesOf,
  setting: CellSetting & { readonly chosen?: string | null },
): readonly Line[] {
  const cell = (
    value: AnswerValue,
    property: string,
    label: string,
    textOf: (value: string | number | boolean) => string,
  ) => {
    const text = value.state === "known" ? textOf(value.value) : "";
    return figureCell(value, text, { subject: `route:${route.id}`, property, label }, setting);
  };
  const price = (usd: string | number | boolean) => formatPriceUsdPerMtok(String(usd));
  const tokens = (count: string | number | boolean) => formatTokensShort(Number(count));
  return [
    [nameSpan(route, of), ...remarkSpans(route, setting.chosen === route.id)],
    cell(route.inputPrice, "price.input", "Input price", price),
    cell(route.outputPrice, "price.output", "Output price", price),
    cell(route.cacheReadPrice, "price.cache_read", "Cached input price", price),
    route.monthlyUsd === null ? [{ text: "?", tone: "unknown" }] : formatUsd(route.monthlyUsd),
    cell(route.contextWindowTokens, "limit.context", "Context window", tokens),
    cell(route.outputLimitTokens, "limit.output", "Output limit", tokens),
  ];
}

function nameSpan({ id, model, provider, isRetired }: PricedRoute, of: RoutesOf): Span {
  const to: Target =
    of === "model" ? { kind: "provider", id: provider } : { kind: "model", id: model };
  const text = of === "model" ? id : id.slice(provider.length + 1);
  return isRetired ? { text, to, tone: "retired" } : { text, to };
}

function remarkSpans({ isRetired, kind }: PricedRoute, isChosen: boolean): readonly Span[] {
  if (isRetired) return [{ text: " (retired)", tone: "retired" }];
  if (kind === "plan") return [{ text: " (a plan)", tone: "dim" }];
  return isChosen ? [{ text: " (used here)", tone: "strong" }] : [];
}

function noteLines(route: PricedRoute, of: RoutesOf): readonly Line[] {
  const { conditions, unknown, id, providerName, modelName, sources } = route;
  const open = unknown.length === 0 ? [] : [`unknown: ${unknown.join(", ")}`];
  const said = [...conditions, ...open];
  if (said.length === 0) return [];
  const name = of === "model" ? providerName : modelName;
  const mark: readonly Span[] =
    sources.length === 0 ? [] : [{ text: "", tone: "dim", mark: { sources } }];
  return [[{ text: `${name}, ${id}: ${said.join("; ")}` }, ...mark]];
}
