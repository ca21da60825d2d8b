import type { AnswerValue, ComparedBenchmark, Comparison } from "../../compare/comparison.ts";
import type { Block, Line } from "../document.ts";
import { formatNumber, formatPoints, formatTokens } from "../format.ts";
import { linkTo } from "../linked.ts";
import { storyLines, unstatedLines } from "../mark-lines.ts";
import { marked, opening } from "../marked.ts";
import { settingLine } from "../score-lines.ts";
import { benchmarkChart } from "./benchmark-chart.ts";
import { labelText, testText } from "./benchmark-words.ts";
import { cited, left, list, right, type Setting, section, toned } from "./setting.ts";

/** The same question asked of each skill by itself. */
export function skillBlocks({ comparison, modelSpan }: Setting): readonly Block[] {
  const rows = comparison.verdict.bySkill.map(({ label, choice, text }) => [
    label,
    choice === null ? "undecided" : [modelSpan(choice)],
    text,
  ]);
  if (rows.length === 0) return [];
  return section("By skill", [
    { kind: "table", columns: [left("skill"), left("use"), left("because")], rows },
  ]);
}

export function scorecardBlocks(setting: Setting): readonly Block[] {
  const { comparison, columns, legend } = setting;
  return section("Scorecard", [
    ...legend,
    {
      kind: "table",
      columns: [left(""), ...columns],
      rows: comparison.scorecard.map(({ signal, values }) => [
        signal,
        ...values.map(({ text, sources }) => marked(toned(text), sources, setting.options)),
      ]),
    },
  ]);
}

export function specificationBlocks(setting: Setting): readonly Block[] {
  const { comparison, columns, legend } = setting;
  return section("Specifications", [
    ...legend,
    {
      kind: "table",
      columns: [left(""), ...columns],
      rows: comparison.specifications
        .filter(saysMore)
        .map(({ property, label, values }) => [
          label,
          ...values.map((value) => valueCell(value, { property, label }, setting)),
        ]),
    },
  ]);
}

/** A route that only repeats its model needs no row. */
function saysMore(
  { property, values }: Comparison["specifications"][number],
  index: number,
  all: Comparison["specifications"],
): boolean {
  const before = all[index - 1]?.values;
  if (!property.startsWith("route ") || before === undefined) return true;
  return values.some(({ text }, column) => text !== before[column]?.text);
}

/** An address does not fit beside another; it stands under self-hosting. */
function valueCell(
  value: AnswerValue,
  { property, label }: { readonly property: string; readonly label: string },
  { options, comparison }: Setting,
): Line {
  const { text } = value;
  const lines = storyLines(label, value, comparison.sources);
  switch (value.state) {
    case "known": {
      const isAddress = property === "model.weights" && text.includes("://");
      const shown = isAddress ? "published" : text;
      return marked(shown, value.sources, options, lines);
    }
    case "disputed":
      return marked(
        [{ text, tone: "disputed" }],
        value.values.flatMap(({ sources }) => sources),
        options,
        lines,
      );
    case "unknown":
      return opening([{ text, tone: "unknown" }], [], unstatedLines);
  }
}

export function capabilityBlocks(setting: Setting): readonly Block[] {
  const { comparison, columns, legend } = setting;
  return section("Capabilities", [
    ...legend,
    {
      kind: "table",
      columns: [left(""), ...columns],
      rows: comparison.capabilities.map(({ label, values, details }) => [
        label,
        ...values.map((value, index) => {
          const detail = details[index];
          const sources = detail?.sources ?? [];
          if (sources.length === 0) return opening(toned(value), [], unstatedLines);
          return opening(toned(value), sources, quarrelLines(detail?.text ?? ""));
        }),
      ]),
    },
    ...list(comparison.capabilities.flatMap((row) => detailLines(row, setting))),
  ]);
}

/** What stands against what; a plain yes or no is said by its sources. */
function quarrelLines(text: string): readonly string[] {
  const isPlain = /: (?:yes|no) \(.*\)$/.test(text) && !text.includes("its route at");
  return isPlain ? [] : [`${text}.`];
}

/** Quarrels always; who says what when sources are asked for. */
function detailLines(
  { label, details }: Comparison["capabilities"][number],
  setting: Setting,
): readonly Line[] {
  const shown = setting.options.withSources
    ? details
    : details.filter(({ text }) => text.includes("its route at"));
  return shown.map(({ text, sources }) => cited(`${label}, ${text}`, sources, setting));
}

export function benchmarkBlocks(setting: Setting): readonly Block[] {
  const { comparison, columns, legend } = setting;
  const { benchmarks } = comparison;
  if (benchmarks.length === 0) {
    return section("Benchmarks", list(["The models share no benchmark."]));
  }
  return section("Benchmarks", [
    ...benchmarkChart(setting),
    ...legend,
    {
      kind: "table",
      columns: [left("test"), ...columns, right("items"), right("gap"), left("")],
      rows: benchmarks.map((row) => [
        [linkTo({ kind: "benchmark", id: row.benchmark }, testText(row))],
        ...row.scores.map(scoreCell),
        row.items === null ? [{ text: "unknown", tone: "unknown" }] : formatTokens(row.items),
        row.deltaPoints === null ? "" : formatPoints(row.deltaPoints),
        labelText(row),
      ]),
    },
    ...list(benchmarks.map((row) => cited(meaningText(row), row.sources, setting))),
  ]);
}

function scoreCell(score: ComparedBenchmark["scores"][number]): Line {
  if (score === null) return scoreText(score);
  const { reporter, setting, sources } = score;
  return opening(scoreText(score), sources, [settingLine(reporter, setting)]);
}

function scoreText(score: ComparedBenchmark["scores"][number]): Line {
  if (score === null) return [{ text: "none", tone: "unknown" }];
  const { interval95 } = score;
  const text = formatNumber(score.score, 1);
  if (interval95 === null) return text;
  return `${text} ±${formatNumber((interval95[1] - interval95[0]) / 2, 1)}`;
}

function meaningText(row: ComparedBenchmark): string {
  const measures = row.measures === "" ? "" : ` (${row.measures})`;
  return `${testText(row)}${measures}: ${row.text}`;
}
