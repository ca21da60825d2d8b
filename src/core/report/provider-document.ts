import { counted } from "../compare/wording.ts";
import type { ProviderOverview, ProviderTerm } from "../overview/provider-overview.ts";
import { catalogName } from "./catalog-name.ts";
import { sourceListBlocks } from "./comparison/prose-blocks.ts";
import {
  type ComparisonReportOptions,
  cited,
  left,
  list,
  paragraph,
  section,
  sourceNamesIn,
} from "./comparison/setting.ts";
import type { Block, Document, Line, Span } from "./document.ts";
import { marked } from "./marked.ts";
import { routeBlocks } from "./overview/route-table.ts";

interface Setting {
  readonly overview: ProviderOverview;
  readonly sources: ProviderOverview["sources"];
  readonly withSources: boolean;
  readonly isWhole: boolean;
  readonly sourceNames: (ids: readonly string[]) => string;
}

const routesAtMost = 40;

/** Who a provider is, on what terms it sells, what it alone serves, and its prices. */
export function providerDocument(
  overview: ProviderOverview,
  options: ComparisonReportOptions,
): Document {
  const { provider, asOf, catalog, sources } = overview;
  const sourceNames = sourceNamesIn(sources, options);
  const { withSources, isWhole = withSources } = options;
  const setting = { overview, sources, withSources, isWhole, sourceNames };
  return {
    title: provider.name,
    stamp: `${asOf} · ${catalogName(catalog)} · offline`,
    blocks: [
      leadBlock(setting),
      ...termBlocks(setting),
      ...aloneBlocks(setting),
      ...(options.brief ? [] : routeSection(setting)),
      ...(options.brief ? [] : endpointBlocks(setting)),
      ...(options.brief ? [] : sourceListBlocks({ comparison: overview, options })),
    ],
    sources,
  };
}

const kindWords = {
  "first-party": "sells models that it makes itself",
  cloud: "is a cloud that resells models under contract",
  host: "serves weights that others made",
  router: "passes requests on to other providers",
  plan: "sells a plan or a training service: no price for ordinary traffic",
} as const satisfies Record<ProviderOverview["provider"]["kind"], string>;

function leadBlock({ overview }: Setting): Block {
  const { provider, counts } = overview;
  const { name, kind, runsOn, pricingUrl } = provider;
  const retired = counts.retired === 0 ? "" : `, ${counts.retired} of them retired`;
  const answered: readonly Line[] =
    runsOn === null
      ? []
      : [
          [
            { text: "Its requests are answered by " },
            { text: runsOn, to: providerTo(runsOn) },
            stop,
          ],
        ];
  const price: readonly Line[] =
    pricingUrl === null
      ? []
      : [
          [
            { text: "Its prices stand at " },
            { text: pricingUrl, to: { kind: "address", url: pricingUrl } },
            stop,
          ],
        ];
  return {
    kind: "lead",
    lines: [
      `${name} ${kindWords[kind]}.`,
      `Known: ${counted(counts.routes, "route")} to ${counted(counts.models, "model")} of ${counted(counts.makers, "maker")}${retired}.`,
      ...answered,
      ...price,
    ],
  };
}

const stop: Span = { text: "." };
const providerTo = (id: string) => ({ kind: "provider", id }) as const;

function termBlocks(setting: Setting): readonly Block[] {
  const { terms, counts } = setting.overview;
  if (counts.routes === counts.retired) return [];
  return section("Terms", [
    {
      kind: "table",
      columns: [left(""), left("what is said"), left("of")],
      rows: terms.flatMap((term) =>
        term.values.map((value, index) => termRow(term, value, { index, setting })),
      ),
    },
  ]);
}

function termRow(
  { label, property }: ProviderTerm,
  { state, text, routes, sources }: ProviderTerm["values"][number],
  { index, setting }: { readonly index: number; readonly setting: Setting },
): readonly Line[] {
  const cell: Line = state === "known" ? text : [{ text, tone: state }];
  return [
    index === 0 ? [{ text: label, anchor: property }] : "",
    marked(cell, sources, setting, sources.length === 0 ? [] : [`${label}: ${text}.`]),
    counted(routes, "route"),
  ];
}

const aloneAtMost = 30;

function aloneBlocks({ overview, isWhole }: Setting): readonly Block[] {
  const { alone, provider } = overview;
  if (alone.length === 0) return [];
  const shown = isWhole ? alone : alone.slice(0, aloneAtMost);
  const rest = alone.length - shown.length;
  const names = shown.flatMap(({ model, name }, index): readonly Span[] => [
    ...(index === 0 ? [] : [{ text: ", " }]),
    { text: name, to: { kind: "model", id: model } },
  ]);
  const more = rest === 0 ? "." : `, and ${rest} more, with --sources.`;
  return section(`Known only at ${provider.name}`, [paragraph([...names, { text: more }])]);
}

function routeSection(setting: Setting): readonly Block[] {
  const { routes, traffic } = setting.overview;
  const shownAtMost = setting.isWhole ? routes.length : routesAtMost;
  return section("Routes", [
    paragraph(cited(`A month here: ${traffic.text}`, traffic.sources, setting)),
    ...routeBlocks(routes, "provider", { ...setting, shownAtMost }),
  ]);
}

function endpointBlocks(setting: Setting): readonly Block[] {
  const { endpoints } = setting.overview.provider;
  if (endpoints.length === 0) {
    return section("Addresses", list(["No source here states where it answers."]));
  }
  return section("Addresses", [
    {
      kind: "table",
      columns: [left("speaks"), left("address"), left("key in"), left("")],
      rows: endpoints.map(({ speaks, baseUrl, apiKeyEnv, note, sources }) => [
        speaks,
        marked(baseUrl, sources, setting),
        apiKeyEnv,
        note ?? "",
      ]),
    },
  ]);
}
