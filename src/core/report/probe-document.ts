import { counted, listed } from "../compare/wording.ts";
import { type CatalogValue, disagreements } from "../probes/catalog-values.ts";
import { probeClaims } from "../probes/probe-claims.ts";
import type { ProbeReport } from "../probes/probe-report.ts";
import type { ProbeOutcome, ProbeVerdict } from "../probes/verdict.ts";
import { left, list, paragraph, right, section } from "./comparison/setting.ts";
import type { Block, Document, Line } from "./document.ts";
import { formatNumber, formatTokens, formatUsd } from "./format.ts";
import { catalogBlocks } from "./probe/catalog-blocks.ts";
import {
  contextSentence,
  controlOf,
  countSentence,
  endSentence,
  findingOf,
  intervalOf,
  reasonOf,
  titleOf,
  unclearWords,
  verdictWords,
} from "./probe/probe-words.ts";

/** What stands beside a report of probes. */
export interface ProbeDocumentParts {
  /** What the catalog holds of the route; empty where none is named. */
  readonly catalog: readonly CatalogValue[];
  /** Where the session is kept; null: nowhere. */
  readonly keptIn: string | null;
}

/** What an endpoint really does: what works, what does not, what the catalog says differently. */
export function probeDocument(report: ProbeReport, parts: ProbeDocumentParts): Document {
  const { endpoint, createdAt, outcomes, notBegun } = report;
  return {
    title: `What ${endpoint.model} does at ${endpoint.baseUrl}`,
    stamp: `${createdAt.slice(0, 10)} · ${report.run}`,
    blocks: [
      { kind: "lead", lines: leadLines(report) },
      ...section("Does not work", findings(outcomes, "unsupported")),
      ...section("Works at times", findings(outcomes, "flaky")),
      ...catalogBlocks(disagreements(probeClaims(report), parts.catalog), endpoint.route),
      ...section("Unclear", list(withVerdict(outcomes, "unclear").map(unclearLine))),
      ...section("Every probe", tableBlocks(outcomes)),
      ...section(
        "Not asked",
        list(notBegun.length === 0 ? [] : [`${listed(notBegun.map(titleOf))}.`]),
      ),
      ...section("Errors", errorBlocks(report)),
      ...section("What it took", list([spendLine(report), keptLine(report, parts)])),
    ],
  };
}

function leadLines(report: ProbeReport): readonly Line[] {
  const { outcomes, endpoint, servedModels } = report;
  const works = withVerdict(outcomes, "supported").map(findingOf);
  const others = servedModels.filter((name) => name !== endpoint.model);
  return [
    [{ text: countSentence(outcomes), tone: "strong" }],
    works.length === 0 ? "Nothing is shown to work." : `Works: ${works.join("; ")}.`,
    ...[contextSentence(report), endSentence(report.end)].filter((line) => line !== undefined),
    ...(others.length === 0
      ? []
      : [`Asked for ${endpoint.model}, it answers under ${namesText(others)}.`]),
  ];
}

const namesAtMost = 3;

function namesText(names: readonly string[]): string {
  if (names.length > namesAtMost) return `${names.length} names, such as ${names[0]}`;
  return `the name ${listed(names)}`;
}

function withVerdict(
  outcomes: readonly ProbeOutcome[],
  verdict: ProbeVerdict,
): readonly ProbeOutcome[] {
  return outcomes.filter((outcome) => outcome.verdict === verdict);
}

function findings(outcomes: readonly ProbeOutcome[], verdict: ProbeVerdict): readonly Block[] {
  return list(
    withVerdict(outcomes, verdict).map(
      (outcome): Line => [
        { text: capital(findingOf(outcome)), tone: "strong" },
        { text: ` (${reasonOf(outcome)}).` },
      ],
    ),
  );
}

function unclearLine(outcome: ProbeOutcome): Line {
  const { unclear, seen, hits, trials } = outcome;
  const why = unclear === null ? "" : unclearWords[unclear];
  const [first] = seen;
  if (hits > 0 && hits < trials && first !== undefined) {
    return `${capital(titleOf(outcome.probe))}: not kept in ${trials - hits} of ${trials} (${first.because}); of the others, ${why}.`;
  }
  return `${capital(titleOf(outcome.probe))}: ${why}${first === undefined ? "" : ` (${first.because})`}.`;
}

function tableBlocks(outcomes: readonly ProbeOutcome[]): readonly Block[] {
  if (outcomes.length === 0) return [];
  const columns = [
    ...[left("probe"), left("verdict"), right("passed"), right("95 %")],
    ...[left("control"), left("seen most")],
  ];
  const rows = outcomes.map((outcome): readonly Line[] => [
    outcome.probe,
    verdictCell(outcome.verdict),
    `${outcome.hits} of ${outcome.trials}`,
    intervalOf(outcome),
    controlOf(outcome),
    outcome.seen[0]?.because ?? "",
  ]);
  return [
    { kind: "table", columns, rows },
    paragraph(
      "A probe is supported where every trial passes and its control holds. Trials that say nothing, such as those that failed on the way, are left out.",
    ),
  ];
}

function verdictCell(verdict: ProbeVerdict): Line {
  const text = verdictWords[verdict];
  if (verdict === "unclear") return [{ text, tone: "unknown" }];
  return verdict === "flaky" ? [{ text, tone: "disputed" }] : text;
}

function errorBlocks({ failures }: ProbeReport): readonly Block[] {
  return list(
    failures.map(
      ({ code, cells, class: of, told }) =>
        `${code}: ${counted(cells, "request")}, ${whose[of]}${told === 0 ? "" : `; ${told} of them tell what was asked`}.`,
    ),
  );
}

const whose = {
  endpoint: "by the endpoint",
  model: "by the model",
  transport: "on the way",
} as const;

function spendLine({ spend }: ProbeReport): Line {
  const { requests, inputTokens, outputTokens, usd } = spend;
  const money = usd === null ? "at a price that is unknown" : `for ${formatUsd(usd)}`;
  return `${formatNumber(requests, 0)} requests, ${formatTokens(inputTokens)} tokens in and ${formatTokens(outputTokens)} out as counted by the endpoint, ${money}.`;
}

function countsText(route: string | null): string {
  return route === null
    ? "It counts for no model: --route says which route of the catalog the endpoint stands for."
    : `In answers about ${route} it counts before what is published.`;
}

function keptLine({ run, endpoint }: ProbeReport, { keptIn }: ProbeDocumentParts): Line {
  return keptIn === null
    ? "Nothing was kept: --save keeps the session with all its exchanges, as evidence of your own."
    : `Kept in ${keptIn} as ${run}, with all its exchanges. ${countsText(endpoint.route)}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
