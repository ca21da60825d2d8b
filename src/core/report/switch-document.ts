import { endpointNote } from "../configuration/connection.ts";
import type { SwitchAnswer } from "../switching/switch-answer.ts";
import { catalogName } from "./catalog-name.ts";
import { testText } from "./comparison/benchmark-words.ts";
import { frictionLine } from "./comparison/move-blocks.ts";
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
import { formatPoints, formatProbability, formatUsd } from "./format.ts";
import { linkTo } from "./linked.ts";
import { opening } from "./marked.ts";
import { scoreLines } from "./score-lines.ts";

type Names = { readonly sourceNames: (ids: readonly string[]) => string };

/** The direction asked whole, the way back, then what to do and the files that do it. */
export function switchDocument(answer: SwitchAnswer, options: ComparisonReportOptions): Document {
  const names = { sourceNames: sourceNamesIn(answer.sources, options) };
  const { from, to, fallback } = answer;
  const details = [
    ...moveBlocks(answer, names),
    ...benchmarkBlocks(answer, names),
    ...section("To do, in this order", list(answer.checklist.map(({ text }) => text))),
    ...configurationBlocks(answer, names),
    ...sourceListBlocks({ comparison: answer, options }),
  ];
  return {
    title: fallback === null ? `${from.name} to ${to.name}` : `${from.name}, then ${to.name}`,
    stamp: `${answer.asOf} · ${catalogName(answer.catalog)} · offline`,
    blocks: [
      leadBlock(answer),
      paragraph(cited(answer.traffic.text, answer.traffic.sources, names)),
      ...fallbackBlocks(answer, names),
      ...(options.brief ? missingFiles(answer) : details),
    ],
    sources: answer.sources,
  };
}

/** What ends comes first, whether it is the old model or the new one. */
function leadBlock({ summary, switching, fallback }: SwitchAnswer): Block {
  const ends = new Set(
    switching.flatMap(({ items }) =>
      items.filter(({ code }) => code === "lifecycle").map(({ text }) => text),
    ),
  );
  const pair: readonly Line[] =
    fallback === null ? [] : [[{ text: fallback.text, tone: "strong" }]];
  const lines = summary.map(
    ({ text }): Line => (ends.has(text) ? [{ text, tone: "retired" }] : text),
  );
  const head = lines.findIndex((line) => typeof line === "string");
  return {
    kind: "lead",
    lines: [
      ...lines.slice(0, head),
      ...pair,
      ...lines
        .slice(head)
        .map(
          (line, index): Line =>
            index === 0 && fallback === null && typeof line === "string"
              ? [{ text: line, tone: "strong" }]
              : line,
        ),
    ],
  };
}

function moveBlocks({ from, to, switching }: SwitchAnswer, names: Names): readonly Block[] {
  const nameOf = (model: string) => (model === from.model ? from.name : to.name);
  return switching.flatMap(({ from: start, to: end, items }, index) =>
    section(
      index === 0
        ? `From ${nameOf(start)} to ${nameOf(end)}`
        : `The way back, from ${nameOf(start)} to ${nameOf(end)}`,
      list(items.map((item) => frictionLine(item, names))),
    ),
  );
}

function benchmarkBlocks(answer: SwitchAnswer, names: Names): readonly Block[] {
  const { benchmarks, benchmarksWithoutDifference: others, from, to } = answer;
  const rest =
    others === 0
      ? []
      : [paragraph(`On ${others} more of their shared tests no difference is established.`)];
  if (benchmarks.length === 0) return section("Better and worse beyond noise", rest);
  return section("Better and worse beyond noise", [
    {
      kind: "table",
      columns: [
        left("test"),
        { ...right(from.name), to: { kind: "model", id: from.model } },
        { ...right(to.name), to: { kind: "model", id: to.model } },
        right("gap"),
        left(""),
      ],
      rows: benchmarks.map((row) => [
        [linkTo({ kind: "benchmark", id: row.benchmark }, testText(row))],
        ...row.scores.map((score, index) => scoreCell(score, row, index === 0 ? from : to)),
        row.deltaPoints === null ? "" : formatPoints(row.deltaPoints),
        row.label === "clear"
          ? "clear"
          : `likely, ${formatProbability(row.sameSignProbability ?? 0)}`,
      ]),
    },
    ...rest,
    paragraph([
      {
        text: `Scores from ${names.sourceNames(benchmarks.flatMap(({ sources }) => sources))}.`,
        tone: "dim",
      },
    ]),
  ]);
}

