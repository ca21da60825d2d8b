import { isOwnBenchmark } from "../../catalog/with-evidence.ts";
import type { ComparedBenchmark } from "../../compare/comparison.ts";
import { counted, listed } from "../../compare/wording.ts";
import { groupBy } from "../../group-by.ts";
import { skills } from "../../verdict/skills.ts";
import type { ChartValue, DotChart } from "../chart.ts";
import type { Block } from "../document.ts";
import { formatNumber } from "../format.ts";
import { labelText, testText } from "./benchmark-words.ts";
import type { Setting } from "./setting.ts";

/** The tests that can be compared, by the skill they speak of. Two different tests are not drawn. */
export function benchmarkChart({ comparison }: Setting): readonly Block[] {
  const rows = comparison.benchmarks.filter(isDrawn);
  if (rows.length === 0) return [];
  const names = comparison.models.map(({ name }) => name);
  const drawn = drawnRows(rows);
  const bySkill = groupBy(drawn, ({ benchmark }) => skillNamed(benchmark));
  const labels = [ownSuites, ...skills.map(({ label }) => label), otherTests];
  const chart: DotChart = {
    kind: "dots",
    title: titleOf(rows, names, drawn.length),
    words: `Dots for the scores of ${listed(names)} on ${counted(drawn.length, "test")}, in percent, with bars for the luck of the items. The table has the figures.`,
    x: {
      label: "percent; bars: 95 % of the luck of the items",
      scale: "linear",
      format: "percent",
    },
    series: names,
    groups: labels.flatMap((label) => {
      const own = bySkill.get(label) ?? [];
      return own.length === 0 ? [] : [{ label, rows: own.map(rowOf) }];
    }),
  };
  return [{ kind: "chart", chart }];
}

const otherTests = "other tests";
const ownSuites = "your own suites";

const skillOf: ReadonlyMap<string, string> = new Map(
  skills.flatMap(({ label, benchmarks }) => benchmarks.map((benchmark) => [benchmark, label])),
);

function skillNamed(benchmark: string): string {
  return isOwnBenchmark(benchmark) ? ownSuites : (skillOf.get(benchmark) ?? otherTests);
}

const drawnAtMost = 20;

/** The test of each skill that is trusted most, then the next of each, until there are enough. */
function drawnRows(rows: readonly ComparedBenchmark[]): readonly ComparedBenchmark[] {
  const seen = new Map<string, number>();
  const ranked = [...rows].sort((a, b) => rankOf(a) - rankOf(b));
  const rounds = ranked.map((row) => {
    const skill = skillNamed(row.benchmark);
    const round = (seen.get(skill) ?? 0) + 1;
    seen.set(skill, round);
    return { row, round };
  });
  const first = rounds.sort((a, b) => a.round - b.round).slice(0, drawnAtMost);
  const kept = new Set(first.map(({ row }) => row));
  return ranked.filter((row) => kept.has(row));
}

const trusted = skills.flatMap(({ benchmarks }) => benchmarks);

function rankOf({ benchmark }: ComparedBenchmark): number {
  if (isOwnBenchmark(benchmark)) return -1;
  const rank = trusted.indexOf(benchmark);
  return rank < 0 ? trusted.length : rank;
}

/** Ratings have another scale. */
function isDrawn({ label, scores }: ComparedBenchmark): boolean {
  return (
    label !== "not-comparable" &&
    scores.every((score) => score === null || (score.score >= 0 && score.score <= 100))
  );
}

function rowOf(row: ComparedBenchmark): DotChart["groups"][number]["rows"][number] {
  return {
    label: testText(row),
    remark: labelText(row),
    dots: row.scores.map((found): ChartValue | null => {
      if (found === null) return null;
      const { score, interval95 } = found;
      const text = formatNumber(score, 1);
      if (interval95 === null) return { value: score, text };
      const [low, high] = interval95;
      return { value: score, low, high, text };
    }),
  };
}

/** Who is ahead beyond noise on how many. */
function titleOf(
  rows: readonly ComparedBenchmark[],
  names: readonly string[],
  drawn: number,
): string {
  const leads = names
    .map((name, index) => ({ name, count: rows.filter((row) => leaderOf(row) === index).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const few = drawn < rows.length ? ` (${drawn} drawn)` : "";
  const tests = `${counted(rows.length, "test")} that can be compared${few}`;
  if (leads.length === 0) return `No difference is established on ${tests}`;
  const settled = leads.reduce((sum, { count }) => sum + count, 0);
  const parts = leads.map(({ name, count }, index) =>
    index === 0 ? `${name} is ahead on ${count}` : `${name} on ${count}`,
  );
  const rest = rows.length - settled;
  const open = rest === 0 ? "" : `; ${rest} ${rest === 1 ? "settles" : "settle"} nothing`;
  return `Of ${tests}, ${parts.join(", ")}${open}`;
}

/** The model with the highest score, where the gap is beyond noise. */
function leaderOf({ label, scores }: ComparedBenchmark): number | undefined {
  if (label !== "clear" && label !== "likely") return undefined;
  const values = scores.map((score) => score?.score ?? Number.NEGATIVE_INFINITY);
  return values.indexOf(Math.max(...values));
}
