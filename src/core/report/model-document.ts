import type { ModelOverview } from "../overview/model-overview.ts";
import type { CitedText } from "../verdict/verdict.ts";
import { catalogName } from "./catalog-name.ts";
import { sourceListBlocks } from "./comparison/prose-blocks.ts";
import {
  type ComparisonReportOptions,
  cited,
  left,
  list,
  paragraph,
  right,
  section,
  sourceNamesIn,
  sourceSpans,
} from "./comparison/setting.ts";
import type { Block, Document, Line, Span } from "./document.ts";
import { formatPriceUsdPerMtok } from "./format.ts";
import { marked } from "./marked.ts";
import { routeBlocks } from "./overview/route-table.ts";
import { scoreTable } from "./overview/score-table.ts";
import { toldCell } from "./overview/told-cell.ts";
import { priceSteps } from "./price-steps.ts";

interface Setting {
  readonly overview: ModelOverview;
  readonly sources: ModelOverview["sources"];
  readonly withSources: boolean;
  readonly isWhole: boolean;
  readonly sourceNames: (ids: readonly string[]) => string;
}

const routesAtMost = 8;

/** Everything held of one model, the first screen first. */
export function modelDocument(overview: ModelOverview, options: ComparisonReportOptions): Document {
  const { model, asOf, catalog, sources } = overview;
  const sourceNames = sourceNamesIn(sources, options);
  const { withSources, isWhole = withSources } = options;
  const setting = { overview, sources, withSources, isWhole, sourceNames };
  const details = options.brief ? [] : parts.flatMap((part) => part(setting));
  return {
    title: model.name,
    stamp: `${asOf} · ${catalogName(catalog)} · offline`,
    blocks: [
      leadBlock(setting),
      ...factBlocks(setting),
      ...routeSection(setting),
      ...details,
      ...(options.brief ? [] : sourceListBlocks({ comparison: overview, options })),
    ],
    sources,
  };
}

function leadBlock(setting: Setting): Block {
  const { lifecycle, model, summary } = setting.overview;
  const ending: readonly Line[] = lifecycle.retiresOn === null ? [] : [endLine(setting)];
  const seen: readonly Line[] = model.isAuthored
    ? []
    : [[{ text: "Only seen in listings: nobody has described it by hand yet.", tone: "unknown" }]];
  const told = summary.filter(({ text }) => text !== `Status: ${lifecycle.text}.`);
  return { kind: "lead", lines: [...ending, ...told.map(citedIn(setting)), ...seen] };
}

function endLine({ overview: { lifecycle }, sourceNames }: Setting): Line {
  const { text, successors, sources } = lifecycle;
  return [
    { text: `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`, tone: "retired" },
    ...successorSpans(successors),
    ...sourceSpans(sources, sourceNames(sources)),
  ];
}

function successorSpans(successors: readonly string[]): readonly Span[] {
  if (successors.length === 0) return [];
  const names = successors.flatMap((id, index): readonly Span[] => [
    ...(index === 0 ? [] : [{ text: ", " }]),
    { text: id, to: { kind: "model", id } },
  ]);
  return [{ text: " Its maker names as successor: " }, ...names, { text: "." }];
}

const citedIn =
  (setting: Setting) =>
  ({ text, sources }: CitedText): Line =>
    cited(text, sources, setting);

function factBlocks(setting: Setting): readonly Block[] {
  const { facts, model } = setting.overview;
  return section("Facts", [
    {
      kind: "table",
      columns: [left(""), left("value"), left("source")],
      rows: facts.map((fact) => {
        const { label, conditions, answer, property } = fact;
        const when = conditions.length === 0 ? "" : `, ${conditions.join(", ")}`;
        const ids = answer.state === "known" ? answer.sources : [];
        return [
          [{ text: `${label}${when}`, anchor: property }],
          toldCell(fact, `model:${model.id}`, setting),
          setting.withSources ? "" : setting.sourceNames(ids),
        ];
      }),
    },
  ]);
}

