import { listed } from "../../compare/wording.ts";
import type { Quantile, Quantiles } from "../../runs/endpoint-tally.ts";
import type { MeasuredEndpoint, RunReport } from "../../runs/run-report.ts";
import type { GapLabel } from "../../stats/gap.ts";
import type { ChartValue, DotChart } from "../chart.ts";
import type { Block } from "../document.ts";
import { formatNumber, formatUsd } from "../format.ts";
import { msText, signedPoints } from "./run-words.ts";

/** Each candidate's difference with its interval, beside no difference and the margin asked. */
export function differenceChart({ paired }: Pick<RunReport, "paired">): readonly Block[] {
  const [first] = paired;
  if (first === undefined) return [];
  const margin = first.decision?.margin ?? null;
  const chart: DotChart = {
    kind: "dots",
    title: `Ahead of ${first.a}, or behind it`,
    words: `Dots for the difference of ${listed(paired.map(({ b }) => b))} to ${first.a} in points, with bars for 95 %. The table has the figures.`,
    x: { label: "points; bars: 95 %", scale: "linear", format: "points" },
    series: ["difference"],
    marks: [
      { x: 0, label: "no difference" },
      ...(margin === null ? [] : [{ x: -margin * 100, label: "margin" }]),
    ],
    groups: [
      {
        label: "",
        rows: paired.map(({ b, label, difference, interval95 }) => ({
          label: b,
          remark: remarks[label],
          dots: [
            {
              value: difference * 100,
              low: interval95 === null ? undefined : interval95[0] * 100,
              high: interval95 === null ? undefined : interval95[1] * 100,
              text: signedPoints(difference),
            },
          ],
        })),
      },
    ],
  };
  return [{ kind: "chart", chart }];
}

const remarks: Readonly<Record<GapLabel, string>> = {
  clear: "clear",
  likely: "likely",
  "within-noise": "within noise",
  "unknown-n": "unknown",
  "not-comparable": "not comparable",
};

const speeds = [
  { label: "first token", of: ({ ttftMs }: MeasuredEndpoint) => ttftMs },
  { label: "whole answer", of: ({ latencyMs }: MeasuredEndpoint) => latencyMs },
] as const;

const quantiles = [
  { label: "half within", of: ({ p50 }: Quantiles) => p50 },
  { label: "95 of 100", of: ({ p95 }: Quantiles) => p95 },
  { label: "99 of 100", of: ({ p99 }: Quantiles) => p99 },
] as const;

/** How long answers take: half, most, nearly all, an endpoint beneath the other. */
export function latencyCharts({ endpoints }: Pick<RunReport, "endpoints">): readonly Block[] {
  const measured = endpoints.filter(({ latencyMs }) => latencyMs !== null);
  const names = measured.map(({ endpoint }) => endpoint);
  const groups = speeds.flatMap(({ label, of }) =>
    measured.some((each) => of(each) !== null)
      ? [{ label, rows: quantiles.map((quantile) => rowOf(quantile, measured.map(of))) }]
      : [],
  );
  if (groups.length === 0) return [];
  const chart: DotChart = {
    kind: "dots",
    title: titleOf(measured),
    words: `Dots for quantiles of latency of ${listed(names)} in milliseconds, with bars for 95 % where enough answers carry them. The table has the figures.`,
    x: { label: "milliseconds; bars: 95 %", scale: "log", format: "ms" },
    series: names,
    groups,
  };
  return [{ kind: "chart", chart }];
}

function rowOf(
  { label, of }: (typeof quantiles)[number],
  all: readonly (Quantiles | null)[],
): DotChart["groups"][number]["rows"][number] {
  return { label, remark: "", dots: all.map((each) => (each === null ? null : dotOf(of(each)))) };
}

function dotOf({ ms, interval95 }: Quantile): ChartValue {
  const text = `${msText(ms)} ms`;
  return interval95 === null
    ? { value: ms, text }
    : { value: ms, low: interval95[0], high: interval95[1], text };
}

function titleOf(measured: readonly MeasuredEndpoint[]): string {
  const halves = measured.flatMap(({ endpoint, latencyMs }) =>
    latencyMs === null ? [] : [`${endpoint} within ${msText(latencyMs.p50.ms)} ms`],
  );
  return `Half of the answers are whole: ${listed(halves)}`;
}

/** What a correct answer costs, with the wrong ones paid for. */
export function costChart({ endpoints }: Pick<RunReport, "endpoints">): readonly Block[] {
  const known = endpoints.flatMap(({ endpoint, cost }) =>
    cost.perCorrectUsd === null ? [] : [{ endpoint, ...cost, usd: cost.perCorrectUsd }],
  );
  if (known.length === 0) return [];
  const chart: DotChart = {
    kind: "dots",
    title: "What a correct answer costs, with the wrong ones paid for",
    words: `Dots for the cost of a correct answer of ${listed(known.map(({ endpoint }) => endpoint))}, with bars for 95 %. The table has the figures.`,
    x: {
      label: "dollars for a thousand correct answers; bars: 95 %",
      scale: "linear",
      format: "usd",
    },
    series: ["cost"],
    marks: [],
    groups: [
      {
        label: "",
        rows: known.map(({ endpoint, usd, perCorrectInterval }) => ({
          label: endpoint,
          remark: `${formatUsd(1000 * usd)}`,
          dots: [
            {
              value: 1000 * usd,
              low: perCorrectInterval === null ? undefined : 1000 * perCorrectInterval[0],
              high: perCorrectInterval === null ? undefined : 1000 * perCorrectInterval[1],
              text: formatNumber(1000 * usd, 4),
            },
          ],
        })),
      },
    ],
  };
  return [{ kind: "chart", chart }];
}
