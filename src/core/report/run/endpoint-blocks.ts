import type { Quantile, Quantiles } from "../../runs/endpoint-tally.ts";
import type { MeasuredEndpoint, RunReport } from "../../runs/run-report.ts";
import { left, list, paragraph, right, section } from "../comparison/setting.ts";
import type { Block, Line } from "../document.ts";
import { formatNumber, formatPercent, formatTokens, formatUsd } from "../format.ts";
import { costChart, latencyCharts } from "./run-charts.ts";
import { msText } from "./run-words.ts";

type Measured = Pick<RunReport, "endpoints">;

/** What each endpoint came to by itself: quality, latency, tokens and cost, errors. */
export function endpointBlocks(report: Measured): readonly Block[] {
  return [
    ...qualityBlocks(report),
    ...latencyBlocks(report),
    ...costBlocks(report),
    ...failureBlocks(report),
  ];
}

function qualityBlocks({ endpoints }: Measured): readonly Block[] {
  const rows = endpoints.flatMap(({ endpoint, quality }) =>
    quality.map((each): readonly Line[] => [
      endpoint,
      each.grader,
      formatPercent(each.share),
      `${formatPercent(each.interval95[0])} to ${formatPercent(each.interval95[1])}`,
      String(each.graded),
    ]),
  );
  if (rows.length === 0) return [];
  const columns = [
    left("endpoint"),
    left("grader"),
    right("passed"),
    left("95 %"),
    right("answers"),
  ];
  return section("Quality", [{ kind: "table", columns, rows }]);
}

const measures = [
  { label: "first token", of: ({ ttftMs }: MeasuredEndpoint) => ttftMs },
  { label: "token to token", of: ({ interTokenMs }: MeasuredEndpoint) => interTokenMs },
  { label: "whole answer", of: ({ latencyMs }: MeasuredEndpoint) => latencyMs },
] as const;

function latencyBlocks(report: Measured): readonly Block[] {
  const rows = report.endpoints.flatMap((each) =>
    measures.flatMap(({ label, of }) => {
      const quantiles = of(each);
      return quantiles === null ? [] : [latencyRow(each.endpoint, label, quantiles)];
    }),
  );
  if (rows.length === 0) return [];
  const columns = [
    ...[left("endpoint"), left("ms"), left("half within"), left("95 of 100")],
    ...[left("99 of 100"), right("answers")],
  ];
  return section("Latency", [
    ...latencyCharts(report),
    { kind: "table", columns, rows },
    paragraph(
      "In brackets: 95 % of what luck leaves open. Waiting for our own turn, and attempts that failed, are no part of it.",
    ),
    ...list(report.endpoints.flatMap(timingLines)),
  ]);
}

function latencyRow(endpoint: string, label: string, { n, p50, p95, p99 }: Quantiles) {
  return [endpoint, label, ...[p50, p95, p99].map(quantileLine), String(n)];
}

/** A quantile that too few answers carry is not surely where it stands. */
function quantileLine({ ms, interval95 }: Quantile): Line {
  if (interval95 === null) return [{ text: `${msText(ms)}?`, tone: "unknown" }];
  return `${msText(ms)} (${msText(interval95[0])} to ${msText(interval95[1])})`;
}

/** From so late on an event loop of our own is worth a word. */
const lateMs = 20;

function timingLines({ endpoint, timing }: MeasuredEndpoint): readonly Line[] {
  const { loopLagP95Ms, bursts } = timing;
  return [
    ...(loopLagP95Ms !== null && loopLagP95Ms > lateMs
      ? [
          `${endpoint}: this machine was busy itself. In 5 of 100 requests it looked up ${formatNumber(loopLagP95Ms, 0)} ms late or more: times may be too long by as much. Ask for less at once.`,
        ]
      : []),
    ...(bursts > 0
      ? [
          `${endpoint}: ${formatNumber(bursts, 0)} answers came all at once though streaming was asked for. The first token came with the last.`,
        ]
      : []),
  ];
}

function costBlocks(report: Measured): readonly Block[] {
  const columns = [
    ...[left("endpoint"), right("tokens in"), right("tokens out"), right("an answer")],
    ...[left("a correct answer"), right("spent"), right("requests")],
  ];
  return section("Tokens and cost", [
    ...costChart(report),
    {
      kind: "table",
      columns,
      rows: report.endpoints.map(({ endpoint, inputTokens, outputTokens, cost, attempts }) => [
        endpoint,
        tokensLine(inputTokens),
        tokensLine(outputTokens),
        usdLine(cost.perAnswerUsd),
        perCorrectLine(cost),
        usdLine(cost.usd),
        String(attempts),
      ]),
    },
  ]);
}

function perCorrectLine({ perCorrectUsd, perCorrectInterval }: MeasuredEndpoint["cost"]): Line {
  if (perCorrectUsd === null) return [{ text: "?", tone: "unknown" }];
  const text = formatUsd(perCorrectUsd);
  if (perCorrectInterval === null) return text;
  return `${text} (${formatUsd(perCorrectInterval[0])} to ${formatUsd(perCorrectInterval[1])})`;
}

function tokensLine(tokens: number | null): Line {
  return tokens === null ? [{ text: "?", tone: "unknown" }] : formatTokens(Math.round(tokens));
}

function usdLine(usd: number | null): Line {
  return usd === null ? [{ text: "?", tone: "unknown" }] : formatUsd(usd);
}

function failureBlocks({ endpoints }: Measured): readonly Block[] {
  const rows = endpoints.flatMap(({ endpoint, failures }) =>
    failures.map((each): readonly Line[] => [endpoint, each.code, each.class, String(each.cells)]),
  );
  const named = endpoints.filter(isUnderAnotherName);
  if (rows.length + named.length === 0) return [];
  const columns = [left("endpoint"), left("failure"), left("whose"), right("cells")];
  return section("Errors and oddities", [
    ...(rows.length === 0 ? [] : [{ kind: "table", columns, rows } as const]),
    ...list(
      named.map(
        ({ endpoint, model, servedModels }) =>
          `${endpoint}: asked for ${model}, its answers name ${servedModels.join(", ")}.`,
      ),
    ),
  ]);
}

function isUnderAnotherName({ model, servedModels }: MeasuredEndpoint): boolean {
  return servedModels.some((name) => name !== model);
}