function routeSection(setting: Setting): readonly Block[] {
  const { routes, route, routeBecause, model, traffic } = setting.overview;
  const shownAtMost = setting.isWhole ? routes.length : routesAtMost;
  const used =
    route === null ? `${model.name} cannot be priced here: ${routeBecause}.` : `${routeBecause}.`;
  return section("Routes", [
    paragraph(used),
    paragraph(cited(`A month here: ${traffic.text}`, traffic.sources, setting)),
    ...routeBlocks(routes, "model", { ...setting, chosen: route, shownAtMost }),
  ]);
}

function capabilityBlocks(setting: Setting): readonly Block[] {
  return section("Capabilities", [
    {
      kind: "table",
      columns: [left(""), left(""), left("who says so")],
      rows: setting.overview.capabilities.map(({ label, value, because, sources }) => {
        const cell: Line = value === "unknown" ? [{ text: value, tone: "unknown" }] : value;
        const why = because.replace(/^(?:yes|no|unknown)(?:: | )?/, "").replace(/^\((.*)\)$/, "$1");
        return [label, marked(cell, sources, setting, [`${label}: ${because}.`]), why];
      }),
    },
  ]);
}

function scoreBlocks(setting: Setting): readonly Block[] {
  const { scores } = setting.overview;
  if (scores.length === 0) return section("Scores", list(["No published score is known."]));
  return section("Scores", [scoreTable(scores, "model", setting)]);
}

function historyBlocks(setting: Setting): readonly Block[] {
  const { priceHistory, model, asOf } = setting.overview;
  if (priceHistory.length === 0) return [];
  const charts = priceHistory.flatMap(
    (history) => priceSteps(history, { name: model.name, asOf }) ?? [],
  );
  return section("Price history", [
    ...charts.map((chart): Block => ({ kind: "chart", chart })),
    {
      kind: "table",
      columns: [
        left("Route"),
        left("From"),
        left("Until"),
        right("In $/Mtok"),
        right("Out"),
        right("Cached"),
      ],
      rows: priceHistory.flatMap(({ route, periods }) =>
        periods.map(
          ({ from, to, inputUsdPerMtok, outputUsdPerMtok, cacheReadUsdPerMtok, sources }) => [
            route,
            from ?? "the start",
            to ?? "now",
            marked(amountText(inputUsdPerMtok), sources, setting),
            amountText(outputUsdPerMtok),
            amountText(cacheReadUsdPerMtok),
          ],
        ),
      ),
    },
  ]);
}

function amountText(usdPerMtok: string | null): Line {
  return usdPerMtok === null
    ? [{ text: "unknown", tone: "unknown" }]
    : formatPriceUsdPerMtok(usdPerMtok);
}

function textBlocks(heading: string, texts: readonly CitedText[], setting: Setting) {
  return section(heading, list(texts.map(citedIn(setting))));
}

function relatedBlocks(setting: Setting): readonly Block[] {
  const lines = setting.overview.related.map(
    ({ models, names, because, sources }): Line => [
      { text: names.join(" or "), to: { kind: "comparison", models } },
      { text: `: ${because}` },
      ...sourceSpans(sources, setting.sourceNames(sources)),
    ],
  );
  return section("Compared with", list(lines));
}

function callBlocks({ overview }: Setting): readonly Block[] {
  const { configurations, notWritten } = overview;
  return [
    ...configurations.flatMap(({ title, file, language, text, notes }) =>
      section(`${title}: ${file}`, [{ kind: "code", language, text }, ...list(notes)]),
    ),
    ...list(notWritten.map((each) => `No file for ${each.for}: ${each.because}.`)),
  ];
}

/** In the order they are read. */
const parts: readonly ((setting: Setting) => readonly Block[])[] = [
  capabilityBlocks,
  scoreBlocks,
  historyBlocks,
  (setting) => textBlocks("Self-hosting", setting.overview.selfHosting, setting),
  (setting) => textBlocks("Fine-tuning", setting.overview.fineTuning, setting),
  (setting) => textBlocks("Conflicts between sources", setting.overview.conflicts, setting),
  relatedBlocks,
  callBlocks,
];
