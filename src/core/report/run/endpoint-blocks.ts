import type { Quantile } from "../../runs/endpoint-tally.ts";
import type { MeasuredEndpoint, RunReport } from "../../runs/run-report.ts";
import { left, list, paragraph, right, section } from "../comparison/setting.ts";
import type { Block, Line } from "../document.ts";
import { formatNumber, formatPercent, formatTokens, formatUsd } from "../format.ts";

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

function latencyBlocks({ endpoints }: Measured): readonly Block[] {
  const measured = endpoints.filter(({ latencyMs }) => latencyMs !== null);
  if (measured.length === 0) return [];
  const columns = [
    ...[left("endpoint"), right("half within"), right("95 of 100"), right("99 of 100")],
    ...[right("first word"), right("answers")],
  ];
  return section("Latency of answers", [
    {
      kind: "table",
      columns,
      rows: measured.map(({ endpoint, latencyMs, ttftMs }): readonly Line[] => [
        endpoint,
        quantileLine(latencyMs?.p50),
        quantileLine(latencyMs?.p95),
        quantileLine(latencyMs?.p99),
        quantileLine(ttftMs?.p50),
        String(latencyMs?.n ?? 0),
      ]),
    },
    paragraph("Waiting for our own turn, and attempts that failed, are no part of it."),
  ]);
}

/** A quantile that too few answers carry is not surely where it stands. */
function quantileLine(quantile: Quantile | undefined): Line {
  if (quantile === undefined) return [{ text: "?", tone: "unknown" }];
  const text = `${formatNumber(quantile.ms, quantile.ms < 10 ? 1 : 0)} ms`;
  return quantile.interval95 === null ? [{ text: `${text}?`, tone: "unknown" }] : text;
}

function costBlocks({ endpoints }: Measured): readonly Block[] {
  const columns = [
    ...[left("endpoint"), right("tokens in"), right("tokens out"), right("an answer")],
    ...[right("a correct answer"), right("spent"), right("requests")],
  ];
  return section("Tokens and cost", [
    {
      kind: "table",
      columns,
      rows: endpoints.map(({ endpoint, inputTokens, outputTokens, cost, attempts }) => [
        endpoint,
        tokensLine(inputTokens),
        tokensLine(outputTokens),
        usdLine(cost.perAnswerUsd),
        usdLine(cost.perCorrectUsd),
        usdLine(cost.usd),
        String(attempts),
      ]),
    },
  ]);
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
