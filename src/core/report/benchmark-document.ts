import { counted } from "../compare/wording.ts";
import type { BenchmarkOverview } from "../overview/benchmark-overview.ts";
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
} from "./comparison/setting.ts";
import type { Block, Document, Line } from "./document.ts";
import { formatNumber, formatTokens } from "./format.ts";
import { marked } from "./marked.ts";
import { scoreTable } from "./overview/score-table.ts";

interface Setting {
  readonly overview: BenchmarkOverview;
  readonly sources: BenchmarkOverview["sources"];
  readonly withSources: boolean;
  readonly sourceNames: (ids: readonly string[]) => string;
}

/** What a test measures, what its scores can tell apart, and the scores. */
export function benchmarkDocument(
  overview: BenchmarkOverview,
  options: ComparisonReportOptions,
): Document {
  const { benchmark, catalog, sources } = overview;
  const sourceNames = sourceNamesIn(sources, options);
  const setting = { overview, sources, withSources: options.withSources, sourceNames };
  return {
    title: benchmark.name,
    stamp: catalogName(catalog),
    blocks: [
      leadBlock(setting),
      ...aboutBlocks(setting),
      ...resolutionBlocks(setting),
      ...(options.brief ? [] : resultBlocks(setting)),
      ...(options.brief ? [] : sourceListBlocks({ comparison: overview, options })),
    ],
    sources,
  };
}

function leadBlock(setting: Setting): Block {
  const { benchmark, counts } = setting.overview;
  const { measures, status, sources } = benchmark;
  const held = `Known: ${counted(counts.scores, "score")} of ${counted(counts.models, "model")}.`;
  const warning: readonly Line[] =
    status === "active"
      ? []
      : [[{ text: statusWords[status], tone: status === "contested" ? "disputed" : "retired" }]];
  return {
    kind: "lead",
    lines: [
      ...warning,
      cited(`It measures: ${measures.replace(/\.$/, "")}.`, sources, setting),
      held,
    ],
  };
}

const statusWords = {
  contested: "Contested: what its scores mean is disputed.",
  legacy: "Legacy: newer models are seldom told apart by it.",
} as const;

function aboutBlocks(setting: Setting): readonly Block[] {
  const { benchmark } = setting.overview;
  const { items, itemsNote, variants, randomFloorPercent } = benchmark;
  const rows: readonly (readonly [string, string | null])[] = [
    ["Skill", benchmark.category],
    ["Kind", benchmark.group],
    ["Metric", benchmark.metric],
    ["Items", items === null ? null : withNote(formatTokens(items), itemsNote)],
    ["Variants", variants.map(variantText).join(", ") || "none"],
    ["Blind guessing", randomFloorPercent === null ? null : `${randomFloorPercent} %`],
    ["Usual runs", benchmark.usualRuns],
    ["Moved by set-up", benchmark.setupSensitivity],
    ["Saturation", benchmark.saturation],
    ["Also called", benchmark.aliases.join(", ") || "nothing else"],
  ];
  return section("About", [
    {
      kind: "table",
      columns: [left(""), left("")],
      rows: rows.map(([label, text]) => [
        label,
        text === null
          ? [{ text: "unknown", tone: "unknown" }]
          : marked(text, benchmark.sources, setting, [`${label}: ${text}.`]),
      ]),
    },
    ...linkBlocks(setting),
  ]);
}

function withNote(text: string, note: string | null): string {
  return note === null ? text : `${text} (${note})`;
}

function variantText({ label, items }: BenchmarkOverview["benchmark"]["variants"][number]): string {
  return items === null ? label : `${label} (${formatTokens(items)} items)`;
}

function linkBlocks({ overview, sources }: Setting): readonly Block[] {
  const lines = sources
    .filter(({ id }) => overview.benchmark.sources.includes(id))
    .map(
      ({ name, ref }): Line => [
        { text: "Described by " },
        { text: `${name}, ${ref}`, to: { kind: "address", url: ref } },
        { text: "." },
      ],
    );
  return lines.map(paragraph);
}

function resolutionBlocks(setting: Setting): readonly Block[] {
  const { resolutions } = setting.overview;
  const heading = "What a score can resolve";
  if (resolutions.length === 0) {
    return section(heading, [
      paragraph([
        { text: "Unknown", tone: "unknown" },
        { text: ": nobody states how many items it has, so no gap of scores can be judged." },
      ]),
    ]);
  }
  return section(heading, [
    ...resolutions.flatMap(({ label, items, levels, sources }) => [
      paragraph(
        marked([{ text: `${label}, ${formatTokens(items)}`, tone: "strong" }], sources, setting),
      ),
      {
        kind: "table" as const,
        columns: [left("points"), ...levels.map(({ atScore }) => right(`at ${atScore} %`))],
        rows: resolutionRows.map(({ words, textOf }) => [words, ...levels.map(textOf)]),
      },
    ]),
    paragraph(
      "Two scores are clearly apart from so many points on: by the luck of the items alone, or with the usual spread of set-ups added.",
    ),
  ]);
}

type Level = BenchmarkOverview["resolutions"][number]["levels"][number];

const resolutionRows: readonly {
  readonly words: string;
  readonly textOf: (level: Level) => Line;
}[] = [
  {
    words: "one score, half its 95 % interval",
    textOf: ({ halfWidthPoints }) => `±${formatNumber(halfWidthPoints, 1)}`,
  },
  {
    words: "two scores, by luck alone",
    textOf: ({ samplingPoints }) => pointsText(samplingPoints),
  },
  {
    words: "two scores of one run",
    textOf: ({ clearPoints }) => pointsText(clearPoints["same-run"]),
  },
  {
    words: "two scores of one table",
    textOf: ({ clearPoints }) => pointsText(clearPoints["same-table"]),
  },
  {
    words: "two scores of two sources",
    textOf: ({ clearPoints }) => pointsText(clearPoints["cross-source"]),
  },
];

function pointsText(points: number | null): Line {
  return points === null ? [{ text: "not possible", tone: "dim" }] : `+${formatNumber(points, 1)}`;
}

/** A table for each reporter with several scores; what stands alone is gathered at the end. */
function resultBlocks(setting: Setting): readonly Block[] {
  const { results } = setting.overview;
  if (results.length === 0) return section("Scores", list(["No published score is known."]));
  const several = results.filter(({ scores }) => scores.length > 1);
  const single = results.filter(({ scores }) => scores.length === 1);
  const lone = single.flatMap(({ scores }) => scores);
  return section("Scores", [
    paragraph(
      "Scores of one reporter and one test can be compared best; the setting may still differ.",
    ),
    ...several.flatMap(({ test, reporter, scores }) => [
      paragraph([{ text: test === "" ? reporter : `${reporter}, ${test}`, tone: "strong" }]),
      scoreTable(scores, "reporter", setting),
    ]),
    ...(lone.length === 0
      ? []
      : [
          paragraph([{ text: "One score each", tone: "strong" }]),
          scoreTable(lone, "benchmark", setting),
        ]),
  ]);
}