type Row = SwitchAnswer["benchmarks"][number];

function scoreCell(score: Row["scores"][number], row: Row, { name }: SwitchAnswer["from"]): Line {
  if (score === null) return "";
  const { items, itemsBecause } = row;
  const told = { ...score, model: name, test: testText(row), items, itemsBecause };
  return opening(String(score.score), score.sources, scoreLines(told));
}

const pairsShown = 5;

/** One pair for each two sellers; the answer as JSON has them all. */
function fallbackBlocks({ fallback }: SwitchAnswer, names: Names): readonly Block[] {
  if (fallback === null || fallback.pairs.length === 0) return [];
  const bySellers = new Map<string, (typeof fallback.pairs)[number]>();
  for (const pair of fallback.pairs) {
    const sellers = `${pair.first.split("/")[0]} ${pair.second.split("/")[0]}`;
    if (!bySellers.has(sellers)) bySellers.set(sellers, pair);
  }
  const shown = [...bySellers.values()].slice(0, pairsShown);
  const rest = fallback.pairs.length - shown.length;
  return section("Pairs, the best first", [
    ...list(
      shown.map(
        ({
          first,
          second,
          isIndependent,
          because,
          firstMonthlyUsd,
          failoverDayUsd,
          conditionalOn,
          sources,
        }) => {
          const open =
            conditionalOn.length === 0
              ? ""
              : `, if ${conditionalOn.join(" and ")} ${conditionalOn.length === 1 ? "holds" : "hold"}`;
          return cited(
            `${first}, then ${second}: ${formatUsd(firstMonthlyUsd)} a month, ${formatUsd(failoverDayUsd)} a day of failover; independent: ${isIndependent} (${because})${open}.`,
            sources,
            names,
          );
        },
      ),
    ),
    ...(rest > 0 ? [paragraph(`${rest} more pairs of routes in the JSON answer.`)] : []),
  ]);
}

/** Files that were asked for by name and are not there: part of the shortest answer, too. */
function missingFiles({ configurationsAsked, notWritten }: SwitchAnswer): readonly Block[] {
  return configurationsAsked.length === 0 ? [] : missingList(notWritten);
}

function missingList(notWritten: SwitchAnswer["notWritten"]): readonly Block[] {
  return list(notWritten.map((each) => `No file for ${each.for}: ${each.because}.`));
}

function configurationBlocks(
  { connections, configurations, configurationsAsked, notWritten, from, to }: SwitchAnswer,
  names: Names,
): readonly Block[] {
  const nameOf = (model: string) => (model === from.model ? from.name : to.name);
  const table: readonly Block[] =
    connections.length === 0
      ? []
      : [
          {
            kind: "table",
            columns: [left("model"), left("address"), left("model name"), left("key in")],
            rows: connections.map(({ model, baseUrl, modelName, apiKeyEnv, sources }) => [
              [linkTo({ kind: "model", id: model }, nameOf(model))],
              opening(baseUrl ?? [{ text: "unknown", tone: "unknown" }], sources),
              modelName,
              apiKeyEnv,
            ]),
          },
          ...list(
            connections.flatMap(({ provider, speaks, note }) =>
              note === null ? [] : [endpointNote({ provider, speaks, note })],
            ),
          ),
          paragraph([
            {
              text: `Addresses from ${names.sourceNames(connections.flatMap(({ sources }) => sources))}.`,
              tone: "dim",
            },
          ]),
        ];
  const missing = missingList(notWritten);
  if (configurationsAsked.length === 0) {
    const kinds = configurations.map((each) => each.for);
    const how =
      kinds.length === 0
        ? []
        : [
            paragraph(
              `A file for each of ${kinds.join(", ")}: --config ${kinds[0]} shows it, with --format config it is printed alone.`,
            ),
          ];
    return section("Configuration", [...table, ...how, ...missing]);
  }
  return [
    ...section("Configuration", [...table, ...missing]),
    ...configurations.flatMap(({ title, file, language, text, notes }) =>
      section(`${title}: ${file}`, [{ kind: "code", language, text }, ...list(notes)]),
    ),
  ];
}
